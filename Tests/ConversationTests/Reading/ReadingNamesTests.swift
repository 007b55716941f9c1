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

  @Test(arguments: ["Élan Verlag", "3M Tech", "O’Neil & Sons", "Studio54 Ltd", "A1 Glass", "Ærø"])
  func `a name may begin with a digit, an accent or an apostrophe`(_ name: String) {
    let id = RecordID(rawValue: "ONE")
    let longer = RecordID(rawValue: "TWO")
    let reader = Fixture.reader(
      directory: Directory(
        customers: [.init(id: longer, name: name + " Bakery"), .init(id: id, name: name)]))
    let known = Value.customer(Named(id: id, name: name)).node.json
    let typed = [name, name.lowercased(), name + "'s"]
    #expect(typed.map { Fixture.read($0, .customer, reader: reader) } == [known, known, known])
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

  @Test(arguments: [
    ("mrs lund", "Anna Lund"), ("mrs grove", "Mrs Grove(new)"), ("jo", "Jo(new)"),
    ("Dr. Susan Grove", "Dr Susan Grove(new)"), ("Herr Vogt", "Herr Vogt(new)"),
    ("frau lindner", "Frau Lindner(new)"), ("anna-lena o'brien", "Anna-Lena O'Brien(new)"),
    ("ludwig van gogh", "Ludwig van Gogh(new)"), ("de la Cruz", "De la Cruz(new)"),
    ("what do i write", "✗ “what do i write” does not look like a name."),
    ("who is it?", "✗ “who is it?” does not look like a name."),
    (
      "she told me about it yesterday morning",
      "✗ “she told me about it yesterday morning” does not look like a name."
    ),
    ("i dont know", "✗ “i dont know” does not look like a name."),
    ("no", "✗ “no” does not look like a name."),
  ])
  func `new people, with capitals and titles`(_ text: String, _ expected: String) {
    #expect(name(text, .person) == expected)
  }

  @Test(arguments: [
    ("sunrise care", "Sunrise Care(new)"), ("mrs grove", "Mrs Grove(new)"),
    ("Royal Society for the Protection of Birds", "Royal Society for the Protection of Birds(new)"),
    ("Can Do Ltd", "Can Do Ltd(new)"), ("eBay", "eBay(new)"),
    ("how do i say this", "✗ “how do i say this” does not look like a name."),
    (
      "we sent them the wrong invoice today",
      "✗ “we sent them the wrong invoice today” does not look like a name."
    ),
  ])
  func `new customers`(_ text: String, _ expected: String) {
    #expect(name(text, .customer) == expected)
  }

  @Test(arguments: [
    ("Mrs Lund", "Mrs Lund"), ("Dr Susan Grove", "Dr Grove"), ("dr. susan grove", "Dr grove"),
    ("Frau Lindner", "Frau Lindner"), ("Maria Ortiz", "Maria"), ("Jo", "Jo"), ("Herr", "Herr"),
    ("Prof. Max Planck", "Prof Planck"),
  ])
  func `a greeting keeps the title`(_ name: String, _ expected: String) {
    #expect(Named(name: name).greetingName == expected)
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
