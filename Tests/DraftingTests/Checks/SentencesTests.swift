import Testing

@testable import Drafting

struct SentencesTests {
  private func sentences(_ text: String) -> [String] {
    let reading = Reading(text)
    return reading.sentences().map { reading.text($0.start, $0.end) }
  }

  @Test(arguments: [
    ("One. Two! Three?", ["One.", "Two!", "Three?"]),
    (
      "Ms. Lund called at 9 a.m. yesterday. We came.",
      ["Ms. Lund called at 9 a.m. yesterday.", "We came."]
    ),
    (
      "See no. 5 and e.g. the rest. It is J. Smith.",
      ["See no. 5 and e.g. the rest.", "It is J. Smith."]
    ),
    ("He said “stop.” Then he left.", ["He said “stop.”", "Then he left."]),
    ("Hello Maria,\nWe are late.", ["Hello Maria,", "We are late."]),
    ("# Root cause\nA disk\nwas full.", ["Root cause", "A disk\nwas full."]),
    ("- one\n- two words\n\nEnd", ["one", "two words", "End"]),
    ("**Impact**\nNobody could pay.", ["**Impact**", "Nobody could pay."]),
    ("Price 4.50 euros. Ok.", ["Price 4.50 euros.", "Ok."]),
    ("It opens at 9 a.m. UTC. Come.", ["It opens at 9 a.m. UTC.", "Come."]),
    ("Call us at 5 p.m. Friday. Bye.", ["Call us at 5 p.m. Friday.", "Bye."]),
    ("We shut at 5 p.m. You can call.", ["We shut at 5 p.m.", "You can call."]),
    ("From 3 Sept. 2024 on, tel. 030 5550. Ok.", ["From 3 Sept. 2024 on, tel. 030 5550.", "Ok."]),
    ("See https://a.example/x.html. It helps.", ["See https://a.example/x.html.", "It helps."]),
    (
      "your parcel went to the wrong street on Tuesday, that was me\nI am sorry\nI bring it today",
      [
        "your parcel went to the wrong street on Tuesday, that was me", "I am sorry",
        "I bring it today",
      ]
    ),
    (
      "On Monday the pump in the boiler house stopped, and then\nThe Foundry, who made it, came.",
      [
        "On Monday the pump in the boiler house stopped, and then\nThe Foundry, who made it, came."
      ]
    ),
  ])
  func `a text falls into its sentences`(text: String, expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test func `a position counts characters, not bytes`() {
    let reading = Reading("Zoë’s café\nist zu")
    let word = reading.words.last
    #expect(reading.position(Int(word?.start ?? 0)) == (2, 5))
    #expect(reading.wordCount == 4)
  }

  @Test func `front matter, code, comments and addresses are not prose`() {
    let reading = Reading(
      "---\nid: 1\n---\nSee `code` and [here](https://a.b/c) <!-- no --> or https://x.y/z?q.\n```\nlet x\n```\nEnd"
    )
    #expect(
      reading.words.map { reading.text(Int($0.start), Int($0.end)) } == [
        "See", "and", "here", "or", "End",
      ])
  }
}
