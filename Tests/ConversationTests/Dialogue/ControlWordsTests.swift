import Conversation
import Foundation
import RapportKit
import Testing

/// What the words of the engine do at a question.
struct ControlWordsTests {
  static let cause = Question(
    "cause", ask: "It happened because I …", type: .text, hint: "or: we …", why: "page#cause",
    unknown: .init(say: "I do not know yet; I write again {{news}}", news: LocalTime(17)),
    gap: "why it happened")

  @Test func `skip passes over an optional question and marks a required one`() {
    var talk = Talk(.asking(.text("what"), .text("more", required: false)))
    #expect(talk.say("skip") == ["2 of 2 · More?"])
    #expect(talk.say("skip") == ["done"])
    #expect(talk.answers == "more=?")
    #expect(talk.requests.first?.early == true)
    #expect(talk.requests.first?.answers["more"]?.state == .skipped)
  }

  @Test func `Enter skips only what is optional`() {
    var talk = Talk(.asking(.text("what"), .text("more", required: false)))
    #expect(
      talk.say("") == [
        "– This one is needed. `help` says how it is answered, `skip` passes over it.",
        "1 of 2 · What?",
      ])
    #expect(talk.say("labels", "") == ["done"])
  }

  @Test func `Unknown is said in the message, and promises news`() throws {
    var talk = Talk(.asking(.customer, Self.cause), plugin: { _, _ in .done(Reply()) })
    #expect(talk.say("Acme", "unknown") == ["done"])
    #expect(
      talk.requests.first?.answers["cause"]?.state
        == .unknown(news: Moment(LocalDate(2026, 11, 24), LocalTime(17))))
    let promise = try #require(talk.saved.first)
    #expect(promise.title == "Tell Acme: why it happened")
    #expect(promise.due == Moment(LocalDate(2026, 11, 24), LocalTime(17)))
    #expect(promise.customer == Fixture.acme.id)
  }

  @Test(arguments: [
    ("2026-11-24T16:00", "2026-11-24T17:00"), ("2026-11-24T16:01", "2026-11-25T17:00"),
    ("2026-11-27T18:00", "2026-11-30T17:00"),
  ])
  func `News under an hour away is promised for the next working day`(now: String, news: String) {
    var talk = Talk(.asking(Self.cause), now: now)
    talk.say("I don't know")
    #expect(talk.requests.first?.answers["cause"]?.state == .unknown(news: Moment(iso: news)))
  }

  @Test func `A question without a sentence for it cannot be unknown`() {
    var talk = Talk(.asking(.text("what")))
    #expect(
      talk.say("unknown") == [
        "– This one cannot be left unknown; `skip` passes over it.",
        "1 of 1 · What?",
      ])
    #expect(talk.journal.isEmpty)
  }

  @Test func `Why quotes the section, and says when there is none`() {
    var missing = Self.cause
    missing.why = "gone"
    var talk = Talk(.asking(Self.cause, .text("what"), missing))
    #expect(
      talk.say("why") == [
        "A cause is not an excuse.\npage#cause (study, Lewicki 2016)",
        "1 of 2 · It happened because I …  (or: we …)",
      ])
    #expect(
      talk.say("I fell", "why").first
        == "– “note” cannot do without it.")
    var other = Talk(.asking(missing))
    #expect(other.say("why").first == "– The page this rests on is not there.")
  }

  @Test func `Help says how the question is answered, and names the words`() {
    var talk = Talk(.asking(Self.cause))
    #expect(
      talk.say("?") == [
        """
        Or: we ….
        In your own words; it goes into the message as it is.
        back, skip, unknown, why, show, change 2, draft (write it now), later, cancel; /command runs a command; edit opens your editor.
        """,
        "1 of 1 · It happened because I …  (or: we …)",
      ])
    #expect(talk.say("help") == talk.say("?"))
  }

  @Test func `Show numbers the answers as change takes them`() {
    var talk = Talk(
      .asking(.customer, .text("what"), .text("more", required: false), Self.cause, .text("end")),
      sentence: nil, given: [.init("customer", "Acme")])
    #expect(
      talk.say("show").first == "customer: Acme\n`change 2` or `change customer` corrects one.")
    talk.say("labels", "skip", "skip")
    #expect(
      talk.say("show").first == """
        customer: Acme
        1. What? labels
        2. More? (skipped)
        3. It happened because I … (open)
        `change 2` or `change customer` corrects one.
        """)
  }

  @Test func `Draft calls the plugin at every question`() {
    for typed in [[], ["labels"], ["labels", "more"]] {
      var talk = Talk(.asking(.text("what"), .text("more"), Self.cause))
      for line in typed { talk.say(line) }
      #expect(talk.say("draft") == ["done"])
      #expect(talk.requests.map(\.early) == [true])
      #expect(talk.requests.first?.answers.ids == Array(["what", "more"].prefix(typed.count)))
    }
  }

  @Test func `Later, Ctrl-C and Ctrl-D park, cancel gives up`() {
    for (word, ending) in [("later", "parked"), ("quit", "left"), ("exit", "left")] {
      var talk = Talk(.asking(.text("what")))
      #expect(talk.say(word) == [ending])
    }
    for event in [Event.interrupt, .end] {
      var talk = Talk(.asking(.text("what")))
      talk.hear(event)
      #expect(talk.heard == ["1 of 1 · What?", "parked"])
    }
    for word in ["cancel", "stop", "Forget it"] {
      var talk = Talk(.asking(.text("what")))
      #expect(talk.say(word) == ["cancelled"])
    }
  }

  @Test func `A slash runs a command and asks again`() {
    var talk = Talk(.asking(.text("what")))
    #expect(talk.say("/timeline Acme") == ["run timeline Acme", "1 of 1 · What?"])
    #expect(talk.journal.isEmpty)
  }

  @Test(arguments: [
    ("\"back\"", "back"), ("'draft'", "draft"), ("\"change 2\"", "change 2"), ("//etc", "/etc"),
    ("\"/etc\"", "/etc"), ("say \"back\"", "say \"back\""), ("\"labels\"", "\"labels\""),
    ("skip it", "skip it"), ("/", "/"), ("change passwords", "change passwords"),
    ("change the locks now", "change the locks now"), ("Why not", "Why not"),
  ])
  func `Anything but exactly one of the words is the answer`(line: String, answer: String) {
    var talk = Talk(.asking(.text("what")))
    #expect(talk.say(line) == ["done"])
    #expect(talk.requests.first?.answers.text("what") == answer)
  }

  @Test func `An answer that does not fit is kept to be mended`() {
    var talk = Talk(.asking(Question("n", ask: "How many?", type: .number)))
    #expect(talk.say("a lot").last == "1 of 1 · How many?")
    #expect(talk.heard.count == 2)
    #expect(talk.prompt?.earlier == ["a lot"])
    #expect(talk.journal.map(\.typed.fits) == [false])
    #expect(talk.say("3") == ["done"])
  }

  @Test func `What is offered to be mended means the same when it is sent as it is`() {
    var talk = Talk(.asking(.text("what"), .text("more")))
    talk.say("\"back\"", "back")
    #expect(talk.say(talk.prompt?.earlier.last ?? "") == ["2 of 2 · More?"])
    talk.say("draft")
    #expect(talk.answers == "what=back")
  }
}
