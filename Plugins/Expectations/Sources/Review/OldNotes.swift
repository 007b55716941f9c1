import RapportKit

/// What is known of a quarter without records: the five answers, and what pasted notes say.
struct OldNotes {
  /// The lines, by what they say.
  private(set) var lines: [ReviewPart: [String]] = [:]
  /// Lines of the notes that could not be placed.
  private(set) var unplaced: [String] = []

  /// Reads the answers, and the notes that were pasted or stand in a file.
  init(_ request: Request, in context: Context) throws(Problem) {
    var text = request.answers.text("paste")
    if let path = request.answers.text("notes") { text = try context.files.text(path).text }
    if let text { read(text) }
    for part in ReviewPart.told {
      guard let answer = request.answers.text(part.rawValue) else { continue }
      lines[part, default: []] += answer.sheetLines
    }
  }

  /// Reads notes without a request.
  init(_ text: String) { read(text) }

  /// Whether nothing is known.
  var isEmpty: Bool { lines.isEmpty && unplaced.isEmpty }

  /// What was read, for a person to check.
  var said: String {
    var shown = ReviewPart.told.compactMap { part in
      lines[part].map { "  \(part.missing): \($0.joined(separator: "; "))" }
    }
    if !unplaced.isEmpty {
      shown.append("  not placed, kept as internal notes: \(unplaced.joined(separator: "; "))")
    }
    return shown.isEmpty ? "" : (["Read, for you to check:"] + shown).joined(separator: "\n")
  }

  private mutating func read(_ text: String) {
    for raw in text.split(whereSeparator: \.isNewline) {
      var line = String(raw).trimmed
      for mark in ["- ", "* ", "• "] where line.hasPrefix(mark) { line = String(line.dropFirst(2)) }
      line = line.trimmed.withoutStop
      guard line.contains(where: \.isLetter), !line.hasPrefix("#") else { continue }
      if let part = Self.part(of: line) {
        lines[part, default: []].append(line.capitalizedFirst)
      } else {
        unplaced.append(line)
      }
    }
  }

  /// What a line of notes is about; nil when nothing in it tells.
  static func part(of line: String) -> ReviewPart? {
    let text =
      " "
      + line.lowercased().map { $0.isLetter || $0.isNumber || $0 == "%" ? String($0) : " " }
      .joined() + " "
    let says = { (cues: [String]) in cues.contains { text.contains(" \($0)") } }
    if line.contains("“") || line.contains("\"")
      || says(["they said", "she said", "he said", "praised"])
    {
      return .said
    }
    if says([
      "broken", "broke our", "missed", "not kept", "did not deliver", "not delivered", "overdue",
      "late", "slipped", "still open", "promised but", "days behind",
    ]) {
      return .missed
    }
    if says([
      "outage", "down ", "complain", "wrong", "error", "problem", "incident", "unanswered",
      "angry", "failed", "lost", "mistake", "credit note",
    ]) {
      return .hurt
    }
    if says([
      "kept", "delivered", "done", "on time", "finished", "shipped", "live ", "went well",
      "rolled out",
    ]) {
      return .kept
    }
    if says(["agreed", "target", "sla", "within", "we promised", "contract", "expect"])
      || text.contains("%")
    {
      return .agreed
    }
    return nil
  }
}
