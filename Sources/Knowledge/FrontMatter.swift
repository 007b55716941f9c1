import RapportKit

/// What stands between `---` and `---` at the top of a page, decoded strictly: what does not fit is a problem, and left out.
struct FrontMatter {
  var title: String?
  var summary: String?
  var topics: [String] = []
  var sources: [Page.Source] = []
  var evidence: [Page.Evidence] = []
  var covers: [Page.Coverage] = []
  var problems: [Problem] = []

  /// Decodes `node`; a page without front matter says nothing.
  init(_ node: Node?, file: String) {
    guard let node, !node.isNull else { return }
    guard let entries = node.entries else {
      problems.append(
        Problem(
          .badFile, "The front matter is not a list of keys.",
          help: "Write `title: …`, one key a line.", at: node.place ?? Place(file: file)))
      return
    }
    for entry in entries { read(entry) }
    checkSources()
  }

  private mutating func read(_ entry: Node.Entry) {
    switch entry.key {
    case "title": title = text(entry)
    case "summary": summary = text(entry)
    case "topics": topics = texts(entry.value, of: entry)
    case "sources":
      for source in map(entry) {
        if let text = text(source) {
          sources.append(Page.Source(key: source.key, text: text, place: source.place))
        }
      }
    case "evidence":
      for line in map(entry) { readEvidence(line) }
    case "covers":
      for line in map(entry) {
        covers.append(
          Page.Coverage(
            slug: line.key, items: texts(line.value, of: line), place: line.place))
      }
    case let key where key.hasPrefix("x-"): break
    default:
      problem(
        "“\(entry.key)” is not a key of a page.",
        help:
          "A page has title, summary, topics, sources, evidence and covers; your own begin with `x-`.",
        at: entry.place)
    }
  }

  /// Reads `slug: practice` or `slug: {grade: study, source: lewicki-2016}`.
  private mutating func readEvidence(_ line: Node.Entry) {
    var word = line.value
    var source: String?
    if let entries = line.value.entries {
      guard let grade = line.value["grade"] else {
        return problem(
          "“\(line.key)” has no grade.", help: "Write `{grade: practice, source: …}`.",
          at: line.place)
      }
      word = grade
      for entry in entries where entry.key != "grade" {
        if entry.key == "source" {
          source = text(entry)
        } else {
          problem(
            "“\(entry.key)” is not a key of evidence.", help: "Use grade and source.",
            at: entry.place)
        }
      }
    }
    guard let grade = word.text.flatMap(Grade.init) else {
      return problem(
        "“\(word.text ?? "this")” is not a grade.",
        help: "Use study, practice, opinion or convention.", at: word.place ?? line.place)
    }
    evidence.append(
      Page.Evidence(slug: line.key, grade: grade, source: source, place: line.place))
  }

  private mutating func checkSources() {
    for line in evidence {
      guard let key = line.source, !sources.contains(where: { $0.key == key }) else { continue }
      problem(
        "“\(key)” is not among the page's sources.",
        help: "Add it under `sources:`, or correct the key.", at: line.place)
    }
  }

  private mutating func text(_ entry: Node.Entry) -> String? {
    if let text = entry.value.text { return text }
    problem(
      "“\(entry.key)” should be a text.", help: "Write `\(entry.key): …` on one line.",
      at: entry.value.place ?? entry.place)
    return nil
  }

  private mutating func texts(_ node: Node, of entry: Node.Entry) -> [String] {
    if let list = node.list, list.allSatisfy({ $0.text != nil }) { return list.compactMap(\.text) }
    problem(
      "“\(entry.key)” should be a list of words.", help: "Write `\(entry.key): [one, two]`.",
      at: node.place ?? entry.place)
    return []
  }

  private mutating func map(_ entry: Node.Entry) -> [Node.Entry] {
    if let entries = entry.value.entries { return entries }
    if !entry.value.isNull {
      problem(
        "“\(entry.key)” should hold keys and values.",
        help: "Write one `key: value` a line, indented by two.",
        at: entry.value.place ?? entry.place)
    }
    return []
  }

  private mutating func problem(_ message: String, help: String, at place: Place?) {
    problems.append(Problem(.badFile, message, help: help, at: place))
  }
}
