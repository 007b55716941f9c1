import Conversation
import Foundation
import RapportKit
import Testing

/// Forms that a plugin asks after the manifest's questions.
struct FormsTests {
  static let twoForms: Talk.Plugin = { _, request in
    switch request.state {
    case "": .ask(Form([.text("second")], state: "1", title: "Two more things."))
    case "1": .ask(Form([.text("third")], state: "2"))
    default: .done(Reply())
    }
  }

  @Test func `A plugin's forms are asked after the manifest's questions, with their state`() {
    var talk = Talk(.asking(.text("first")), plugin: Self.twoForms)
    #expect(talk.say("a") == ["– Two more things.", "2 · Second?"])
    #expect(talk.say("b") == ["3 · Third?"])
    #expect(talk.say("c") == ["done"])
    #expect(talk.requests.map(\.state) == ["", "1", "2"])
    #expect(talk.answers == "first=a second=b third=c")
  }

  @Test
  func
    `A form shorter than what went before does not lengthen the count, a longer one has its own`()
  {
    var talk = Talk(
      .asking(.text("first"), .text("next")),
      plugin: { _, request in
        switch request.state {
        case "": .ask(Form((1...3).map { .text("item\($0)") }, state: "items"))
        case "items": .ask(Form([.text("last")], state: "end"))
        default: .done(Reply())
        }
      })
    #expect(talk.say("a", "b") == ["3 of 5 · Item1?"])
    #expect(talk.say("c", "d") == ["5 of 5 · Item3?"])
    #expect(talk.say("e") == ["6 · Last?"])
    #expect(talk.say("back") == ["5 of 5 · Item3?  [e]"])
  }

  @Test func `Back over a form's edge calls the plugin with the form before`() {
    var talk = Talk(.asking(.text("first")), plugin: Self.twoForms)
    talk.say("a", "b")
    #expect(talk.say("back") == ["2 · Second?  [b]"])
    #expect(talk.say("back") == ["1 of 1 · First?  [a]"])
    #expect(talk.say("a2") == ["– Two more things.", "2 · Second?  [b]"])
    talk.say("b2", "c2")
    #expect(talk.requests.map(\.state) == ["", "1", "", "1", "2"])
    #expect(talk.answers == "first=a2 second=b2 third=c2")
  }

  @Test func `A question asked again by the same form keeps its answer`() {
    var talk = Talk(.asking(.text("first")), plugin: Self.twoForms)
    talk.say("a", "b")
    #expect(talk.say("change 1", "a2") == ["– Two more things.", "3 · Third?"])
    talk.say("c")
    #expect(talk.answers == "first=a2 second=b third=c")
  }

  @Test func `Answers to a form that is no longer asked are gone`() {
    var talk = Talk(
      .asking(.text("first")),
      plugin: { _, request in
        if request.state == "end" { return .done(Reply()) }
        return .ask(Form([.text(request.answers.text("first") ?? "")], state: "end"))
      })
    #expect(talk.say("apples") == ["2 · Apples?"])
    #expect(talk.say("many") == ["done"])
    talk = Talk(
      .asking(.text("first")),
      plugin: { _, request in
        if request.state == "2" { return .done(Reply()) }
        if request.state == "1" { return .ask(Form([.text("last")], state: "2")) }
        return .ask(Form([.text(request.answers.text("first") ?? "")], state: "1"))
      })
    talk.say("apples", "many")
    #expect(talk.say("change 1", "pears") == ["2 · Pears?"])
    talk.say("few", "all")
    #expect(talk.answers == "first=pears last=all pears=few")
  }

  @Test func `Draft at a form's question calls with that form, and early`() {
    var talk = Talk(.asking(.text("first")), plugin: Self.twoForms)
    talk.say("a")
    #expect(talk.say("draft").last == "done")
    #expect(talk.requests.map(\.early) == [false, true, true])
  }

  @Test func `A hundred forms may be asked in a row, and no more`() {
    var talk = Talk(
      .asking(.text("first")),
      plugin: { count, _ in .ask(Form([.text("q\(count)")], state: "\(count)")) })
    talk.say("a")
    for index in 0..<99 {
      #expect(talk.say("x") == ["\(index + 3) · Q\(index + 1)?"])
    }
    #expect(talk.say("x") == ["✗ “note” asked a hundred forms in a row."])
    talk = Talk(
      .asking(.text("first")), plugin: { _, request in .ask(Form([.text("second")], state: "1")) })
    talk.say("a", "draft")
    #expect(talk.heard == ["✗ “note” asked a hundred forms in a row."])
  }

  @Test func `Going back and forth is not asking in a row`() {
    var talk = Talk(
      .asking(.text("first")),
      plugin: { _, request in
        request.state.isEmpty ? .ask(Form([.text("second")], state: "1")) : .done(Reply())
      })
    for _ in 0..<120 { talk.say("a", "back") }
    #expect(talk.say("a", "b") == ["done"])
  }
}
