import Conversation
import Foundation
import RapportKit
import RapportTesting
import Testing

/// A conversation that was cut off anywhere and taken up ends as if it had not been.
struct ResumingTests {
  static let command = Command.asking(
    .customer, .person, .choice("severity", "minor", "major"),
    .text("detail", when: .oneOf(id: "severity", values: ["major"])), ChangingTests.harm,
    Question("when", ask: "When?", type: .date), ControlWordsTests.cause, .steps,
    options: ChangingTests.times, drafts: [DraftSpec("m")])
  static let name = Question("me.name", ask: "Your name?", type: .text)

  /// Lines that use most of the words; what is not accepted is not kept, and may be lost.
  static let script = [
    "Nordlicht", "Ida Holm", "major", "show", "the label", "print labels, 9:10 to 12:10",
    "yesterday", "back", "in 2 days", "change 1", "Acme", "Ida Holm", "unknown", "Dana", "called",
    "back", "wrote", "Sam", "skip", "change severity", "minor", "", "Sam Reed", "fine",
  ]

  /// Asks one more question once the name is known.
  private struct Further: Plugin {
    let desk: Desk
    func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
      desk.keep(request.answers)
      guard request.state.isEmpty else {
        return .done(
          Reply(
            change: Change(put: [
              Record(id: request.recordID(0), kind: "note", title: request.answers.line)
            ])))
      }
      return .ask(Form([.text("feedback")], state: "1"))
    }
  }

  static func run(
    _ lines: [String], on desk: Desk, resuming found: Journal.Found? = nil
  ) async -> Ending {
    await desk.run(
      lines, of: command, sentence: found == nil ? "we were late" : nil, personal: [name],
      plugin: Further(desk: desk), resuming: found)
  }

  @Test func `A line that was broken off is recalled, until another is typed`() async throws {
    let desk = Desk()
    let command = Command.asking(.text("what"), .text("more"))
    #expect(Talk.word(for: await desk.run(["labels", "and they co^C"], of: command)) == "parked")
    let first = try #require(Journal.parked(in: desk.folder).first)
    #expect(first.lines.map(\.state) == [.answer, .begun])
    let again = await desk.run(["and they could not sc^C"], of: command, resuming: first)
    #expect(Talk.word(for: again) == "parked")
    let second = try #require(Journal.parked(in: desk.folder).first)
    let end = await desk.run(["show", "and they could not scan"], of: command, resuming: second)
    #expect(Talk.word(for: end) == "done")
    #expect(
      desk.earlier == [
        "", "", "and they co", "and they could not sc", "and they could not sc",
      ])
    #expect(
      desk.said.filter { $0.contains("begun") } == [
        "note You had begun “and they co”; the Up key brings it back.",
        "note You had begun “and they could not sc”; the Up key brings it back.",
      ])
    #expect(desk.answers == "more=and they could not scan what=labels")
  }

  @Test func `From every line on, a resumed conversation gives the same answers`() async throws {
    let whole = Desk()
    #expect(Talk.word(for: await Self.run(Self.script, on: whole)) == "done")
    #expect(whole.answers.hasSuffix("when=2026-11-26"))
    for count in Self.script.indices {
      let desk = Desk()
      let cut = await Self.run(Array(Self.script.prefix(count)), on: desk)
      #expect(Talk.word(for: cut) == "parked")
      desk.wait(minutes: 60 * 24 * 3)
      let found = try #require(Journal.parked(in: desk.folder).first)
      let rest = Array(Self.script.dropFirst(count))
      #expect(Talk.word(for: await Self.run(rest, on: desk, resuming: found)) == "done")
      // Days are counted from when a line was typed; those typed after the pause are three days on.
      let date = count > 8 ? "when=2026-11-26" : "when=2026-11-29"
      #expect(desk.answers == whole.answers.replacing("when=2026-11-26", with: date))
      #expect(Journal.parked(in: desk.folder).isEmpty)
    }
  }

  /// A journal cut at random bytes, as a power cut would, resumed with the lines it lost.
  @Test func `A journal cut at any byte is resumed from its whole lines`() async throws {
    let desk = Desk()
    _ = await Self.run(Self.script.dropLast(), on: desk)
    let file = try #require(Journal.parked(in: desk.folder).first?.file)
    let bytes = try #require(FileManager.default.contents(atPath: file))
    let kept = try #require(Journal.read(file)).lines.map(\.text)
    let head = try #require(bytes.firstIndex(of: 0x0A)) + 1
    var seed: UInt64 = 42
    for _ in 0..<12 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let cut = head + Int(seed >> 33) % (bytes.count - head)
      try bytes.prefix(cut).write(to: URL(filePath: file))
      let found = try #require(Journal.read(file))
      let count = bytes.prefix(cut).filter { $0 == 0x0A }.count - 1
      #expect(found.lines.map(\.text) == Array(kept.prefix(count)))
      let other = Desk()
      let ending = await Self.run(
        Array(kept.dropFirst(count)) + ["fine"], on: other, resuming: found)
      #expect(Talk.word(for: ending) == "done")
      #expect(other.answers.contains("feedback=fine"))
      #expect(other.answers.contains("severity=minor"))
    }
  }

  @Test func `The first sentence is read as on the day it was written`() async throws {
    let desk = Desk()
    let command = Command.asking(
      Question("when", ask: "When?", type: .date, from: .date), .text("what"))
    _ = await desk.run([], of: command, sentence: "we were late yesterday")
    desk.wait(minutes: 60 * 24 * 2)
    let found = try #require(Journal.parked(in: desk.folder).first)
    let ending = await desk.run(["labels"], of: command, resuming: found)
    #expect(Talk.word(for: ending) == "done")
    #expect(desk.answers == "what=labels when=2026-11-23")
  }

  @Test func `What was said of an answer that did not fit is not said again`() async throws {
    let desk = Desk()
    let command = Command.asking(Question("when", ask: "When?", type: .date))
    _ = await desk.run(["some day"], of: command)
    let before = desk.said
    let found = try #require(Journal.parked(in: desk.folder).first)
    _ = await desk.run(["yesterday"], of: command, resuming: found)
    #expect(before.contains { $0.hasPrefix("problem ") })
    #expect(desk.said.count { $0.hasPrefix("problem ") } == 1)
    #expect(desk.answers == "when=2026-11-23")
  }

  @Test func `An answer that the records give by now is not put to another question`()
    async throws
  {
    let desk = Desk()
    let command = Command.asking(.customer, .person, .text("what"), .text("end"))
    _ = await desk.run(["Acme", "Ida Holm", "labels"], of: command)
    _ = try await desk.store.save(
      Change(put: [
        Record(
          id: ConversationID(bytes: [201]).record(0), kind: .person, customer: Desk.acme,
          title: "Ida Holm")
      ]),
      as: ChangeEntry(at: "2026-11-24T08:00:00Z", command: "x", conversation: .init(bytes: [99])))
    let found = try #require(Journal.parked(in: desk.folder).first)
    _ = await desk.run(["fine"], of: command, resuming: found)
    #expect(desk.answers == "customer=Acme end=fine person=Ida Holm what=labels")
  }
}
