import RapportKit

/// Finds what a page's move must mend, file by file.
struct Mender {
  let old: String
  let new: String
  var move = KnowledgeMove()

  init(old: String, new: String) {
    self.old = old
    self.new = new
  }

  /// Mends the links of a page, and what it cites by path in code marks.
  mutating func mend(_ page: PageFile) {
    guard let text = readable(page.file) else { return }
    let path = page.path == old ? new : page.path
    var mentions: [(Mention, to: String)] = []
    for link in Mention.links(in: text, file: page.file) {
      guard let mended = destination(of: link.text, from: page.path, to: path) else { continue }
      mentions.append((link, mended))
    }
    for mention in Self.citations(of: old, in: text, file: page.file) {
      mentions.append((mention, new))
    }
    mend(text, of: page.file, mentions)
  }

  /// Mends the citations of a YAML file.
  mutating func mend(declaration file: String) {
    do throws(Problem) {
      let text = try PageFiles.text(of: file)
      let mentions = try CitingFiles.mentions(in: file, keys: ["why", "guidance", "by"])
      mend(
        text, of: file,
        mentions.filter { Citation($0.text).page == old }.map {
          ($0, to: new + $0.text.dropFirst(old.count))
        })
    } catch {
      move.left.append(error)
    }
  }

  /// Looks into a file that nobody but its author may change.
  mutating func look(into file: String) {
    guard let text = try? PageFiles.text(of: file) else { return }
    let mentions = ["\"", "`"].flatMap { Self.citations(of: old, in: text, file: file, quote: $0) }
    for mention in mentions.sorted(by: { $0.place.line ?? 0 < $1.place.line ?? 0 }) {
      move.left.append(
        Problem(
          .conflict, "This names “\(old)”.", help: "Write “\(new)” there.", at: mention.place))
    }
  }

  /// How a link of a page reads after the move; nil when it stays.
  private func destination(of link: String, from path: String, to moved: String) -> String? {
    let target = LinkTarget(link, from: path)
    let file: String
    switch target {
    case .elsewhere, .page(nil, _), .file(nil): return nil
    case .page(let page?, _): file = (page == old ? new : page) + ".md"
    case .file(let other?): file = other
    }
    let anchor = link.firstIndex(of: "#").map { String(link[$0...]) } ?? ""
    // A link within its own page names no file.
    if link.hasPrefix("#") { return nil }
    let stays: LinkTarget =
      switch target {
      case .page(let page?, let section): .page(page == old ? new : page, section: section)
      default: target
      }
    if LinkTarget(link, from: moved) == stays { return nil }
    let path = LinkTarget.relative(file, from: link.hasPrefix("/") ? "" : moved)
    return (link.hasPrefix("/") ? "/" : "") + path + anchor
  }

  /// The places where `page`, or a section of it, stands in quotes or code marks. A word without `/` may mean anything.
  private static func citations(of page: String, in text: String, file: String, quote: String = "`")
    -> [Mention]
  {
    guard page.contains("/"), text.contains(page) else { return [] }
    var found: [Mention] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var rest = line
      while let range = rest.firstRange(of: quote + page) {
        rest = line[range.upperBound...]
        guard rest.hasPrefix(quote) || rest.hasPrefix("#") else { continue }
        let start = line.index(after: range.lowerBound)
        found.append(
          Mention(
            text: page,
            place: Place(
              file: file, line: index + 1,
              column: line.distance(from: line.startIndex, to: start) + 1),
            range: start..<range.upperBound))
      }
    }
    return found
  }

  private mutating func mend(_ text: String, of file: String, _ mentions: [(Mention, to: String)]) {
    var mended = text
    let sorted = mentions.sorted {
      ($0.0.range?.lowerBound ?? text.startIndex) > ($1.0.range?.lowerBound ?? text.startIndex)
    }
    var changes: [KnowledgeMove.Change] = []
    for (mention, replacement) in sorted where changes.last?.place != mention.place {
      guard let range = mention.range, PageFiles.isWritable(file) else {
        move.left.append(
          Problem(
            .conflict, "This names “\(mention.text)”.",
            help: mention.range == nil
              ? "Write “\(replacement)” there."
              : "You may not write to the file; it should read “\(replacement)”.", at: mention.place
          ))
        continue
      }
      // From the end of the text to its beginning, so that the places before stay where they are.
      mended.replaceSubrange(range, with: replacement)
      changes.append(.init(place: mention.place, old: mention.text, new: replacement))
    }
    guard !changes.isEmpty else { return }
    move.mended += changes.reversed()
    move.texts[file] = mended
  }

  private mutating func readable(_ file: String) -> String? {
    do throws(Problem) { return try PageFiles.text(of: file) } catch {
      move.left.append(error)
      return nil
    }
  }
}
