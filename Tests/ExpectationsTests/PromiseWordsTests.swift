import Testing

@testable import Expectations

@Test(
  arguments: [
    ("new labels, Dana", "New labels", "Dana"), ("new labels", "New labels", nil),
    ("they will get a list, Dana", "They will get a list", "Dana"),
    ("I told Acme that Dana will send labels", "Dana will send labels", nil),
    ("you will hear from us", "You will hear from us", nil),
    ("to send new labels, me", "Send new labels", "me"),
    ("I promised Acme new labels", "New labels", nil),
    ("we have just promised them to send labels", "Send labels", nil),
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
