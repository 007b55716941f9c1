import RapportKit

extension KnowledgeCheck {
  static func missingEvidence(_ page: Page) -> [Fault] {
    page.sections.filter { $0.grade == nil && !$0.text.isEmpty }.prefix(1).map { section in
      Fault(
        .error, .missingEvidence, "“\(section.title)” does not say how sure it is.",
        help: "Add `page: practice` under `evidence:`, or study, opinion or convention.",
        at: Place(file: page.file, line: section.line, column: 1))
    }
  }

  /// A study is somebody's; a shipped page names whom any claim of it rests on, but for what we decided ourselves.
  static func missingSources(_ page: Page, shipped: Bool) -> [Fault] {
    page.evidence.filter { $0.source == nil && $0.grade == .study }.map {
      Fault(
        shipped ? .error : .warning, .missingSource, "“\($0.slug)” is a study without a source.",
        help: "Write `{grade: study, source: …}`, or another grade.",
        at: $0.place ?? Place(file: page.file, line: 1))
    }
      + (shipped && page.sources.isEmpty && page.evidence.contains { $0.grade != .convention }
        ? [
          Fault(
            .error, .missingSource, "This page does not say what it rests on.",
            help: "Add `sources:`, and name one in `evidence:`.",
            at: Place(file: page.file, line: 1))
        ] : [])
  }

  static func unknownHeadings(_ page: Page) -> [Fault] {
    let named =
      page.evidence.filter { $0.slug != "page" }.map { ($0.slug, $0.place) }
      + page.covers.filter { $0.slug != "page" }.map { ($0.slug, $0.place) }
    let slugs = page.sections.compactMap(\.slug)
    return named.filter { !slugs.contains($0.0) }.map { slug, place in
      Fault(
        .error, .unknownHeading, "No heading of this page is linked as “\(slug)”.",
        help: slug.nearest(in: slugs).map { "Did you mean “\($0)”?" } ?? "Correct the slug.",
        at: place ?? Place(file: page.file))
    }
  }

  static func unusedSources(_ page: Page) -> [Fault] {
    page.sources.filter { source in !page.evidence.contains { $0.source == source.key } }.map {
      Fault(
        .warning, .unusedSource, "No evidence names the source “\($0.key)”.",
        help: "Use it as `{grade: …, source: \($0.key)}`, or take it out.",
        at: $0.place ?? Place(file: page.file))
    }
  }

  /// Headings of the same words: the second is linked with a number, which moves when one is added.
  static func sameHeadings(_ page: Page) -> [Fault] {
    var seen: Set<String> = []
    return page.sections.compactMap { section in
      guard section.slug != nil, !seen.insert(section.title.lowercased()).inserted else {
        return nil
      }
      return Fault(
        .warning, .sameName, "The heading “\(section.title)” stands twice.",
        help: "Give one of them other words; this one is linked as “\(section.slug ?? "")”.",
        at: Place(file: page.file, line: section.line, column: 1))
    }
  }

  static func sameTitles(_ pages: [Page]) -> [Fault] {
    repeated(pages, by: { $0.title.lowercased() }) { page, first in
      Fault(
        .warning, .sameTitle, "“\(page.title)” is also the title of \(first.path).",
        help: "Give one of them another title.", at: Place(file: page.file, line: 1))
    }
  }

  /// Paths that differ by capitals alone, which are one file on some systems.
  static func sameNames(_ pages: [Page]) -> [Fault] {
    repeated(pages, by: { $0.path.lowercased() }) { page, first in
      Fault(
        .warning, .sameName, "“\(page.path)” and “\(first.path)” differ by capitals alone.",
        help: "Rename one of them: `knowledge mv` mends the links.",
        at: Place(file: page.file, line: 1))
    }
  }

  /// Pages that no other page links to, but for the front page.
  static func orphans(_ pages: [Read], linked: Set<String>) -> [Fault] {
    pages.filter { !linked.contains($0.page.path) && $0.page.path != "index" }.map {
      Fault(
        $0.shipped ? .warning : .hint, .orphan, "No page links to this one.",
        help: "Link to it from where somebody would look for it.",
        at: Place(file: $0.page.file, line: 1))
    }
  }

  private static func repeated(
    _ pages: [Page], by key: (Page) -> String, fault: (Page, _ first: Page) -> Fault
  ) -> [Fault] {
    var first: [String: Page] = [:]
    return pages.compactMap { page in
      if let other = first[key(page)] { return fault(page, other) }
      first[key(page)] = page
      return nil
    }
  }
}
