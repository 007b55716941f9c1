import Conversation
import Foundation
import RapportKit
import Testing

/// Lists: a group of questions, asked again until done.
struct RowsTests {
  static func rows(_ talk: Talk) -> [String] {
    guard case .list(let rows)? = talk.requests.last?.answers["steps"]?.value else { return [] }
    return rows.map(\.line)
  }

  @Test func `A row that there is not is neither edited nor answered`() {
    var talk = Talk(.asking(.steps))
    for line in ["edit 1", "remove 2"] {
      #expect(
        talk.say(line) == [
          "– There is no row \(line.suffix(1)) yet; `show` lists them.", "1 of 1 · Who?",
        ])
    }
    #expect(talk.say("\"edit 1\"") == ["1 of 1 · Did?"])
  }

  @Test func `A list asks row by row, and Enter ends it`() {
    var talk = Talk(.asking(.steps, .text("end")))
    #expect(talk.heard == ["1 of 2 · Who?"])
    #expect(talk.say("Dana") == ["1 of 2 · Did?"])
    #expect(talk.say("called") == ["1 of 2 · Who?  (1 so far; Enter alone: no more)"])
    #expect(talk.say("Sam", "skip") == ["1 of 2 · Who?  (2 so far; Enter alone: no more)"])
    #expect(talk.say("") == ["2 of 2 · End?"])
    talk.say("end")
    #expect(Self.rows(talk) == ["did=called who=Dana", "did=? who=Sam"])
  }

  @Test func `Back goes within the row, into the row before, and out of the list`() {
    var talk = Talk(.asking(.text("what"), .steps))
    talk.say("labels", "Dana")
    #expect(talk.say("back") == ["2 of 2 · Who?  [Dana]"])
    talk.say("Dani", "called")
    #expect(talk.say("back") == ["2 of 2 · Did?  [called]"])
    #expect(talk.say("wrote") == ["2 of 2 · Who?  (1 so far; Enter alone: no more)"])
    talk.say("")
    #expect(Self.rows(talk) == ["did=wrote who=Dani"])
    talk = Talk(.asking(.text("what"), .steps))
    #expect(talk.say("labels", "back") == ["1 of 2 · What?  [labels]"])
  }

  @Test func `An empty list is passed over, or skipped when it is optional`() {
    var talk = Talk(.asking(.steps))
    #expect(talk.say("") == ["done"])
    #expect(talk.requests.map(\.early) == [true])
    var optional = Question.steps
    optional.required = false
    talk = Talk(.asking(optional))
    #expect(talk.say("") == ["done"])
    #expect(talk.requests.map(\.early) == [false])
    #expect(talk.requests.first?.answers["steps"]?.state == .skipped)
  }

  @Test func `Draft in the middle of a list keeps what was written`() {
    var talk = Talk(.asking(.steps, .text("end")))
    talk.say("Dana", "called", "Sam", "draft")
    #expect(Self.rows(talk) == ["did=called who=Dana", "who=Sam"])
  }

  @Test func `Leaving a list for a correction keeps its rows`() {
    var talk = Talk(.asking(.text("what"), .steps, .text("end")))
    talk.say("labels", "Dana", "called", "change 1")
    #expect(talk.say("prints") == ["2 of 3 · Who?  (1 so far; Enter alone: no more)"])
    talk.say("", "draft")
    #expect(Self.rows(talk) == ["did=called who=Dana"])
  }

  @Test func `Changing a list goes on from its rows`() {
    var talk = Talk(.asking(.steps, .text("end")))
    talk.say("Dana", "called", "")
    #expect(talk.say("change steps") == ["1 of 2 · Who?  (1 so far; Enter alone: no more)"])
    talk.say("Sam", "wrote", "", "draft")
    #expect(Self.rows(talk) == ["did=called who=Dana", "did=wrote who=Sam"])
  }

  @Test func `A default within a row may come from the row`() {
    var list = Question.steps
    list.group[1].standard = .answer("who")
    var talk = Talk(.asking(list))
    #expect(talk.say("Dana") == ["1 of 1 · Did?  [Dana]"])
    talk.say("", "")
    #expect(Self.rows(talk) == ["did=Dana who=Dana"])
  }

  @Test func `A question of a row is asked only when its condition holds`() {
    var list = Question.steps
    list.group[1].when = .oneOf(id: "who", values: ["Dana"])
    var talk = Talk(.asking(list))
    #expect(talk.say("Sam") == ["1 of 1 · Who?  (1 so far; Enter alone: no more)"])
    #expect(talk.say("Dana") == ["1 of 1 · Did?"])
  }

  @Test func `A list that was skipped in the end can be begun again`() {
    var talk = Talk(.asking(.steps, .text("end")))
    #expect(talk.say("", "back") == ["1 of 2 · Who?"])
    talk.say("Dana", "", "", "draft")
    #expect(Self.rows(talk) == ["did=? who=Dana"])
  }
}

/// Rows that are asked again or taken out.
struct EditingRowsTests {
  static func talk() -> Talk {
    var talk = Talk(.asking(.steps, .text("end")))
    talk.say("Dana", "called", "Sam", "wrote")
    return talk
  }

  @Test func `Show numbers the rows`() {
    var talk = Self.talk()
    #expect(
      talk.say("show").first == """
        Steps
          1  Dana, called
          2  Sam, wrote
        `edit 1` asks a row again, `remove 1` takes it out.
        """)
  }

  @Test func `A row is asked again, Enter keeping what it says`() {
    var talk = Self.talk()
    #expect(talk.say("edit 1") == ["1 of 2 · Who?  [Dana]"])
    #expect(talk.say("") == ["1 of 2 · Did?  [called]"])
    #expect(talk.say("visited") == ["1 of 2 · Who?  (2 so far; Enter alone: no more)"])
    talk.say("", "end")
    #expect(RowsTests.rows(talk) == ["did=visited who=Dana", "did=wrote who=Sam"])
  }

  @Test func `Back out of a row leaves it as it was`() {
    var talk = Self.talk()
    #expect(talk.say("edit 1", "back") == ["1 of 2 · Who?  (2 so far; Enter alone: no more)"])
    talk.say("", "end")
    #expect(RowsTests.rows(talk) == ["did=called who=Dana", "did=wrote who=Sam"])
  }

  @Test func `A row is taken out, also while another is asked`() {
    var talk = Self.talk()
    #expect(talk.say("remove 1").first == "– Removed: Dana, called.")
    #expect(talk.prompt?.line == "1 of 2 · Who?  (1 so far; Enter alone: no more)")
    talk = Self.talk()
    talk.say("edit 2", "Sami")
    #expect(talk.say("remove 1") == ["– Removed: Dana, called.", "1 of 2 · Did?  [wrote]"])
    talk.say("", "", "end")
    #expect(RowsTests.rows(talk) == ["did=wrote who=Sami"])
  }

  @Test func `In quotes it is an answer all the same`() {
    var talk = Self.talk()
    talk.say("\"remove 3\"", "\"edit 7\"", "", "end")
    #expect(
      RowsTests.rows(talk)
        == ["did=called who=Dana", "did=wrote who=Sam", "did=edit 7 who=remove 3"])
  }

  @Test func `A row begun is there after a correction elsewhere`() {
    var talk = Talk(.asking(.text("what"), .steps, .text("end")))
    talk.say("labels", "Dana", "called", "Sam", "change 1")
    #expect(talk.say("prints") == ["2 of 3 · Did?"])
    talk.say("wrote", "", "end")
    #expect(RowsTests.rows(talk) == ["did=called who=Dana", "did=wrote who=Sam"])
  }

  @Test func `A draft while a row is asked again keeps its other half`() {
    var talk = Self.talk()
    talk.say("edit 1", "Dani", "draft")
    #expect(RowsTests.rows(talk) == ["did=called who=Dani", "did=wrote who=Sam"])
  }
}

extension EditingRowsTests {
  @Test func `Back through the rows loses none of them`() {
    var talk = Self.talk()
    #expect(talk.say("back") == ["1 of 2 · Did?  [wrote]"])
    #expect(talk.say("back") == ["1 of 2 · Who?  [Sam]"])
    #expect(talk.say("back") == ["1 of 2 · Did?  [called]"])
    #expect(talk.say("visited") == ["1 of 2 · Who?  (2 so far; Enter alone: no more)"])
    talk.say("", "end")
    #expect(RowsTests.rows(talk) == ["did=visited who=Dana", "did=wrote who=Sam"])
  }
}
