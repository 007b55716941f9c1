import RapportKit
import Testing

@testable import Knowledge

struct SearchTests {
  let folder = Folder()

  init() throws {
    try folder.write(
      "mistakes/refunds.md",
      """
      ---
      title: Refunds
      summary: Give the money back.
      topics: [credit, voucher]
      evidence: {page: practice}
      ---
      # Refunds

      Give it back before they ask.

      ## When it is late

      A refund after 30 days needs a word from your boss. Say who that is. Dr. Lund decides, e.g. on Mondays. The café pays at once.
      """)
    try folder.write(
      "mistakes/apologies.md",
      "# Apologies\n\nSay what you did.\n\n## Name the harm\n\nThey could not print labels.\n\n## Naïve excuses\n\nBlaming the weather or the refunds department.\n"
    )
    for name in ["kettle", "ladder", "window", "garden", "pencil"] {
      try folder.write(
        "\(name).md", "# The \(name)\n\nEverything about each \(name) and its price list.\n")
    }
  }

  @Test func `the best section comes first, with its quote, grade and citation`() async throws {
    let hits = try await folder.knowledge().search("What about refunds after 30 days?", limit: 1)
    #expect(hits.map(\.section.citation) == ["mistakes/refunds#when-it-is-late"])
    let hit = try #require(hits.first)
    #expect(hit.section.page == "Refunds")
    #expect(hit.section.grade == .practice)
    #expect(
      hit.quote == "A refund after 30 days needs a word from your boss. Say who that is.")
  }

  @Test func `an answer holds two sections of a page at most`() async throws {
    let parts = ["eat fish", "sleep afloat", "slide"].map { "## Otters \($0)\n\nOtters \($0).\n" }
    try folder.write("otters.md", "# Otters\n\nOtters swim.\n\n" + parts.joined(separator: "\n"))
    try folder.write("rivers.md", "# Rivers\n\nOtters live here.\n")
    let found = try await folder.knowledge().found("otters")
    #expect(found.count { $0.hasPrefix("otters") } == 2)
    #expect(found.contains("rivers"))
  }

  @Test func `endings, capitals, accents and British spelling do not matter`() async throws {
    let knowledge = folder.knowledge()
    for question in ["REFUNDED", "refunding", "cafe", "CAFÉS"] {
      #expect(
        try await knowledge.found(question, limit: 1).first?.hasPrefix("mistakes/refunds") == true)
    }
    #expect(try await knowledge.found("naive", limit: 1) == ["mistakes/apologies#naïve-excuses"])
    try folder.write("a.md", "# To apologise\n\nWho apologised?\n")
    #expect(try await knowledge.found("apologizing", limit: 1) == ["a"])
  }

  @Test func `a title counts more than a heading, and a heading more than the text`() async throws {
    try folder.write("b1.md", "# Zebra\n\nStripes.\n")
    try folder.write("b2.md", "# Animals\n\n## Zebra\n\nStripes.\n")
    try folder.write("b3.md", "# Animals again\n\nStripes of a zebra.\n")
    #expect(try await folder.knowledge().found("zebra") == ["b1", "b2#zebra", "b3"])
  }

  @Test func `topics and summary find a page's opening`() async throws {
    #expect(try await folder.knowledge().found("voucher") == ["mistakes/refunds"])
    #expect(try await folder.knowledge().found("money", limit: 1) == ["mistakes/refunds"])
  }

  @Test func `words side by side count more than words apart`() async throws {
    try folder.write("c1.md", "# One\n\nThe late cook burnt soup, then came the bus and a train.\n")
    try folder.write("c2.md", "# Two\n\nThe late bus came, then the cook burnt a train of soup.\n")
    #expect(try await folder.knowledge().found("late bus") == ["c2", "c1"])
  }

  @Test func `nothing fits a question about something else`() async throws {
    let knowledge = folder.knowledge()
    for question in [
      "", "   ", "how do you do", "about", "who won the football cup", "\"*(:^ -", "NEAR OR AND",
    ] {
      #expect(try await knowledge.found(question) == [])
    }
    #expect(try await knowledge.found("what is the price of football boots in Lisbon") == [])
  }

  @Test func `synonyms from the editable page stand for each other, phrases too`() async throws {
    let knowledge = folder.knowledge()
    #expect(try await knowledge.found("moneyback") == [])
    try folder.write("synonyms.md", "# Synonyms\n\n- refund: moneyback, pay it back\n")
    #expect(
      try await knowledge.found("moneyback", limit: 1).first?.hasPrefix("mistakes/refunds") == true)
    #expect(try await knowledge.found("synonyms") == [])
    try folder.write("d.md", "# D\n\nThey pay it back on Friday.\n")
    #expect(try await knowledge.found("moneyback").contains("d"))
    try folder.remove("synonyms.md")
    #expect(try await knowledge.found("moneyback") == [])
  }

  @Test func `a sentence too long to quote is quoted around the word`() async throws {
    let long = String(repeating: "more and more words ", count: 40)
    try folder.write(
      "e.md", "# Long\n\n\(long) xylophone \(long)\n\n## Short\n\nWith a xylophone.\n")
    let quotes = try await folder.knowledge().search("xylophone", limit: 2).map(\.quote).sorted()
    try #require(quotes.count == 2)
    #expect(quotes[0] == "With a xylophone.")
    #expect(quotes[1].hasPrefix("…") && quotes[1].hasSuffix("…") && quotes[1].count <= 322)
    #expect(quotes[1].contains("xylophone"))
  }

  @Test func `at most as many as asked for`() async throws {
    #expect(try await folder.knowledge().found("refunds", limit: 2).count == 2)
    #expect(try await folder.knowledge().found("refunds", limit: 0) == [])
  }

  @Test func `the same question gives the same answer from every index`() async throws {
    let first = try await folder.knowledge().search("refunds late weather", limit: 9)
    let second = try await folder.knowledge().search("refunds late weather", limit: 9)
    #expect(first == second)
  }

  @Test(arguments: [
    ("One. Two? “Three!” Four", ["One.", "Two?", "“Three!”", "Four"]),
    ("Mr. Reed paid 3.50, e.g. today. so it was", ["Mr. Reed paid 3.50, e.g. today. so it was"]),
    ("First line\nSecond line.", ["First line", "Second line."]),
    ("", []),
  ])
  func `sentences end where a reader would end them`(text: String, sentences: [String]) {
    #expect(Sentences.split(text).map(\.text) == sentences)
  }
}
