import Conversation
import RapportKit
import Testing

struct NamingNobodyTests {
  @Test(arguments: [
    ("Acme was down and Maria is angry", "the customer was down and the customer is angry"),
    ("we deleted Acme's data", "we deleted the customer's data"),
    ("Northwind has not paid", "Northwind has not paid"), ("", ""),
  ])
  func `Whom a text names does not stand in it any more`(text: String, said: String) {
    #expect(Fixture.reader().namingNobody(text, saying: "the customer") == said)
  }

  @Test(arguments: [
    ("Acme", ["customer Acme"]), ("yesterday", ["when yesterday"]),
    ("Acme, yesterday", ["customer Acme", "when yesterday"]),
    ("Northwind", ["customer Northwind"]),
    ("maria ortiz", ["customer Acme", "person Maria Ortiz"]),
    ("how do I tell them that?", []),
  ])
  func `Who or when is a customer, a person there, a day or somebody new`(
    text: String, given: [String]
  ) {
    let command = Command(
      "mistake", summary: "Own a mistake.",
      questions: [
        Question("customer", ask: "Who?", type: .customer, from: .customer),
        Question("person", ask: "Who there?", type: .person, from: .person),
        Question("when", ask: "When?", type: .date, from: .date),
        Question("happened", ask: "What?", type: .text, from: .text),
      ])
    let found = Fixture.reader().whoOrWhen(text, for: command)
    #expect(found.map { "\($0.id) \($0.node.text ?? "")" } == given)
  }
}
