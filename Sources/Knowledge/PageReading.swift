import Formats
package import RapportKit

extension Page {
  /// Reads a page and what is wrong with it; a broken front matter leaves the text readable.
  ///
  ///     let (page, problems) = Page.read(text, path: "mistakes/own-it", file: "own-it.md")
  package static func read(_ text: String, path: String, file: String)
    -> (page: Page, problems: [Problem])
  {
    let document: Markdown.Document
    var problems: [Problem] = []
    do throws(Problem) {
      document = try Markdown.read(text, from: file)
    } catch {
      document = Markdown.readBody(text)
      problems.append(error)
    }
    let matter = FrontMatter(document.frontMatter, file: file)
    let headings = document.headings
    let opening = headings.first { $0.level == 1 && $0.block == 0 }
    var page = Page(
      path: path, file: file,
      title: matter.title ?? opening?.text
        ?? String(path.split(separator: "/").last ?? "").replacing("-", with: " "),
      summary: matter.summary, topics: matter.topics, sources: matter.sources,
      evidence: matter.evidence, covers: matter.covers, sections: [])
    page.sections = SectionReader(document: document, headings: headings, page: page).sections
    return (page, problems + matter.problems)
  }
}

/// Cuts a page into its sections.
private struct SectionReader {
  let document: Markdown.Document
  let headings: [Markdown.Heading]
  let page: Page

  /// The opening, then a section for each further heading.
  var sections: [Page.Section] {
    let opens = headings.first.map { $0.block == 0 && $0.level == 1 } ?? false
    let rest = opens ? headings.dropFirst() : headings[...]
    return [opening(opens ? headings[0] : nil, before: rest.first)]
      + rest.indices.map(section)
  }

  /// What stands before the first heading, or under the title.
  func opening(_ heading: Markdown.Heading?, before next: Markdown.Heading?) -> Page.Section {
    let start = heading.map { $0.block + 1 } ?? 0
    let end = next?.block ?? document.blocks.count
    return Page.Section(
      citation: Citation(page.path), slug: heading?.slug, level: heading?.level ?? 0,
      title: heading?.text ?? page.title, line: heading?.line ?? 1,
      body: markdown(of: start..<end), text: document.blocks[start..<end].words(code: "`"),
      grade: evidence(heading?.slug)?.grade, source: source(heading?.slug))
  }

  func section(_ index: Int) -> Page.Section {
    let heading = headings[index]
    let later = headings[(index + 1)...]
    let start = heading.block + 1
    let own = later.first?.block ?? document.blocks.count
    let whole = later.first { $0.level <= heading.level }?.block ?? document.blocks.count
    return Page.Section(
      citation: Citation("\(page.path)#\(heading.slug)"), slug: heading.slug,
      level: heading.level, title: heading.text, line: heading.line,
      body: markdown(of: start..<whole), text: document.blocks[start..<own].words(code: "`"),
      grade: evidence(heading.slug)?.grade, source: source(heading.slug))
  }

  /// The source lines of some blocks.
  func markdown(of blocks: Range<Int>) -> String {
    guard !blocks.isEmpty else { return "" }
    let first = document.blocks[blocks.lowerBound].line - 1
    let last = min(document.blocks[blocks.upperBound - 1].lastLine, document.lines.count)
    var lines = document.lines[first..<max(first, last)]
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  func evidence(_ slug: String?) -> Page.Evidence? {
    page.evidence.first { $0.slug == slug } ?? page.evidence.first { $0.slug == "page" }
  }

  func source(_ slug: String?) -> String? {
    guard let key = evidence(slug)?.source else { return nil }
    return page.sources.first { $0.key == key }?.text
  }
}
