import Conversation
import RapportKit
import Testing

/// Each word of the engine, at each type of question, in each place: nothing is lost, and the question stands.
struct EveryWordTests {
  static let lines: [QuestionType: (line: String, value: String)] = [
    .text: ("labels", "labels"), .longtext: ("labels\nand more", "labels\nand more"),
    .choice: ("major", "major"), .choices: ("minor and major", #"["minor","major"]"#),
    .yesno: ("yes", "true"), .number: ("12", "12"), .money: ("500 EUR", "50000 EUR"),
    .date: ("yesterday", "2026-11-23"), .time: ("9:10", "09:10"), .duration: ("2 hours", "PT2H"),
    .scale: ("2", "2"), .customer: ("Acme", "Acme"), .person: ("Maria Ortiz", "Maria Ortiz"),
    .commitment: ("dana will call by friday", "[dana|call|2026-11-27]"),
  ]

  /// Where the question stands.
  enum Place: CaseIterable { case first, last, inList }

  static func question(_ type: QuestionType) -> Question {
    let options = [.choice, .choices, .scale].contains(type) ? ["minor", "major", "none"] : []
    return Question(
      "it", ask: "It?", type: type, options: options.map { Question.Option($0) }, required: true)
  }

  static func talk(_ type: QuestionType, _ place: Place) -> Talk {
    let it = question(type)
    let list = Question("list", ask: "List", type: .list, group: [.text("who"), it])
    var talk: Talk
    switch place {
    case .first: talk = Talk(.asking(it, .text("end")))
    case .last: talk = Talk(.asking(.text("what"), it))
    case .inList: talk = Talk(.asking(.text("what"), list))
    }
    if place != .first { talk.say("labels") }
    if place == .inList { talk.say("Dana") }
    return talk
  }

  /// Answers the question, and what follows; the answers.
  static func finish(_ talk: inout Talk, _ type: QuestionType, _ place: Place) -> String {
    talk.say(lines[type]?.line ?? "")
    switch place {
    case .first: talk.say("done")
    case .last: break
    case .inList: talk.say("")
    }
    guard case .list(let rows)? = talk.requests.last?.answers["list"]?.value else {
      return talk.answers
    }
    return rows.map(\.line).joined(separator: ";")
  }

  @Test(arguments: QuestionType.allCases.filter { $0 != .list })
  func `Words that answer nothing leave the question as it is`(type: QuestionType) throws {
    let value = try #require(Self.lines[type]).value
    let whole: [Place: String] = [
      .first: "end=done it=\(value)", .last: "it=\(value) what=labels",
      .inList: "it=\(value) who=Dana",
    ]
    for place in Place.allCases {
      for word in ["why", "help", "?", "show", "/due", "unknown", "change 9", "Why?", "HELP"] {
        var talk = Self.talk(type, place)
        let before = talk.prompt
        let heard = talk.say(word)
        #expect(heard.count == 2 && talk.prompt == before, "\(word) \(place)")
        #expect(
          talk.journal.count
            == [Place.first: 0, .last: 1, .inList: 2][place].map {
              word == "change 9" ? $0 + 1 : $0
            })
        #expect(Self.finish(&talk, type, place) == whole[place], "\(word) \(place)")
      }
    }
  }

  @Test(arguments: QuestionType.allCases.filter { $0 != .list })
  func `Words that go elsewhere come back`(type: QuestionType) throws {
    let value = try #require(Self.lines[type]).value
    for word in ["back", "Back.", "undo", "change 1", "change what"] {
      var talk = Self.talk(type, .last)
      #expect(talk.say(word) == ["1 of 2 · What?  [labels]"])
      #expect(talk.say("") == [talk.prompt?.line])
      #expect(talk.prompt?.id == "it")
      #expect(Self.finish(&talk, type, .last) == "it=\(value) what=labels")
      talk = Self.talk(type, .inList)
      talk.say(word)
      #expect(talk.prompt?.id == (word.hasPrefix("change") ? "what" : "who"))
      talk.say("")
      #expect(talk.prompt?.id == "it")
      #expect(Self.finish(&talk, type, .inList) == "it=\(value) who=Dana")
    }
    var first = Self.talk(type, .first)
    #expect(first.say("back").first == "– This is the first question.")
    #expect(Self.finish(&first, type, .first) == "end=done it=\(value)")
  }

  @Test(arguments: QuestionType.allCases.filter { $0 != .list })
  func `Words that pass over it, and words that end it`(type: QuestionType) {
    for place in Place.allCases {
      var talk = Self.talk(type, place)
      talk.say("skip")
      #expect(talk.prompt?.id == [.first: "end", .last: "it", .inList: "who"][place])
      for (word, ending) in [
        ("later", "parked"), ("quit", "left"), ("exit", "left"), ("cancel", "cancelled"),
        ("stop", "cancelled"), ("forget it", "cancelled"), ("draft", "done"),
      ] {
        talk = Self.talk(type, place)
        #expect(talk.say(word) == [ending], "\(word) \(place)")
      }
      #expect(talk.requests.map(\.early) == [true])
    }
  }

  @Test(arguments: QuestionType.allCases.filter { $0 != .list })
  func `In quotes a word is only a word`(type: QuestionType) {
    for word in ["back", "skip", "cancel", "later", "quit", "draft", "change 1"] {
      var talk = Self.talk(type, .last)
      talk.say("\"\(word)\"")
      let takesAny: Set<QuestionType> = [.text, .longtext, .customer, .person]
      #expect(talk.ending == nil || takesAny.contains(type) || type == .commitment)
      #expect(talk.prompt?.id == "it")
      if type == .text || type == .longtext {
        #expect(talk.answers == "it=\(word) what=labels")
      }
    }
  }
}
