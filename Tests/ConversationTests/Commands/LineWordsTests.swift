import Conversation
import RapportKit
import Testing

struct LineWordsTests {
  @Test(
    arguments: [
      ("", []), ("  a  b ", ["a", "b"]),
      ("promise Acme \"new labels\"", ["promise", "Acme", "new labels"]),
      ("a 'b c' d", ["a", "b c", "d"]), ("don't we", ["don't", "we"]),
      ("--to=\"a b\" c", ["--to=a b", "c"]),
      ("\"\" a", ["", "a"]), ("a\\ b c", ["a b", "c"]), ("\"a \\\"b\\\" c\"", ["a \"b\" c"]),
      ("\"C:\\new\"", ["C:\\new"]), ("'a\\b'", ["a\\b"]), ("a\tb\nc", ["a", "b", "c"]),
      ("a\\", ["a\\"]),
      ("it\\'s", ["it's"]), ("é “ü” 😀", ["é", "“ü”", "😀"]),
    ] as [(String, [String])])
  func `Words are parted as a shell would`(line: String, words: [String]) throws {
    #expect(try LineWords(line).words == words)
  }

  @Test(arguments: ["say \"yes", "'a b", "\"a\\\""])
  func `An open quote is a problem`(line: String) {
    #expect(throws: Problem.self) { try LineWords(line) }
  }

  @Test func `The rest of a line stands to the letter`() throws {
    let line = try LineWords("promise  Acme  the \"new\"  labels,  by friday ")
    #expect(line.rest(from: 2) == "the \"new\"  labels,  by friday")
    #expect(line.rest(from: 1) == "Acme  the \"new\"  labels,  by friday")
    #expect(line.rest(from: 9) == "")
    #expect(try LineWords("note \"a  b\"").rest(from: 1) == "a  b")
    #expect(LineWords(argv: ["note", "a  b", "c"]).rest(from: 1) == "a  b c")
  }
}
