import Testing

@testable import RapportKit

struct NearestTests {
  @Test(arguments: [
    ("summary", "summary", 0), ("sumary", "summary", 1), ("kind", "knid", 1), ("", "abc", 3),
    ("abc", "", 3), ("abc", "cab", 2), ("Email", "email", 0), ("holding", "holdings", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3),
  ])
  func `letters added, dropped, changed or swapped`(a: String, b: String, distance: Int) {
    #expect(a.editDistance(to: b) == distance)
    #expect(b.editDistance(to: a) == distance)
  }

  @Test(
    arguments: [
      ("sumary", "summary"), ("custommer", "customer"), ("whne", "when"), ("nmae", "name"),
      ("banana", nil), ("x", nil), ("", nil),
    ] as [(String, String?)])
  func `the word that was most likely meant, or none`(typed: String, meant: String?) {
    #expect(typed.nearest(in: ["name", "summary", "customer", "when"]) == meant)
  }

  @Test func `of equals the first, and none of none`() {
    #expect("cat".nearest(in: ["car", "can"]) == "car")
    #expect("cat".nearest(in: [String]()) == nil)
  }
}
