import Conversation
import RapportKit
import Testing

struct RouterTests {
  static let router = try? Router(Commands.sample)

  @Test(arguments: [
    ("nobody told the customer we were down", Router.Decision.begin("mistake")),
    ("I sent the wrong invoice to Acme", .begin("mistake")),
    ("we will send new labels on friday", .begin("promise")),
    ("what a lovely day", .none), ("", .none), ("the of and", .none), ("😀", .none),
  ])
  func `A sentence finds its command, or none`(text: String, decision: Router.Decision) {
    #expect(Self.router?.route(text) == decision)
  }

  @Test func `A close field is asked about`() throws {
    let router = try Router(
      Commands(all: [
        Command("a", plugin: "p", summary: "", says: ["the invoice was wrong"]),
        Command("b", plugin: "p", summary: "", says: ["the invoice was late"]),
        Command("c", plugin: "p", summary: "", says: ["thank them for the gift"]),
        Command("host", summary: "", says: ["the invoice was wrong"]),
      ]))
    #expect(router.route("the invoice") == .choose(["a", "b"]))
    #expect(router.route("wrong invoices") == .begin("a"))
  }

  @Test func `Matches name the example, and are the same every time`() {
    let matches = Self.router?.matches("we sent Acme a wrong invoice")
    #expect(matches?.first?.command == "mistake")
    #expect(matches?.first?.example == "I sent Acme the wrong invoice")
    #expect(matches == Self.router?.matches("we sent Acme a wrong invoice"))
  }

  @Test func `No commands, no match`() throws {
    #expect(try Router(Commands(all: [])).route("we were down") == .none)
  }
}
