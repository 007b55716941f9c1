package import RapportKit

/// Where commands are found: all in short, and one in full when it is called.
package protocol CommandSource: Sendable {
  /// All commands in short.
  var briefs: [CommandBrief] { get }
  /// The command of that name, in full.
  func command(_ name: String) throws(Problem) -> Command
  /// What people say who mean the command of that name.
  func says(of name: String) throws(Problem) -> [String]
  /// Sentences that are for none of them, although they sound so.
  var elsewhere: [String] { get throws(Problem) }
  /// Throws a usage problem when the words of `invocation` can be nothing that its command takes.
  func check(_ invocation: Invocation) throws(Problem)
}

extension CommandSource {
  /// All that the questions' types allow can be taken.
  package func check(_ invocation: Invocation) throws(Problem) {}

  /// What the command itself names.
  package func says(of name: String) throws(Problem) -> [String] { try command(name).says }

  /// None.
  package var elsewhere: [String] { [] }
}

/// What a line is.
package enum Parsed: Sendable {
  /// Nothing.
  case nothing(Flags)
  /// A command.
  case command(Invocation)
  /// Something else; with the usage problem when it begins with a command's name.
  case text(String, Flags, Problem?)
}

/// Reads a line as a command: the one parser of prompt, arguments, scripts and pipes.
///
/// A line is a command when its first word or two name one and the rest can be what that takes: a number where one is
/// due, a name where one is due, and what the command itself knows of its words. Else it is a sentence that happens to
/// begin so: "set a timer", "help me find it". A unique prefix of three letters or more counts as the whole line only.
package struct CommandParser: Sendable {
  private let source: any CommandSource

  /// Reads lines as commands of `source`.
  package init(_ source: any CommandSource) { self.source = source }

  /// Reads `words`.
  package func parse(_ words: LineWords) throws(Problem) -> Parsed {
    var flags = Flags()
    var list = words.words[...]
    // Flags that every command knows may stand before its name.
    while let first = list.first, first.hasPrefix("--"), first.count > 2 {
      let count = try takeCommon(Array(list), into: &flags)
      guard count > 0 else { throw unknownFlag(first, in: nil) }
      list = list.dropFirst(count)
    }
    guard let first = list.first else { return .nothing(flags) }
    let text = words.rest(from: list.startIndex)
    guard let (name, used) = name(Array(list)) else {
      if first.hasPrefix("-"), first.count > 1 { throw unknownFlag(first, in: nil) }
      return .text(text, flags, nil)
    }
    do {
      let command = try source.command(name)
      var invocation = Invocation(command, flags: flags)
      try arguments(words, from: list.startIndex + used, into: &invocation)
      try source.check(invocation)
      return .command(invocation)
    } catch  where error.code == .usage {
      return .text(text, flags, error)
    }
  }

  /// The command that the first words name, and how many words its name took.
  private func name(_ words: [String]) -> (name: String, used: Int)? {
    let briefs = source.briefs
    for count in [2, 1] where words.count >= count {
      let candidate = words.prefix(count).joined(separator: " ").lowercased()
      if let brief = briefs.first(where: { $0.name == candidate || $0.aliases.contains(candidate) })
      {
        return (brief.name, count)
      }
    }
    guard words.count == 1, words[0].count >= 3 else { return nil }
    let prefix = words[0].lowercased()
    let names = briefs.flatMap { brief in ([brief.name] + brief.aliases).map { ($0, brief.name) } }
    let matches = names.filter { $0.0.hasPrefix(prefix) }
    // `draf` means `drafts`, although `drafts show` begins so too.
    let short = matches.filter { !$0.0.contains(" ") }
    let found = Set((short.isEmpty ? matches : short).map { $0.1 })
    return found.count == 1 ? found.first.map { ($0, 1) } : nil
  }

  private func arguments(_ words: LineWords, from start: Int, into invocation: inout Invocation)
    throws(Problem)
  {
    let command = invocation.command
    var positions: [(index: Int, word: String)] = []
    var index = start
    var flagsEnded = false
    while index < words.words.count {
      let word = words.words[index]
      if word == "--", !flagsEnded {
        flagsEnded = true
        index += 1
      } else if word.hasPrefix("--"), word.count > 2, !flagsEnded {
        index += try takeFlag(Array(words.words[index...]), into: &invocation)
      } else {
        positions.append((index, word))
        index += 1
      }
    }
    guard !positions.isEmpty else { return }
    guard !command.arguments.isEmpty else {
      throw Problem(
        .usage, "“\(command.name)” takes no “\(positions[0].word)”.",
        help: "See `help \(command.name)`.")
    }
    invocation.positions = positions.enumerated().map { place, position in
      let tail = positions[place...]
      // The rest of the line stays as it was typed, unless flags stand in between.
      let isWhole = tail.count == words.words.count - position.index
      return .init(
        word: position.word,
        rest: isWhole
          ? words.rest(from: position.index) : tail.map(\.word).joined(separator: " "))
    }
    for share in invocation.shares() {
      guard let question = command.question(share.id) else { continue }
      try check(share.words, share.text, question, share.isLast, command)
    }
    invocation.place()
  }

  /// "to a bug they lost an hour" names nobody, "my balance" is no file and "the last event" no number.
  ///
  /// A name does not begin with a small word, and what takes the rest of the line as a customer has none in it that
  /// parts a sentence, and no verb: "today Acme called". What takes the rest of the line and is no name may.
  private func check(
    _ words: [Invocation.Position], _ text: String, _ question: Question, _ isLast: Bool,
    _ command: Command
  ) throws(Problem) {
    func misfit(_ what: String) -> Problem {
      Problem(
        .usage, "`\(command.name)` takes \(what), and “\(text)” is none.",
        help: "See `help \(command.name)`.")
    }
    if question.type == .number {
      guard (try? Reader.number(text)) != nil else { throw misfit("a number") }
      return
    }
    let isWho = [.customer, .person].contains(question.type)
    guard isWho || question.each != nil || (question.type == .text && !isLast) else { return }
    let parting = { (word: String) in
      Lexicon.functionWords.contains(word) && !Lexicon.inNames.contains(word)
    }
    guard !Lexicon.functionWords.contains(words[0].word),
      !isWho || !words.contains(where: { parting($0.word) }) && !Words(text).saysWhatWasDone
    else { throw misfit("a name") }
  }

  /// Takes a flag and its value; says how many words that was.
  private func takeFlag(_ words: [String], into invocation: inout Invocation) throws(Problem) -> Int
  {
    let (name, inline) = Self.split(words[0])
    let id = name.replacing("-", with: "_")
    // `--format json` is `--json` everywhere; other formats are the command's own.
    if name == "format", (inline ?? words.dropFirst().first) == "json" {
      return try takeCommon(words, into: &invocation.flags)
    }
    guard let question = invocation.command.question(name) ?? invocation.command.question(id) else {
      let count = try takeCommon(words, into: &invocation.flags)
      guard count > 0 else { throw unknownFlag(words[0], in: invocation.command) }
      return count
    }
    if let inline {
      invocation.give(inline, to: question)
      return 1
    }
    let next = Self.value(after: words)
    let isAnswer = next.map { ["yes", "no", "y", "n", "true", "false"].contains($0.lowercased()) }
    if question.type == .yesno, isAnswer != true {
      invocation.given.append(.init(question.id, .text("yes")))
      return 1
    }
    guard let next else {
      throw Problem(
        .usage, "`--\(name)` needs a value.",
        help: "Write `--\(name) …`, or see `help \(invocation.command.name)`.")
    }
    invocation.give(next, to: question)
    return 2
  }

  fileprivate func takeCommon(_ words: [String], into flags: inout Flags) throws(Problem) -> Int {
    var (name, inline) = Self.split(words[0])
    if name == "format" {
      guard (inline ?? words.dropFirst().first) == "json" else { return 0 }
      flags.json = true
      return inline == nil ? 2 : 1
    }
    guard let spec = Flags.specs.first(where: { $0.name == name }) else { return 0 }
    guard spec.value != nil else {
      guard inline == nil else {
        throw Problem(.usage, "`--\(name)` takes no value.", help: "Write `--\(name)` alone.")
      }
      try flags.take(spec, nil)
      return 1
    }
    var count = 1
    if inline == nil {
      inline = Self.value(after: words)
      count = 2
    }
    guard let inline else {
      throw Problem(
        .usage, "`--\(name)` needs a value.", help: "Write `--\(name) \(spec.value ?? "")`.")
    }
    try flags.take(spec, inline)
    return count
  }

  /// The word after a flag, unless it is a flag itself.
  private static func value(after words: [String]) -> String? {
    words.dropFirst().first.flatMap { $0.hasPrefix("--") && $0.count > 2 ? nil : $0 }
  }

  private static func split(_ word: String) -> (name: String, value: String?) {
    let parts = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts.first ?? ""), parts.count == 2 ? String(parts[1]) : nil)
  }

  private func unknownFlag(_ word: String, in command: Command?) -> Problem {
    let name = Self.split(word).name
    let own = (command?.options ?? []) + (command?.questions ?? [])
    let near = name.nearest(in: own.map(\.id) + Flags.specs.map(\.name))
    return Problem(
      command == nil ? .usage : "unknown-flag",
      "There is no flag “\(word.hasPrefix("--") ? "--" + name : word)”.",
      help: near.map { "Did you mean “--\($0)”?" }
        ?? "See `help\(command.map { " " + $0.name } ?? "")`.")
  }
}

extension CommandParser {
  /// The flags among `words` that every command knows, wherever they stand; other words are passed over.
  package func flags(_ words: LineWords) throws(Problem) -> Flags {
    var flags = Flags()
    var index = 0
    while index < words.words.count {
      let rest = Array(words.words[index...])
      let count =
        rest[0].hasPrefix("--") && rest[0].count > 2 ? try takeCommon(rest, into: &flags) : 0
      index += max(1, count)
    }
    return flags
  }
}

extension Words {
  /// Whether a verb stands behind the first word, in small letters as no name has it.
  fileprivate var saysWhatWasDone: Bool {
    all.indices.dropFirst().contains { index in
      all[index].kind == .letters && !all[index].isCapitalised && isVerb(index)
        && !self.is(index, in: Lexicon.companyEndings)
    }
  }
}
