import Conversation
import RapportKit
import Testing

@Suite struct `Reading names` {
  @Test(arguments: [
    ("acme", "Acme"), ("ACME PRINTING", "Acme"), ("Acme's", "Acme"), ("oak", "Oak & Co"),
    ("oak & co", "Oak & Co"), ("Vega", "Vega Logistics GmbH"),
    ("vega logistics", "Vega Logistics GmbH"),
    ("Foods", "Hillside Foods"), ("Maria at Acme", "Acme"), ("Birch Ltd.", "Birch Ltd.(new)"),
    ("Northwind", "Northwind(new)"),
    ("hillside", "✗ “hillside” can be Hillside Dental or Hillside Foods."),
  ])
  func customers(_ text: String, _ expected: String) {
    #expect(name(text, .customer) == expected)
  }

  @Test(arguments: [
    ("maria", "Maria Ortiz"), ("Maria Ortiz", "Maria Ortiz"), ("Ms Ortiz", "Maria Ortiz"),
    ("maria at acme", "Maria Ortiz"), ("Anna at Vega", "Anna Berg"), ("anna lund", "Anna Lund"),
    ("Peter", "Peter(new)"),
    ("Anna", "✗ “Anna” can be Anna Lund at Oak & Co or Anna Berg at Vega Logistics GmbH."),
  ])
  func people(_ text: String, _ expected: String) {
    #expect(name(text, .person) == expected)
  }

  @Test func `the customer's people come first`() {
    var answers = Answers()
    answers["customer"] = .given(.customer(Named(id: RecordID(rawValue: "VEGA"), name: "Vega")))
    #expect(name("Anna", .person, answers) == "Anna Berg")
    #expect(name("Maria", .person, answers) == "Maria(new)")
  }

  private func name(_ text: String, _ type: QuestionType, _ answers: Answers = Answers()) -> String
  {
    do throws(Problem) {
      let value = try Fixture.reader().read(
        text, as: Question("q", ask: "…", type: type), answers: answers)
      var all = Answers()
      all["q"] = .given(value)
      return String(all.line.dropFirst(2))
    } catch {
      return "✗ " + error.message
    }
  }
}
