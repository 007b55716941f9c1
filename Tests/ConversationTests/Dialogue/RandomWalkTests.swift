import Conversation
import Foundation
import RapportKit
import Testing

/// Random walks through a conversation of every type: each ends, and ends with what was said last.
///
/// RAPPORT_WALKS sets how many; `make bench FULL=1` takes 10,000.
struct RandomWalkTests {
  @Test func `However one gets there, the answers are those of the straight way`() {
    let count = ProcessInfo.processInfo.environment["RAPPORT_WALKS"].flatMap { Int($0) } ?? 12
    for seed in 0..<UInt64(count) {
      var walk = Walk(seed: seed)
      walk.go()
      let straight = walk.straight()
      guard walk.talk.ending != nil, walk.talk.answers == straight else {
        Issue.record(
          """
          walk \(seed): \(walk.talk.answers)
          straight: \(straight)
          \(walk.log.joined(separator: " | "))
          """)
        return
      }
    }
  }
}

/// One walk, with what it said last to each question.
private struct Walk {
  static let command = Command.asking(
    .customer, .person, .choice("kind", "minor", "major"),
    .text("detail", when: .oneOf(id: "kind", values: ["major"])),
    Question("count", ask: "Count?", type: .number, validate: .init(min: 1, max: 90)),
    Question("day", ask: "Day?", type: .date),
    Question("after", ask: "After?", type: .date, standard: .offset(Offset(days: 2, after: "day"))),
    Question("cost", ask: "Cost?", type: .money, required: false),
    Question("sure", ask: "Sure?", type: .yesno, when: .answered("cost")), steps,
    Question("note", ask: "Note?", type: .longtext, required: false),
    ControlWordsTests.cause, .text("end"))
  static let steps = Question(
    "steps", ask: "Steps", type: .list, required: false,
    group: [.text("who"), .text("did", required: false)])

  /// Answers that fit, by question; the empty one takes a default or skips.
  static let fitting: [String: [String]] = [
    "customer": ["Acme", "Oak & Co", "Kite", "Nordlicht"], "person": ["Tom Jones", "Ida Holm", ""],
    "kind": ["minor", "major"], "detail": ["the label", "\"back\""], "count": ["1", "12", "90"],
    "day": ["2026-12-01", "yesterday", "friday"], "after": ["", "2026-12-24"],
    "cost": ["300 EUR", "", "skip"], "sure": ["yes", "no"], "who": ["Dana", "Sam", "\"skip\""],
    "did": ["called", "", "skip"], "note": ["two\nlines", "skip", "one"],
    "cause": ["I fell", "unknown"], "end": ["fine", "//etc"],
  ]
  static let unfitting: [String: [String]] = [
    "kind": ["blue"], "count": ["0", "91", "a lot"], "day": ["some day", "2026-02-30"],
    "cost": ["a lot"], "sure": ["perhaps"], "end": [""], "detail": [""], "cause": [""],
  ]

  private(set) var talk: Talk
  private(set) var log: [String] = []
  private var random: UInt64
  /// What was said last, by question.
  private var said: [String: String] = [:]
  private var rows: [[String]] = []
  private var row: [String] = []
  private var editing: Int?
  private var cameBack = false
  /// What the row said before, which Enter keeps.
  private var kept: [String]?

  init(seed: UInt64) {
    random = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    talk = Talk(Self.command, settings: Fixture.euro)
  }

  private mutating func pick(_ count: Int) -> Int {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(random >> 33) % count
  }

  private mutating func say(_ line: String) {
    log.append("\(talk.prompt?.id ?? ""): \(line)")
    talk.say(line)
  }

  mutating func go() {
    for step in 0..<400 where talk.ending == nil {
      let id = talk.prompt?.id ?? ""
      // After a while it only goes ahead, and must come to an end.
      switch step > 120 ? 0 : pick(20) {
      case 0...10: id == "who" || id == "did" ? answerInRow(id) : answer(id)
      case 11: if let wrong = Self.unfitting[id] { say(wrong[pick(wrong.count)]) }
      case 12, 13: goBack(id)
      case 14, 15: change()
      case 16: say(["show", "why", "help", "/due", "change 99"][pick(5)])
      case 17: resume()
      case 18 where id == "who" && kept == nil && row.isEmpty: editRows()
      default: keep(id)
      }
    }
  }

  private mutating func answer(_ id: String) {
    guard let lines = Self.fitting[id] else { return }
    // Acme's one person is known, so that the straight way never asks.
    guard id != "person" || talk.prompt?.standard == nil else { return say("") }
    // At a question asked again the empty line means what was said.
    let line = lines[pick(lines.count)]
    let standard = talk.prompt?.standard
    say(line)
    if line.isEmpty, let standard, said[id] != nil, id != "after" || standard == said[id] { return }
    said[id] = line
  }

  /// Enter at a question that is asked again.
  private mutating func keep(_ id: String) {
    guard id != "who", id != "did", let old = said[id], talk.prompt?.standard == old else { return }
    say("")
  }

  private mutating func answerInRow(_ id: String) {
    if id == "who", kept == nil, row.isEmpty, editing == nil, pick(3) == 0 {
      say("")
      return
    }
    let lines = Self.fitting[id] ?? []
    var line = lines[pick(lines.count)]
    say(line)
    let place = id == "who" ? 0 : 1
    if line.isEmpty, let kept, kept.indices.contains(place) { line = kept[place] }
    row.append(line)
    if id == "did" { endRow() }
  }

  private mutating func endRow() {
    if let editing { rows[editing] = row } else { rows.append(row) }
    (row, editing, kept, cameBack) = ([], nil, nil, false)
  }

  private mutating func goBack(_ id: String) {
    say("back")
    if id == "did" {
      kept = [row.removeLast()] + (kept?.dropFirst() ?? [])
    } else if id == "who" {
      if editing != nil, !cameBack {
        (row, editing, kept) = ([], nil, nil)
      } else if case let before = editing ?? rows.count, before > 0 {
        (row, editing, cameBack) = ([rows[before - 1][0]], before - 1, true)
        kept = rows[before - 1]
      }
    }
  }

  private mutating func change() {
    say("change \(1 + pick(12))")
  }

  private mutating func editRows() {
    guard !rows.isEmpty else { return }
    let place = pick(rows.count)
    if pick(2) == 0 {
      say("remove \(place + 1)")
      rows.remove(at: place)
    } else {
      say("edit \(place + 1)")
      (editing, kept) = (place, rows[place])
    }
  }

  /// Cuts the conversation off, and takes it up again from what stands in the journal.
  private mutating func resume() {
    log.append("resume")
    var lines = talk.journal
    talk = Talk(Self.command, settings: Fixture.euro)
    while talk.ending == nil, let id = talk.prompt?.id,
      let index = lines.firstIndex(where: { $0.typed.question == id })
    {
      talk.say(lines[index].typed.text)
      lines.removeFirst(index + 1)
    }
  }

  /// The answers of one who says to each question, in order, what was said last.
  func straight() -> String {
    var other = Talk(Self.command, settings: Fixture.euro)
    var rest = rows
    var inRow: [String] = []
    for _ in 0..<400 where other.ending == nil {
      switch other.prompt?.id ?? "" {
      case "who":
        inRow = rest.isEmpty ? [] : rest.removeFirst()
        other.say(inRow.first ?? "")
      case "did": other.say(inRow.last ?? "")
      case let id:
        guard let line = said[id] else { return "nothing was said to \(id)" }
        other.say(line)
      }
    }
    return other.answers
  }
}
