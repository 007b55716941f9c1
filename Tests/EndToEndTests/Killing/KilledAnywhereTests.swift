import Foundation
import RapportTesting
import Testing

/// A power cut may come at any instant: no answer whose next prompt was seen is lost, and nothing is saved twice.
///
/// Four instants are tried here: at the start, at two answers and at the end, where all is saved.
/// RAPPORT_KILL_POINTS=all, as in `make bench FULL=1`, tries every one.
@Suite(.serialized) struct KilledAnywhereTests {
  @Test func `killed in the middle of any write, sync, renaming or removal, it goes on`() throws {
    let whole = try Interview()
    guard let killer = try Killer(in: whole.home) else {
      print("Skipped: there is no C compiler to build the library that kills.")
      return
    }
    let log = whole.home + "/count"
    let preload = ["LD_PRELOAD": killer.library]
    let terminal = try whole.sitDown(preload.merging(["KILL_LOG": log]) { $1 })
    func written() throws -> Int {
      try #require(Int(try String(contentsOfFile: log, encoding: .utf8)))
    }
    #expect(try whole.say("interview", at: terminal))
    let begun = try written()
    #expect(try whole.answer(from: 1, to: 11, at: terminal))
    #expect(Interview.question(terminal.screen) == 12)
    let answered = try written()
    // An answer is one write and one sync at least.
    #expect(answered - begun >= 2 * 11)
    #expect(try whole.answer(from: 12, at: terminal) == (12, true))
    _ = try whole.say("exit", at: terminal)
    let wanted = try whole.outcome()
    #expect(wanted.contains("Hello Nordlicht: two crates were missing"))
    let count = try written()
    #expect(count > answered + 10)

    let all = ProcessInfo.processInfo.environment["RAPPORT_KILL_POINTS"] == "all"
    // At the start, half an answer written, one written and not synced, and half of the saving.
    let few = [begun / 2, begun + 3, (begun + answered) / 2 + 1, (answered + count) / 2]
    let points = all ? Array(1...count) : few
    for point in points {
      let interview = try Interview()
      try kill(interview, at: point, with: preload)
      let outcome = try interview.outcome()
      #expect(outcome == wanted, "killed at \(point) of \(count)")
    }
    print("Killed at \(points.count) of \(count) points.")
  }

  private func kill(_ interview: Interview, at point: Int, with preload: [String: String]) throws {
    let first = try interview.sitDown(preload.merging(["KILL_AT": "\(point)"]) { $1 })
    var accepted = 0
    if !first.isOver, try interview.say("interview", at: first) {
      accepted = try interview.answer(from: 1, at: first).accepted
    }
    if !first.isOver { _ = try interview.say("exit", at: first) }
    let second = try interview.sitDown()
    if accepted > 0, accepted < 12 {
      #expect(
        second.screen.contains("You left “interview” open") || accepted == 11, "killed at \(point)")
    }
    #expect(try interview.say("resume", at: second))
    if let question = Interview.question(second.screen) {
      #expect(question > accepted, "killed at \(point): \(accepted) answers, asked \(question)")
      _ = try interview.answer(from: question, at: second)
    } else if accepted < 11 {
      // Before the first answer was on disk there is nothing to go on with.
      #expect(accepted == 0, "killed at \(point): \(accepted) answers are lost\n\(second.screen)")
      #expect(try interview.say("interview", at: second))
      _ = try interview.answer(from: 1, at: second)
    }
    _ = try interview.say("exit", at: second)
  }

  @Test func `two at work never offer each other's conversation`() throws {
    let interview = try Interview()
    let one = try interview.sitDown()
    #expect(try interview.say("interview", at: one))
    #expect(try interview.answer(from: 1, to: 3, at: one))
    let other = try interview.sitDown()
    #expect(!other.screen.contains("open"))
    #expect(try interview.say("resume", at: other))
    #expect(other.screen.contains("No conversation is open."))
    #expect(try interview.say("interview", at: other))
    #expect(try interview.say("/resume", at: one))
    #expect(one.screen.contains("No conversation is open."))
    #expect(Interview.question(one.screen) == 4)
    #expect(try interview.say("later", at: one))
    #expect(try interview.say("/resume", at: other))
    #expect(Interview.question(other.screen) == 4)
  }
}

extension Interview {
  /// Answers questions `first` to `last`.
  fileprivate func answer(from first: Int, to last: Int, at terminal: Terminal) throws -> Bool {
    try (first...last).allSatisfy { try say(Self.answers[$0 - 1], at: terminal) }
  }
}
