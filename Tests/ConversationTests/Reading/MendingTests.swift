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
}
