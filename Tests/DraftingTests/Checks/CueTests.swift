import Testing

@testable import Drafting

struct CueTests {
  private func hits(_ cue: String, _ text: String) -> [String] {
    let machine = CueMachine([[cue]])
    let reading = Reading(text)
    let sentences = reading.sentences()
    let tokens = CueText(reading, sentences, machine.vocabulary)
    return machine.hits(in: tokens)[0].map { hit in
      let first = tokens.tokens[hit.tokens.lowerBound]
      let last = tokens.tokens[hit.tokens.upperBound - 1]
      return reading.text(Int(first.start), Int(last.end))
    }
  }

  @Test(arguments: [
    ("@we ..3 missed|forgot", "Yesterday I simply forgot it.", ["I simply forgot"]),
    ("@we ..3 missed", "We have not missed it.", []),
    ("@we ...3 missed", "We have not missed it.", ["We have not missed"]),
    ("@we have ~send", "We've sent it.", ["We've sent"]),
    ("@we did not <any>", "I didn't call.", ["I didn't call"]),
    ("!not sorry", "We are sorry.", ["sorry"]),
    ("!not sorry", "We are not sorry.", []),
    ("sorry !to", "I am sorry to hear it.", []),
    ("by <clock>", "We write by 17:00 today.", ["by 17"]),
    ("by <num> @month", "It comes by 3 May.", ["by 3 May"]),
    ("<s> sorry", "Sorry. I am sorry.", ["Sorry"]),
    ("because ..4 , we", "Because it rained, we left.", ["Because it rained, we"]),
    ("a b? c", "a c and a b c", ["a c", "a b c"]),
    ("<ed> ..1 today", "We fixed it today.", ["fixed it today"]),
    ("third-party|partner outage", "A Third-Party outage hit us.", ["Third-Party outage"]),
    ("third party", "A third-party outage hit us.", ["third-party"]),
    ("~re-send ..1 all", "We have re-sent them all.", ["re-sent them all"]),
  ])
  func `a cue finds its words`(cue: String, text: String, expected: [String]) {
    #expect(hits(cue, text) == expected)
  }

  @Test func `verbs are inflected`() {
    #expect(Inflection.all("send") == ["send", "sends", "sending", "sent"])
    #expect(Inflection.all("ship") == ["ship", "ships", "shipping", "shipped"])
    #expect(Inflection.all("apply") == ["apply", "applies", "applying", "applied"])
    #expect(Inflection.past("break") == ["broke", "broken"])
  }
}
