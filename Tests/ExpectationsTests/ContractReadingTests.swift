import Testing

@testable import Expectations

@Test(
  arguments: [
    ("The monthly fee is 400 EUR.", .price), ("Prices rise by €20 a year.", .price),
    ("Support at weekends is not included.", .exclusions),
    ("We will not enter data for you.", .exclusions),
    ("Any change to the scope requires a written change request.", .changes),
    ("The work is accepted when Maria has printed ten labels.", .acceptance),
    ("We respond to faults within 4 hours.", .response),
    ("Support is available Monday to Friday from 8:00 to 18:00 CET.", .channels),
    ("95 % of deliveries arrive on the agreed day.", .expects),
    ("The customer shall name one contact for decisions.", .they_do),
    ("The service goes live on 7 December 2026.", .schedule),
    ("The supplier delivers label printing for 12 warehouses.", .deliverables),
    ("The supplier shall test each update before it goes out.", .we_do),
    ("Thank you for the good talk.", nil),
  ] as [(String, SheetPart?)])
func `a sentence of a contract goes to its part`(sentence: String, part: SheetPart?) {
  #expect(ContractReading.part(of: sentence) == part)
}

@Test func `a heading places what its sentences do not, and duties are said to the customer`() {
  let reading = ContractReading(
    """
    4. Service levels. The Supplier shall answer incidents within four hours.
    5. Acceptance. The Customer shall test each delivery within five business days.
    6. Liability. The Customer must name a contact.
    """)
  #expect(
    reading.sheet.lines == [
      .response: ["We will answer incidents within four hours"],
      .acceptance: ["You will test each delivery within five business days"],
      .they_do: ["You must name a contact"],
    ])
}

@Test func `a contract is read by sentence, and what is not placed is counted`() {
  let reading = ContractReading(
    """
    1. Scope
    1.1 The supplier delivers label printing for 12 warehouses.
    1.2 The fee is 400 EUR per month. Visits cost 250.50 EUR each.

    - First response within 4 hours.
    - This agreement is governed by the law of Berlin.
    """)
  #expect(
    reading.sheet.lines == [
      .deliverables: ["The supplier delivers label printing for 12 warehouses"],
      .price: ["The fee is 400 EUR per month", "Visits cost 250.50 EUR each"],
      .response: ["First response within 4 hours"],
    ])
  #expect(reading.count == 5)
  #expect(reading.unplaced == ["This agreement is governed by the law of Berlin."])
}
