package import RapportKit

/// A command as it was called.
package struct Invocation: Sendable, Hashable {
  /// The command.
  package var command: Command
  /// The flags every command knows.
  package var flags: Flags
  /// Answers given by flags and positions, to the letter.
  package var given: [Given]
  /// What stood behind the name and reads like a sentence.
  package var sentence: String?
  /// The words behind the name that belong to no flag.
  package var positions: [Position] = []

  /// An answer given on the command line or in a file.
  package struct Given: Sendable, Hashable {
    /// The question's or option's id.
    package var id: String
    /// The value as it was written.
    package var node: Node
    /// Where it comes from.
    package var origin: Answer.Origin
    /// Whether it was given by where it stands.
    var isPlaced = false

    /// An answer as it was written.
    package init(_ id: String, _ node: Node, origin: Answer.Origin = .flag) {
      self.id = id
      self.node = node
      self.origin = origin
    }
  }

  /// A word that stands behind the name, and the line from it on.
  package struct Position: Sendable, Hashable {
    /// The word.
    var word: String
    /// The line as it was typed, from the word on, without flags.
    var rest: String
  }

  /// What one argument takes of the words.
  struct Share {
    var id: String
    var words: [Position]
    /// The line as it was typed, where the argument takes the rest of it; else its words.
    var text: String
    var isLast: Bool
  }

  /// The words by arguments: the first `joined` of them go to the first together, each argument takes one, the last
  /// the rest of the line.
  ///
  /// A last one that takes a time has the words at the end that are one, and the one before it the rest: "due Oak & Co
  /// next week".
  func shares(joining joined: Int = 1) -> [Share] {
    guard let first = positions.first else { return [] }
    var ids = command.arguments
    var words = positions
    var time: Share?
    if let last = ids.last, command.question(last)?.takesTime == true {
      ids.removeLast()
      let own = positions.suffix(Period.count(atEndOf: positions.map(\.word)))
      words.removeLast(own.count)
      if !own.isEmpty { time = Share(id: last, words: Array(own), text: own.line, isLast: true) }
    } else {
      let name = Position(word: positions.prefix(joined).line, rest: first.rest)
      words = [name] + positions.dropFirst(joined)
    }
    let shares = zip(ids, words.indices).map { id, place in
      let isLast = place == ids.count - 1
      let own = isLast ? Array(words[place...]) : [words[place]]
      let isWhole = isLast && time == nil
      return Share(
        id: id, words: own, text: isWhole ? words[place].rest : own.line, isLast: isLast)
    }
    return shares + [time].compactMap(\.self)
  }

  /// Gives the words to the command's arguments by their positions, the first `joined` of them to the first together.
  mutating func place(joining joined: Int = 1) {
    given.removeAll { $0.isPlaced }
    for share in shares(joining: joined) {
      let question = command.question(share.id)
      if share.isLast, let each = question?.each {
        for word in share.words { append(word.word, as: each, to: share.id) }
      } else if share.isLast, question?.from == .text {
        sentence = share.text
      } else {
        given.append(Given(share.id, .text(share.text)))
        given[given.count - 1].isPlaced = true
      }
    }
  }

  /// Calls `command`.
  package init(
    _ command: Command, flags: Flags = Flags(), given: [Given] = [], sentence: String? = nil
  ) {
    self.command = command
    self.flags = flags
    self.given = given
    self.sentence = sentence
  }
}

extension Invocation {
  /// What was given for `id`, as it was written.
  package func text(_ id: String) -> String? { given.last { $0.id == id }?.node.text }
}

extension Collection<Invocation.Position> {
  /// The words, one after the other.
  fileprivate var line: String { map(\.word).joined(separator: " ") }
}

extension Question {
  /// Whether it takes words that say when: "next week", "overdue".
  var takesTime: Bool { type == .text && from == .date }

  /// The one question of a list of single answers: each word or flag is a row.
  var each: String? { type == .list && group.count == 1 ? group[0].id : nil }
}

extension Invocation {
  /// Takes a flag's value; a list of single answers takes one more with each flag.
  mutating func give(_ word: String, to question: Question) {
    if let each = question.each {
      append(word, as: each, to: question.id)
    } else {
      given.append(.init(question.id, .text(word)))
    }
  }

  mutating func append(_ word: String, as each: String, to id: String) {
    let row = Node(.map([.init(each, .text(word))]))
    if let index = given.firstIndex(where: { $0.id == id }), let rows = given[index].node.list {
      given[index].node = .list(rows + [row])
    } else {
      given.append(.init(id, .list([row])))
    }
  }
}
