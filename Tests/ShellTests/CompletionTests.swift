import Shell
import Testing

@Suite struct CompletionTests {
  let names = ["Acme", "acme Labs", "Birch Ltd", "Acme"].map { Completion($0, kind: .name) }

  @Test func `a word is completed whatever its case, without doubles`() {
    #expect(names.beginning(with: "AC").map(\.text) == ["Acme", "acme Labs"])
    #expect(names.beginning(with: "AC").commonBeginning == "Acme")
    #expect(names.beginning(with: "x").isEmpty)
  }

  @Test func `a listing fits its width and says how many more there are`() {
    let words = (1...30).map { Completion("word\($0)") }
    #expect(
      words.listing(width: 30, limit: 2)
        == ["word1   word3   word5", "word2   word4   word6", "… and 24 more"])
  }

  @Test func `what has an explanation stands on a line of its own`() {
    let commands = [
      Completion("mistake", display: "Own a mistake, and say so well.", kind: .command),
      Completion("due", display: "What is due", kind: .command),
    ]
    #expect(
      commands.listing(width: 24, limit: 9) == ["mistake  Own a mistake,…", "due      What is due"])
  }
}
