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

  /// Gives the words to the command's arguments by their positions, the first `joined` of them to the first together.
  mutating func place(joining joined: Int = 1) {
    given.removeAll { $0.isPlaced }
    let first = positions.prefix(joined).map(\.word).joined(separator: " ")
    let words =
      [Position(word: first, rest: positions.first?.rest ?? "")] + positions.dropFirst(joined)
    for (place, id) in command.arguments.enumerated() where place < words.count {
      let isLast = place == command.arguments.count - 1
      let value = isLast ? words[place].rest : words[place].word
      if isLast, let each = command.question(id)?.each {
        for word in words[place...] { append(word.word, as: each, to: id) }
      } else if isLast, command.question(id)?.from == .text {
        sentence = value
      } else {
        given.append(Given(id, .text(value)))
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

extension Question {
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
