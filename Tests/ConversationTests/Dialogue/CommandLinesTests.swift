import Conversation
import Foundation
import RapportKit
import Testing

/// A command's name typed where any words could be the answer.
struct CommandLinesTests {
  static let commands: Set = ["due", "resume", "copy", "copy note", "drafts show", "maria ortiz"]

  static func talk(_ type: QuestionType) -> Talk {
    let options = type == .choice ? ["due", "later on"] : []
    return Talk(
      .asking(Question("it", ask: "It?", type: type, options: options.map { Question.Option($0) })),
      commands: commands)
  }

  @Test(arguments: [QuestionType.text, .longtext, .person, .customer, .commitment])
  func `A command's name is no answer where any words could be one`(type: QuestionType) {
    for line in ["due", " Resume ", "copy note", "drafts show", "resume 2"] {
      var talk = Self.talk(type)
      let name = line.trimmingCharacters(in: .whitespaces)
      #expect(
        talk.say(line) == [
          "– `\(name)` is a command: `/\(name)` runs it, `\"\(name)\"` is the answer.",
          "1 of 1 · It?",
        ])
      #expect(talk.journal.isEmpty)
    }
  }

  @Test(arguments: [
    ("\"due\"", "due"), ("'resume 2'", "resume 2"), ("due to rain", "due to rain"),
    ("copy notes", "copy notes"), ("2", "2"),
  ])
  func `Quotes make it the answer, and more words are none`(line: String, answer: String) {
    var talk = Self.talk(.text)
    #expect(talk.say(line) == ["done"])
    #expect(talk.requests.first?.answers.text("it") == answer)
  }

  @Test(arguments: ["promise kept 99", "due acme", "Due"])
  func `A command at a question that it does not fit is told how to run`(line: String) {
    for type in [QuestionType.date, .money, .number, .choice] {
      var talk = Talk(
        .asking(
          Question("it", ask: "It?", type: type, options: type == .choice ? [.init("red")] : [])),
        commands: ["due", "promise kept"])
      #expect(
        talk.say(line) == ["– `\(line)` is a command: `/\(line)` runs it.", "1 of 1 · It?"])
      #expect(talk.journal.map(\.typed.text) == [line])
    }
  }

  @Test func `An option and a name on record are answers all the same`() {
    var choice = Self.talk(.choice)
    #expect(choice.say("due") == ["done"])
    var person = Self.talk(.person)
    #expect(person.say("Maria Ortiz") == ["done"])
  }

  @Test func `A slash runs it, and what was answered in quotes comes back in quotes`() {
    var talk = Talk(.asking(.text("what"), .text("more")), commands: Self.commands)
    #expect(talk.say("/due") == ["run due", "1 of 2 · What?"])
    talk.say("\"due\"", "back")
    #expect(talk.prompt?.earlier == ["\"due\""])
    #expect(talk.say("\"due\"") == ["2 of 2 · More?"])
  }

  @Test func `What is given beforehand stays as it is`() {
    let talk = Talk(
      .asking(.text("what")), given: [.init("what", "due")], commands: Self.commands)
    #expect(talk.answers == "what=due")
  }
}
