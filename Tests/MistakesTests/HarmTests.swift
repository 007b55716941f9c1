import Testing

@testable import Mistakes

struct HarmTests {
  private static let names = ["Birch Ltd", "Jenny Lund", "Jenny"]

  @Test(arguments: [
    ("they paid 200 eur too much", "they paid 200 eur too much"),
    ("They lost a day of work", "they lost a day of work"),
    ("you had to wait", "you had to wait"),
    ("She lost face with her boss", "they lost face with their boss"),
    ("he was late, and his boss told him off", "they were late, and their boss told them off"),
    ("she had to ask her brother because he knew", "they had to ask their brother because he knew"),
    ("it cost them a day", "it cost them a day"), ("had to wait", "they had to wait"),
    ("was charged twice", "they were charged twice"), ("Missed a flight", "they missed a flight"),
    ("jenny was late for court", "they were late for court"),
    ("Jenny's shop was closed", "their shop was closed"),
    ("Birch Ltd paid twice", "they paid twice"),
    ("their shop stayed closed", "their shop stayed closed"),
    ("orders were lost", "orders were lost"), ("a day of work", "it cost them a day of work"),
    ("200 EUR", "it cost them 200 EUR"), ("no labels all day", "they had no labels all day"),
  ])
  func `harm with its own subject is a clause`(text: String, said: String) {
    let harm = Harm(text, of: Self.names)
    #expect(harm.isClause)
    #expect(harm.text == said)
  }

  @Test(arguments: [
    "print labels", "pay", "read their mail", "put it on the shelf", "feed the horses",
    "proceed with the work", "get printed labels", "open the shop on time", "use the till",
  ])
  func `a bare verb is what they could not do`(text: String) {
    let harm = Harm(text, of: Self.names)
    #expect(!harm.isClause)
    #expect(harm.text == text)
  }
}
