import Testing

@testable import Expectations

@Test(
  arguments: [
    ("new labels, Dana", "New labels", "Dana"), ("new labels", "New labels", nil),
    ("Dana will send new labels", "Send new labels", "Dana"),
    ("I will send new labels.", "Send new labels", "me"),
    ("we will send new labels", "Send new labels", "me"),
    ("You will have the export", "The export", nil),
    ("they will get a list, Dana", "A list", "Dana"),
    ("Maria will have the export", "The export", nil),
    ("you will hear from us", "You will hear from us", nil),
    ("to send new labels, me", "Send new labels", "me"),
    ("I promised Acme new labels", "New labels", nil),
    ("we have just promised them to send labels", "Send labels", nil),
    ("I told Acme that Dana will send labels", "Send labels", "Dana"),
    ("labels, boxes and tape", "Labels, boxes and tape", nil),
    ("new labels, Maria Ortiz", "New labels", nil), ("new labels, Maria", "New labels", nil),
  ] as [(String, String, String?)])
func `a promise says what and who`(text: String, what: String, owner: String?) {
  let words = PromiseWords(text, customer: "Acme", person: "Maria Ortiz")
  #expect(words.what == what)
  #expect(words.owner == owner)
}

@Test func `what they will see when it is done is read from the end`() {
  let words = PromiseWords("the export, Sam; done when Maria opens it.", customer: "Acme")
  #expect(words.what == "The export")
  #expect(words.owner == "Sam")
  #expect(words.done == "Maria opens it")
}
