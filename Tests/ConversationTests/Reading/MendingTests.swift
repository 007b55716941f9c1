import Conversation
import RapportKit
import Testing

@Suite struct `Mending and addressing` {
  @Test(arguments: [
    (
      "dana will credit the november printing fee by friday",
      "Dana will credit the November printing fee by Friday"
    ),
    ("maria's invoice for acme", "Maria's invoice for Acme"), ("on monday", "on Monday"),
    ("by fri", "by Fri"),
    ("5 march", "5 March"), ("in may", "in May"), ("we may march on", "we may march on"),
    ("it may be late", "it may be late"), ("oak & co and oak", "Oak & Co and oak"),
    ("a kite", "a kite"),
    ("vega logistics gmbh", "Vega Logistics GmbH"), ("vega is late", "vega is late"),
    ("sam reed", "Sam Reed"),
    ("mail dana@acme.com", "mail dana@acme.com"), ("26 nov, tue 24 nov", "26 Nov, Tue 24 Nov"),
    ("ACME and IBM", "ACME and IBM"), ("i sat on it", "I sat on it"),
    ("mondays are hard", "Mondays are hard"),
    ("Nothing to mend here.", "Nothing to mend here."),
    ("maria ortiz, tom and peter", "Maria Ortiz, Tom and peter"),
  ])
  func `known names and days get their capitals`(_ text: String, _ expected: String) {
    #expect(Fixture.reader().mend(text) == expected)
  }

  @Test(arguments: [
    ("sent Acme the wrong invoice", "sent you the wrong invoice"),
    ("Acme's invoice was wrong", "your invoice was wrong"),
    ("Acme was charged twice", "you were charged twice"),
    ("we did not tell Acme", "we did not tell you"),
    ("Acme has not been told", "you have not been told"),
    ("Acme is still waiting", "you are still waiting"),
    ("Acme still has no labels", "you still have no labels"),
    ("the delivery to Acme was late", "the delivery to you was late"),
    ("we shipped acme’s order late", "we shipped your order late"),
    ("Acme could not print", "you could not print"),
    ("ACME Printing wasn't told", "you weren't told"),
    (
      "the invoice was late and Acme was charged twice",
      "the invoice was late and you were charged twice"
    ),
    ("nor was Acme told", "nor were you told"),
    ("we owe Acme and their people a call", "we owe Acme and their people a call"),
    ("the team at Acme was angry", "the team at Acme was angry"),
    ("the Acme invoice was wrong", "the Acme invoice was wrong"),
    ("we sent Acme and Kite the list", "we sent Acme and Kite the list"),
    ("we told them", "we told them"),
    ("Acme's been waiting", "Acme's been waiting"),
    ("I sent the file to Acme yesterday", "I sent the file to you yesterday"),
    ("Acme needs the file today", "you need the file today"),
    ("We were late. Acme's team waited", "We were late. Your team waited"),
    ("I sent Acme invoices twice", "I sent you invoices twice"),
    ("we made Acme wait", "we made you wait"), ("was Acme told", "were you told"),
    ("Acme and its customers could not order", "Acme and its customers could not order"),
    ("Acme, our oldest customer, was charged", "Acme, our oldest customer, was charged"),
    ("we told Acme that Acme was affected", "we told you that you were affected"),
    ("I sent Acme's report to Kite", "I sent your report to Kite"),
    ("we met Acme Berlin", "we met Acme Berlin"),
  ])
  func `the customer becomes you`(_ text: String, _ expected: String) {
    #expect(Fixture.reader().addressed(text, to: Fixture.acme) == expected)
  }

  @Test(arguments: [
    ("we forgot to call back Maria", "we forgot to call you back"),
    ("forgot to call Maria back", "forgot to call you back"),
    ("we let down Maria Ortiz again", "we let you down again"),
    ("we called Ms Ortiz twice", "we called you twice"),
    ("I did not answer Maria's email", "I did not answer your email"),
    ("Rob was rude to Maria on the phone", "Rob was rude to you on the phone"),
    ("we promised Maria Ortiz a desk", "we promised you a desk"),
    ("Maria asked us twice", "you asked us twice"),
    ("Maria was not told", "you were not told"),
    ("because Maria wants it, and Maria calls daily", "because you want it, and you call daily"),
    ("Dana and Maria were cut off", "Dana and you were cut off"),
    ("I shouted at Maria", "I shouted at you"),
    ("we took no care of Maria", "we took no care of you"),
    ("we told Maria she would get it", "we told you that you would get it"),
    (
      "I hung up on Maria and sent her the wrong file",
      "I hung up on you and sent you the wrong file"
    ),
    ("we lost Maria's bag and her coat", "we lost your bag and your coat"),
    ("she asked me twice and I forgot", "you asked me twice and I forgot"),
    ("Dana was ill and she forgot to call Maria", "Dana was ill and she forgot to call you"),
    ("we told Maria at Acme that it works", "we told you that it works"),
    ("we forgot our contact Maria", "we forgot our contact Maria"),
    ("the Maria list was wrong", "the Maria list was wrong"),
    ("we forgot to call Tom", "we forgot to call Tom"),
    ("every call to Maria gets a note", "every call to you gets a note"),
    ("name a second contact besides Maria", "name a second contact besides Maria"),
    ("call Maria", "call you"), ("give Maria a day off", "give you a day off"),
    ("we delivered to Acme two days late", "we delivered to you two days late"),
    ("we delivered to Acme Tools in Leeds", "we delivered to Acme Tools in Leeds"),
    ("we met for Acme and Birch", "we met for Acme and Birch"),
  ])
  func `the person becomes you`(_ text: String, _ expected: String) {
    #expect(Fixture.reader().addressed(text, to: Fixture.acme, Fixture.maria) == expected)
  }

  @Test func `a first name that a colleague has too is left alone`() {
    var directory = Fixture.directory
    directory.colleagues.append("Maria Lang")
    let reader = Fixture.reader(directory: directory)
    #expect(
      reader.addressed("Maria forgot to call", to: Fixture.acme, Fixture.maria)
        == "Maria forgot to call")
  }

  @Test(arguments: [
    ("in May we were late, and nobody told May", "in May we were late, and nobody told you"),
    ("we promised it for 5 May", "we promised it for 5 May"), ("we may be late", "we may be late"),
  ])
  func `a name that is a month is a month where one stands`(_ text: String, _ expected: String) {
    #expect(Fixture.reader().addressed(text, to: nil, Named(name: "May Lee")) == expected)
  }

  @Test(arguments: [
    (
      "Dana sent Acme's invoice to Tom Jones", "a colleague sent a customer's invoice to a customer"
    ),
    ("we were late. Dana forgot it", "we were late. A colleague forgot it"),
    ("we forgot to call Jenny", "we forgot to call a customer"),
    ("Priya forgot it in Kate's absence", "a colleague forgot it in a colleague's absence"),
    ("nobody told us in May", "nobody told us in May"),
  ])
  func `in public nobody is named`(_ text: String, _ expected: String) {
    #expect(Fixture.reader().unnamed(text, ["Jenny Hall"]) == expected)
  }
}
