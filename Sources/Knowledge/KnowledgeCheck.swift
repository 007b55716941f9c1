package import RapportKit

extension Problem.Code {
  /// A section of a shipped page does not say how sure it is.
  static let missingEvidence: Self = "missing-evidence"
  /// A link leads nowhere.
  static let deadLink: Self = "dead-link"
  /// A heading is named that is not there.
  static let unknownHeading: Self = "unknown-heading"
  /// A source is listed and never used.
  static let unusedSource: Self = "unused-source"
  /// Two pages have the same title.
  static let sameTitle: Self = "same-title"
}

extension KnowledgeBase {
  /// What is wrong with the pages, by file and line: front matter that does not decode, claims of shipped pages
  /// without evidence, headings and links that lead nowhere, sources never used, titles that stand twice.
  package func problems() -> [Problem] {
    let read = readAll()
    let shipped = read.filter { isShipped($0.file) }.map(\.page)
    let pages = Dictionary(read.map { ($0.page.path, $0.page) }) { first, _ in first }
    var problems = read.flatMap(\.problems)
    problems += shipped.flatMap(Self.missingEvidence)
    for (page, _, _) in read {
      problems += Self.unknownHeadings(page) + Self.unusedSources(page)
      problems += deadLinks(page, pages)
    }
    problems += Self.sameTitles(read.map(\.page))
    return problems.sorted { Self.order($0) < Self.order($1) }
  }

  private static func order(_ problem: Problem) -> (String, Int, String) {
    (problem.place?.file ?? "", problem.place?.line ?? 0, problem.message)
  }

  private func isShipped(_ file: PageFile) -> Bool {
    layers.contains { $0.shipped && file.file.hasPrefix($0.folder + "/") }
  }

  private static func missingEvidence(_ page: Page) -> [Problem] {
    page.sections.filter { $0.grade == nil && !$0.text.isEmpty }.prefix(1).map { section in
      Problem(
        .missingEvidence, "“\(section.title)” does not say how sure it is.",
        help: "Add `page: practice` under `evidence:`, or study, opinion or convention.",
        at: Place(file: page.file, line: section.line))
    }
  }

  private static func unknownHeadings(_ page: Page) -> [Problem] {
    let named =
      page.evidence.filter { $0.slug != "page" }.map { ($0.slug, $0.place) }
      + page.covers.map { ($0.slug, $0.place) }
    let slugs = Set(page.sections.compactMap(\.slug))
    return named.filter { !slugs.contains($0.0) }.map { slug, place in
      Problem(
        .unknownHeading, "No heading of this page is linked as “\(slug)”.",
        help: closest(slug, slugs).map { "Did you mean `\($0)`?" } ?? "Correct the slug.",
        at: place ?? Place(file: page.file))
    }
  }

  private static func unusedSources(_ page: Page) -> [Problem] {
    page.sources.filter { source in !page.evidence.contains { $0.source == source.key } }.map {
      Problem(
        .unusedSource, "No evidence names the source “\($0.key)”.",
        help: "Use it as `{grade: …, source: \($0.key)}`, or take it out.",
        at: $0.place ?? Place(file: page.file))
    }
  }

  private static func sameTitles(_ pages: [Page]) -> [Problem] {
    var first: [String: Page] = [:]
    return pages.compactMap { page in
      let title = page.title.lowercased()
      guard let other = first[title] else {
        first[title] = page
        return nil
      }
      return Problem(
        .sameTitle, "“\(page.title)” is also the title of \(other.path).",
        help: "Give one of them another title.", at: Place(file: page.file, line: 1))
    }
  }

  /// The slug that shares the longest beginning, when that is half of it or more.
  private static func closest(_ slug: String, _ slugs: Set<String>) -> String? {
    let best = slugs.sorted().max {
      $0.commonPrefix(with: slug) < $1.commonPrefix(with: slug)
    }
    return best.flatMap { $0.commonPrefix(with: slug) * 2 >= slug.count ? $0 : nil }
  }
}

extension String {
  /// How many characters both begin with.
  fileprivate func commonPrefix(with other: String) -> Int {
    zip(self, other).prefix { $0 == $1 }.count
  }
}
