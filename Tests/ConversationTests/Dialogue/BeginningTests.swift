import Conversation
import Foundation
import RapportKit
import Testing

/// What a conversation begins with, and who is new in it.
struct BeginningTests {
  static let told = Question(
    "told", ask: "Told?", type: .choice,
    options: [.init("no", label: "not told", says: ["nobody told"], note: "They have not heard.")],
    from: .option)
  static let outage = Command.asking(
    .customer, .person, Question("what", ask: "What?", type: .text, from: .text),
    Question("when", ask: "When?", type: .date, from: .date), told, .text("end"),
    drafts: [DraftSpec("message")])

  @Test func `The first sentence is noted, and what it answers is not asked`() {
    let talk = Talk(
      Self.outage, sentence: "we were down three hours yesterday and nobody told Acme")
    #expect(
      talk.heard == [
        "– They have not heard.",
        "– Noted: Acme, Maria Ortiz, Mon 23 Nov, not told. (draft = write it now with what we have)",
        "1 of 1 · End?",
      ])
  }

  @Test
  func `A name in small letters that stands where a customer does is offered, and Enter takes it`()
  {
    var talk = Talk(Self.outage, sentence: "we sent birchwood the wrong invoice yesterday")
    #expect(talk.heard.last == "1 of 4 · Customer?  [Birchwood]")
    #expect(talk.say("").first == "– Birchwood is new to me; added, `undo` takes it back.")
    talk.say("draft")
    #expect(talk.answers.hasPrefix("customer=Birchwood what=we sent birchwood the wrong invoice"))
    var other = Talk(Self.outage, sentence: "we sent birchwood the wrong invoice yesterday")
    other.say("Kite", "draft")
    #expect(other.answers.hasPrefix("customer=Kite "))
  }

  @Test func `The one person on record is noted when the customer is typed`() {
    var talk = Talk(.asking(.customer, .person, .text("end")))
    #expect(talk.say("Acme") == ["– Noted: Maria Ortiz.", "2 of 2 · End?"])
    talk.say("draft")
    #expect(talk.answers == "customer=Acme person=Maria Ortiz")
  }

  @Test func `A new customer and a new person are read back, and saved with their ids`() {
    var talk = Talk(.asking(.customer, .person))
    #expect(
      talk.say("Nordlicht") == [
        "– Nordlicht is new to me; added, `undo` takes it back.", "2 of 2 · Person?",
      ])
    #expect(
      talk.say("Ida Holm") == ["– Ida Holm is new to me; added, `undo` takes it back.", "done"])
    // By their names, so that two who name the same newcomer at once name one record.
    let customer = ConversationID(of: "customer nordlicht ").record(980)
    let person = ConversationID(of: "person ida holm nordlicht").record(980)
    #expect(talk.saved.map(\.id) == [customer, person])
    #expect(talk.saved.map(\.title) == ["Nordlicht", "Ida Holm"])
    #expect(talk.saved.last?.customer == customer)
    #expect(talk.requests.first?.answers.named("person")?.id == person)
  }

  @Test func `A newcomer who was corrected is not saved`() {
    var talk = Talk(.asking(.customer, .text("end")))
    talk.say("Nordlich", "back", "Nordlicht", "end")
    #expect(talk.saved.map(\.title) == ["Nordlicht"])
    talk = Talk(.asking(.customer, .text("end")))
    talk.say("Nordlich", "back", "Acme", "end")
    #expect(talk.changes.isEmpty)
  }

  @Test func `A newcomer named in a row, or twice, is saved once`() throws {
    let list = Question("at", ask: "At", type: .list, group: [.person])
    let both = Command.asking(
      .customer, .person, Question("boss", ask: "Boss?", type: .person), list)
    var talk = Talk(both)
    talk.say("Nordlicht", "Ida Holm", "Ida Holm", "Ida Holm", "Ola Berg", "")
    #expect(talk.saved.map(\.title) == ["Nordlicht", "Ida Holm", "Ola Berg"])
    let batch = Talk(
      both,
      given: [
        .init("customer", "Nordlicht"), .init("person", "Ida Holm"), .init("boss", "Ida Holm"),
        .init("at", [["person": "Ola Berg"]]),
      ], interactive: false)
    let put = batch.saved.map(\.id)
    #expect(batch.saved.map(\.title) == ["Nordlicht", "Ida Holm", "Ola Berg"])
    let answers = try #require(batch.requests.first).answers
    #expect(answers.named("person")?.id == put.dropFirst().first)
    #expect(answers.named("boss")?.id == put.dropFirst().first)
    guard case .list(let rows)? = answers["at"]?.value else {
      Issue.record("no rows")
      return
    }
    #expect(rows.map { $0.named("person")?.id } == [put.last])
  }

  static let name = Question("me.name", ask: "Your name?", type: .text)

  @Test func `Your name is asked when a draft needs it, and remembered`() {
    let command = Command.asking(.text("what"), drafts: [DraftSpec("message")])
    var talk = Talk(command, personal: [Self.name])
    #expect(talk.say("labels") == ["2 · Your name?"])
    #expect(talk.say("back", "prints") == ["2 · Your name?"])
    #expect(talk.say("Sam Reed") == ["done"])
    #expect(talk.remembered == ["me.name=Sam Reed"])
    #expect(Talk(.asking(), personal: [Self.name]).heard == ["done"])
    #expect(
      Talk(
        command, given: [.init("what", "labels")], settings: ["me.name": .text("Sam")],
        personal: [Self.name]
      ).heard.last == "done")
  }

  @Test func `Show knows the name that was just given`() {
    let command = Command.asking(.text("what"), drafts: [DraftSpec("message")])
    var talk = Talk(
      command, personal: [Self.name], plugin: { _, _ in .ask(Form([.text("more")])) })
    talk.say("labels", "Sam Reed")
    #expect(talk.say("show").first?.contains("2. Your name? Sam Reed") == true)
  }

  @Test func `A flag that does not fit is told, and asked`() {
    let number = Question("n", ask: "How many?", type: .number)
    let talk = Talk(.asking(number), given: [.init("n", "a lot")])
    #expect(talk.heard.count == 2)
    #expect(talk.heard.last == "1 of 1 · How many?")
  }

  @Test func `In a file, a tilde leaves out and unknown is unknown`() {
    let command = Command.asking(
      .text("what"), .text("more", required: false), ControlWordsTests.cause)
    for tilde: Node in [nil, "~"] {
      let talk = Talk(
        command,
        given: [.init("what", tilde), .init("more", tilde), .init("cause", "Unknown")],
        interactive: false)
      #expect(talk.heard == ["done"])
      #expect(talk.requests.first?.answers.ids == ["more", "cause"])
      #expect(talk.requests.first?.answers["cause"]?.isUnknown == true)
      #expect(talk.requests.first?.early == true)
    }
    let talk = Talk(command, given: [.init("what", "unknown")], interactive: false)
    #expect(talk.heard == ["✗ “what” cannot be left unknown."])
  }

  @Test func `Rows in a file are read by their group`() {
    let rows: [(Node, String)] = [
      ([["who": "Dana", "did": "called"]], "done"), ([["who": "Dana"]], "done"),
      ([["did": "called"]], "✗ A row of “steps” has no “who”."),
      ([["who": nil]], "done"),
      ([["whom": "Dana"]], "✗ “steps” has no “whom”."),
      (["Dana"], "✗ A row of “steps” needs keys and values."),
    ]
    for (node, ending) in rows {
      let talk = Talk(.asking(.steps), given: [.init("steps", node)], interactive: false)
      #expect(talk.heard == [ending], "\(node.json)")
    }
  }
}
