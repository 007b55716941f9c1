package import RapportKit

/// A page of the knowledge base: what its front matter says, and its sections.
package struct Page: Sendable, Hashable {
  /// Its path without `.md`, as it is cited: `mistakes/own-it`.
  package var path: String
  /// The file it was read from.
  package var file: String
  /// Its title: the front matter's, else the first heading, else the file's name.
  package var title: String
  /// What it says, in one sentence.
  package var summary: String?
  /// Words it should be found by.
  package var topics: [String]
  /// What it draws on, in the order of the page.
  package var sources: [Source]
  /// How sure its sections are, by heading slug; `page` holds for those that are not named.
  package var evidence: [Evidence]
  /// Which items of the guidance inventory its sections cover, by heading slug.
  package var covers: [Coverage]
  /// Its sections; the first is the page's opening.
  package var sections: [Section]

  /// A source, as it is cited.
  package struct Source: Sendable, Hashable {
    /// The key sections name it by.
    package var key: String
    /// How it is cited: "Lewicki, Polin & Lount 2016".
    package var text: String
    /// Where it is declared.
    package var place: Place?
  }

  /// How sure a section is, and why.
  package struct Evidence: Sendable, Hashable {
    /// The heading's slug, or `page`.
    package var slug: String
    /// How sure.
    package var grade: Grade
    /// The key of its source.
    package var source: String?
    /// Where it is declared.
    package var place: Place?
  }

  /// What a section covers.
  package struct Coverage: Sendable, Hashable {
    /// The heading's slug.
    package var slug: String
    /// The ids of the items.
    package var items: [String]
    /// Where it is declared.
    package var place: Place?
  }

  /// A section: a heading and what stands under it.
  package struct Section: Sendable, Hashable {
    /// How it is cited; the opening is cited as the page.
    package var citation: Citation
    /// Its heading's slug; nil for an opening without a heading.
    package var slug: String?
    /// Its heading's level, 1 to 6; 0 for an opening without a heading.
    package var level: Int
    /// Its heading.
    package var title: String
    /// The line of its heading.
    package var line: Int
    /// Its Markdown without the heading, with what stands under lower headings.
    package var body: String
    /// Its own words, up to the next heading, without marks; one line a paragraph, item or row.
    package var text: String
    /// How sure it is.
    package var grade: Grade?
    /// What it rests on, as it is cited.
    package var source: String?
  }

  /// The section called `slug`; nil gives the first one that says something.
  package func section(_ slug: String?) -> Section? {
    guard let slug else { return sections.first { !$0.body.isEmpty } ?? sections.first }
    return sections.first { $0.slug == slug }
  }
}

extension KnowledgeSection {
  /// A section of `page`, as the rest of the program sees it.
  init(_ section: Page.Section, of page: Page) {
    self.init(
      citation: section.citation, page: page.title, title: section.title, body: section.body,
      grade: section.grade, source: section.source)
  }
}
