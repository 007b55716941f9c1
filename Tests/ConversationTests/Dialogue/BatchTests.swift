import Conversation
import Foundation
import RapportKit
import Testing

/// A conversation with nobody to ask.
struct BatchTests {
  static func batch(_ command: Command, _ given: [String: Node] = [:]) -> Talk {
    let ids = (command.questions + command.options).map(\.id).filter { given[$0] != nil }
    return Talk(
      command, given: ids.map { .init($0, given[$0] ?? nil) }, interactive: false)
  }

  @Test func `All that is certainly missing is named, and what depends on it`() {
    let command = Command.asking(
      .choice("severity", "minor", "major"),
      .text("detail", when: .oneOf(id: "severity", values: ["major"])),
      .text("deeper", when: .answered("detail")), .text("optional", required: false), .text("what"))
    #expect(
      Self.batch(command).heard == [
        "missing severity what; detail depending on severity; deeper depending on detail"
      ])
    #expect(Self.batch(command, ["severity": "minor"]).heard == ["missing what"])
    #expect(
      Self.batch(command, ["severity": "major"]).heard
        == ["missing detail what; deeper depending on detail"])
  }

  @Test func `A condition that is settled already does not depend on anything`() {
    let command = Command.asking(
      .choice("a", "x", "y"), .choice("b", "x", "y"),
      .text("none", when: .all([.oneOf(id: "a", values: ["x"]), .oneOf(id: "b", values: ["x"])])),
      .text("some", when: .any([.oneOf(id: "a", values: ["y"]), .oneOf(id: "b", values: ["x"])])),
      .text("not", when: .not(.oneOf(id: "b", values: ["x"]))))
    #expect(Self.batch(command, ["a": "y"]).heard == ["missing b some; not depending on b"])
    #expect(
      Self.batch(command, ["a": "x"]).heard
        == ["missing b; none depending on b; some depending on b; not depending on b"])
  }

  @Test func `What has a default is never missing`() {
    var detail = Question.text("detail", when: .oneOf(id: "severity", values: ["major"]))
    detail.standard = .literal("none")
    let command = Command.asking(.choice("severity", "minor", "major"), detail)
    #expect(Self.batch(command).heard == ["missing severity"])
    #expect(Self.batch(command, ["severity": "major"]).answers == "detail=none severity=major")
  }

  @Test func `All answers that do not fit are told at once`() {
    let command = Command.asking(
      Question("n", ask: "N?", type: .number), .choice("severity", "minor", "major"))
    let talk = Self.batch(command, ["n": "a lot", "severity": "huge"])
    #expect(talk.heard.first?.split(separator: "\n").count == 2)
  }

  @Test func `The same answers are the same conversation, in whatever order they came`() {
    let command = Command.asking(.customer, .text("what"), .text("more", required: false))
    func id(_ given: [(String, Node)]) -> ConversationID? {
      Talk(command, given: given.map { .init($0.0, $0.1) }, interactive: false)
        .requests.first?.conversation
    }
    let first = id([("customer", "Acme"), ("what", "labels")])
    #expect(first != nil)
    #expect(first == id([("what", "labels"), ("customer", "acme")]))
    #expect(first != id([("what", "prints"), ("customer", "Acme")]))
    #expect(first != id([("what", "labels"), ("customer", "Kite")]))
    #expect(first != id([("what", "labels"), ("customer", "Acme"), ("more", "x")]))
  }

  @Test func `A newcomer is the same conversation when it is on record the next time`() {
    let list = Question("at", ask: "At", type: .list, group: [.person])
    let command = Command.asking(.customer, list)
    func id(_ customer: String, _ person: String) -> ConversationID {
      var answers = Answers()
      answers["customer"] = .given(
        .customer(Named(id: RecordID(rawValue: customer), name: "Nordlicht")))
      var row = Answers()
      row["person"] = .given(.person(Named(id: RecordID(rawValue: person), name: "Ida Holm")))
      answers["at"] = .given(.list([row]))
      return ConversationID(of: command, answers: answers)
    }
    #expect(id("1", "2") == id("3", "4"))
  }
}
