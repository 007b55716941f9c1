/// The words the engine answers at every question. The whole line must be the word; quotes make it a text.
enum Control: Hashable {
  case back, skip, unknown, why, help, show, draft, later, cancel, leave
  case change(String)
  /// Opens the answer in an editor; with a number, a row of the list.
  case edit(Int?)
  /// Takes a row out of the list.
  case remove(Int)
  case run(String)

  /// The control word that `line` is; nil for an answer.
  init?(_ line: String) {
    let text = line.trimmingSpaces
    if text.hasPrefix("/"), !text.hasPrefix("//"), text.count > 1 {
      self = .run(String(text.dropFirst()).trimmingSpaces)
      return
    }
    var word = text.lowercased().replacing("’", with: "'")
    // "Stop." and "why?" are the words all the same.
    while word.count > 1, let last = word.last, ".!?".contains(last) { word.removeLast() }
    if let control = Self.words[word] {
      self = control
      return
    }
    let parts = word.split(separator: " ")
    guard parts.count == 2 else { return nil }
    switch (parts[0], Int(parts[1])) {
    case ("change", _): self = .change(String(parts[1]))
    case ("edit", let number?): self = .edit(number)
    case ("remove", let number?): self = .remove(number)
    default: return nil
    }
  }

  private static let words: [String: Control] = [
    "back": .back, "undo": .back, "skip": .skip, "unknown": .unknown, "i don't know": .unknown,
    "don't know": .unknown, "i do not know": .unknown, "why": .why, "help": .help, "?": .help,
    "show": .show, "draft": .draft, "later": .later, "cancel": .cancel, "forget it": .cancel,
    "never mind": .cancel, "stop": .cancel, "quit": .leave, "exit": .leave, "edit": .edit(nil),
  ]

  /// The text that `line` means when it is an answer: a doubled slash is taken off, and quotes around a control word or
  /// what `isCommand` knows.
  static func answer(_ line: String, or isCommand: (String) -> Bool) -> String {
    let text = line.trimmingSpaces
    if text.hasPrefix("//") { return String(text.dropFirst()) }
    for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote)
    {
      let inner = String(text.dropFirst().dropLast())
      if Control(inner) != nil || isCommand(inner) { return inner }
    }
    return text
  }

  /// The line that means `text` as an answer, to begin from when it is mended.
  static func line(_ text: String, or isCommand: (String) -> Bool) -> String {
    Control(text) == nil && !isCommand(text) ? text : "\"\(text)\""
  }

  /// One line that names them all.
  static let summary =
    "back, skip, unknown, why, show, change 2, draft (write it now), later, cancel; /command runs a command"
}
