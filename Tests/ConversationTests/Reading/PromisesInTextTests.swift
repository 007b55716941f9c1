import RapportKit
import Testing

@testable import Conversation

@Test func `the promises in a text are found with who, by when and where`() {
  let text = """
    Hello Maria,

    Dana will credit the November fee by Friday. I will look into the
    printers. The new labels will be delivered next Tuesday.

    > We will never pay for that.
    You will receive the invoice by 1 December. Will you be there?
    """
  let found = Fixture.reader().promises(in: text)
  #expect(found.map(\.who) == ["Dana", "I", nil, nil])
  #expect(found.map(\.line) == [3, 3, 4, 7])
  #expect(found.map { $0.due?.description } == ["2026-11-27", nil, "2026-12-01", "2026-12-01"])
  #expect(found.first?.what == "credit the November fee")
}

@Test(
  arguments: [
    ("You will have the report by Friday.", 1), ("You will get the report by Friday.", 1),
    ("You will have to wait until Friday.", 0), ("You will have noticed it by Friday.", 0),
    ("We will have a look by Friday.", 0), ("You will not have it by Friday.", 0),
  ])
func `what they will have is promised, what they will have to do is not`(text: String, count: Int) {
  #expect(Fixture.reader().promises(in: text).count == count)
}
