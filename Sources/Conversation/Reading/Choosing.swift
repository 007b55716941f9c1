import RapportKit

/// Reads yes and no, options, and points on a scale, at their own question.
struct Chooser {
  let question: Question

  static func yesno(_ text: String) -> Bool? {
    let key = Words(text).all.filter { $0.kind != .sign }.map(\.key).joined(separator: " ")
    switch key {
    case "y", "yes", "yep", "yeah", "yup", "ok", "okay", "sure", "true", "t", "on", "of course",
      "right",
      "correct", "absolutely", "certainly", "definitely", "indeed", "it is", "we do", "i do",
      "they do",
      "they did", "we did", "i did", "yes please", "please do", "aye", "affirmative", "go ahead",
      "ja", "oui":
      return true
    case "n", "no", "nope", "nah", "false", "f", "off", "not yet", "not really", "no thanks",
      "never",
      "no way", "it is not", "we did not", "i did not", "they did not", "they didn't", "we didn't",
      "i didn't", "not at all", "nay", "negative", "nein", "don't", "do not":
      return false
    default: return nil
    }
  }

  /// Yes or no by the whole text, else by its first word: "yes she called me", "no not yet".
  static func leadingYesno(_ text: String) -> Bool? {
    if let value = yesno(text) { return value }
    guard !Reader.saysUnknown(text) else { return nil }
    let words = Words(text)
    if words.is(0, "yes", "yeah", "yep", "yup", "y", "sure") { return true }
    if words.has("not yet", at: 0) || words.is(0, "nope", "nah", "never") { return false }
    guard words.is(0, "no"), words.count > 1 else { return nil }
    // "No one told them" counts nobody; "no, …" and "no not yet" answer.
    return words.is(1, "one", "body", "reason", "idea", "customer", "more") ? nil : false
  }

  /// The one option that `text` names: its id, number, label, a unique beginning, or one of its `says`.
  func option(_ text: String) throws(Problem) -> Question.Option {
    let key = Self.plain(text)
    let options = question.options
    if let same = options.first(where: { Self.plain($0.id) == key || Self.plain($0.label) == key })
    {
      return same
    }
    if let number = Int(key), options.indices.contains(number - 1) { return options[number - 1] }
    // "No, she has not complained": at yes and no, the first word counts before all others.
    if let leading = Self.leadingYesno(text),
      let option = options.first(where: { Self.yesno($0.id) == leading }),
      options.contains(where: { Self.yesno($0.id) == !leading })
    {
      return option
    }
    var found: [Question.Option] = []
    if !key.isEmpty {
      found = options.filter { option in
        [option.id, option.label].contains { Self.plain($0).hasPrefix(key) }
      }
      if found.isEmpty {
        found = options.filter { option in
          option.says.contains { Self.plain($0) == key }
            || Phrases(option.says).match(in: Stems(text)) != nil
        }
      }
      if found.isEmpty {
        found = options.filter { option in
          Self.plain(option.label).split(separator: " ").map(String.init).contains(key)
        }
      }
    }
    if found.count == 1, let only = found.first { return only }
    let names = (found.isEmpty ? options : found).map { "`\($0.id)`" }
    if found.count > 1 {
      throw Problem(
        .badAnswer, "“\(text)” fits more than one option.",
        help: "Write \(Self.list(names)).")
    }
    throw Problem(
      .badAnswer, "“\(text)” is none of the options.",
      help: "Write \(Self.list(names)), or the number.")
  }

  /// Several options, by commas, semicolons or "and"; "all" and "none" count.
  func options(_ text: String) throws(Problem) -> [String] {
    let key = Self.plain(text)
    if key == "all" || key == "all of them" || key == "everything" {
      return question.options.map(\.id)
    }
    if key == "none" || key == "none of them" || key == "nothing" { return [] }
    if let single = try? option(text) { return [single.id] }
    var ids: [String] = []
    let parts = text.replacing(" and ", with: ",").replacing(" & ", with: ",").split {
      $0 == "," || $0 == ";" || $0 == "/" || $0 == "+"
    }
    let pieces = parts.count == 1 ? text.split(separator: " ") : parts
    for part in pieces {
      let id = try option(String(part).trimmed).id
      if !ids.contains(id) { ids.append(id) }
    }
    guard !ids.isEmpty else {
      _ = try option(text)
      return []
    }
    return ids
  }

  /// A point: its number, or its label.
  func point(_ text: String) throws(Problem) -> Int {
    let options = question.options
    if options.isEmpty {
      let low = Int(within: question.validate.min ?? 1) ?? 1
      let high = question.validate.max.flatMap { Int(within: $0) }
      let words = Words(text)
      let match = words.quantity(at: 0)
      guard let match, match.value == match.value.rounded(),
        words.isOver(match.end) || rest(words, match.end),
        abs(match.value) < 1_000_000
      else {
        throw Problem(
          .badAnswer, "“\(text)” is not a point on the scale.",
          help: "Write a whole number\(high.map { " from \(low) to \($0)" } ?? "").")
      }
      return Int(match.value)
    }
    let words = Words(text)
    var typed = Int(Self.plain(text))
    if let match = words.quantity(at: 0), rest(words, match.end) || words.isOver(match.end) {
      typed = Int(within: match.value)
    }
    if let typed {
      if let named = options.first(where: { Int($0.id) == typed }) { return Int(named.id) ?? typed }
      guard options.indices.contains(typed - 1), options.allSatisfy({ Int($0.id) == nil }) else {
        throw Problem(
          .badAnswer, "\(typed) is not on the scale.",
          help: "Write a number from \(first) to \(last), or a label.")
      }
      return typed
    }
    let option = try option(text)
    return Int(option.id) ?? (options.firstIndex(of: option) ?? 0) + 1
  }

  private var first: String {
    question.options.first.flatMap { Int($0.id) != nil ? $0.id : nil } ?? "1"
  }

  private var last: String {
    question.options.last.flatMap { Int($0.id) != nil ? $0.id : nil } ?? "\(question.options.count)"
  }

  /// "4 of 5", "4/5", "4 out of 5".
  private func rest(_ words: Words, _ end: Int) -> Bool {
    if words.is(end, "/", "of"), words.width(end + 1) > 0 { return words.isOver(end + 2) }
    return words.has("out of", at: end) && words.width(end + 2) > 0 && words.isOver(end + 3)
  }

  static func plain(_ text: String) -> String {
    var key = text.trimmed.lowercased().replacing("’", with: "'")
    while let last = key.last, ".,;!".contains(last) { key.removeLast() }
    return key.split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: " ")
  }

  static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension StringProtocol {
  /// Without spaces and line ends at both ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
