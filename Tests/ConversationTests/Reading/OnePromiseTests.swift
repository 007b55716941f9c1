import Conversation
import RapportKit
import Testing

/// Who keeps a promise that stands alone, and what of it is left.
struct OnePromiseTests {
  @Test(
    arguments: [
      ("Dana calls Maria", "Dana", "call Maria", false),
      ("dana calls maria", "Dana", "call Maria", false),
      ("Bjarne sends the list", "Bjarne", "send the list", false),
      ("Dana will send new labels", "Dana", "send new labels", false),
      ("I will send new labels.", "I", "send new labels", false),
      ("we'll ship", "we", "ship", false),
      ("Acme will send the list", "Acme", "send the list", true),
      ("Acme sends us the list", "Acme", "send us the list", true),
      ("Tom Jones will name a date", "Tom Jones", "name a date", true),
      ("Northwind will pay", "Northwind", "pay", true),
      ("they will send the list", nil, "send the list", true),
      ("She'll send the list", nil, "send the list", true),
      ("they will get a list", nil, "a list", false),
      ("You will have the export", nil, "the export", false),
      ("Maria will have the export", nil, "the export", false),
    ] as [(String, String?, String, Bool)])
  func `who does it is taken off`(text: String, who: String?, what: String, theirs: Bool) {
    let found = Fixture.reader().promise(text, to: ["Northwind", "Jenny Hall"])
    #expect(found?.who == who)
    #expect(found?.what == what)
    #expect(found?.isTheirs == theirs)
  }

  @Test(arguments: [
    "new labels", "Weekly calls with Maria", "labels", "you will hear from us",
    "they will be told", "refund of 50 EUR", "send new labels", "Invoice checks before sending",
  ])
  func `what names nobody is left as it is`(text: String) {
    #expect(Fixture.reader().promise(text, to: ["Northwind"]) == nil)
  }
}
