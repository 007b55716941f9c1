import Conversation
import Foundation
import RapportKit
import Testing

struct RouterTests {
  /// Three commands, and what is nobody's.
  struct Team: CommandSource {
    let all = [
      Command(
        "mistake", plugin: "m", summary: "Own a mistake.",
        says: [
          "we were down and nobody told the customer", "I sent Acme the wrong invoice",
          "our delivery was late and they are angry", "I forgot to answer their email",
          "we deleted their data by accident", "we charged them twice",
        ]),
      Command(
        "promise", plugin: "p", summary: "Promise.",
        says: [
          "we will send the labels by friday", "I promised them the report by monday",
          "Dana will call them back tomorrow", "we said we would deliver on the 3rd",
          "they get the samples next week", "note that we owe them an answer",
        ]),
      Command(
        "thanks", plugin: "t", summary: "Thank them.",
        says: [
          "they sent us a cake", "thank them for the nice review", "a client recommended us",
          "I want to say thank you for the good year",
        ]),
      Command("quiet", plugin: "t", summary: "Says nothing."),
    ]
    var briefs: [CommandBrief] { all.map { CommandBrief($0) } }
    var elsewhere: [String] {
      [
        "which tool do you use for invoices", "how do I find new customers",
        "hosting for a website",
      ]
    }
    func command(_ name: String) throws(Problem) -> Command {
      all.first { $0.name == name } ?? all[0]
    }
  }

  static let router = try? Router(Team())

  @Test(arguments: [
    (
      "nobody told the customer that we were down", Router.Decision.begin("mistake"),
      Router.Reason.sure
    ),
    ("we will send new labels on friday", .begin("promise"), .sure),
    ("did we send the wrong invoice to Acme?", .choose(["mistake"]), .asks),
    ("which tool do you use to find new customers", .none, .elsewhere),
    ("", .none, .nothing), ("😀 !!", .none, .nothing), ("42", .none, .nothing),
    ("xylophone quartz blimp", .none, .unlike),
  ])
  func `A sentence finds its command, or none, and says why`(
    text: String, decision: Router.Decision, reason: Router.Reason
  ) throws {
    let route = try #require(Self.router).route(text)
    #expect(route.decision == decision)
    #expect(route.reason == reason)
  }

  @Test func `Two sure things in one sentence are two commands to choose from`() throws {
    let route = try #require(Self.router).route(
      "thank them for the nice review and we will send the labels by friday")
    #expect(route.decision == .choose(["thanks", "promise"]))
    #expect(route.reason == .two)
  }

  @Test
  func
    `What is learnt is the same every time, from the cache as well, and a damaged one is made anew`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = "\(folder)/routing"
    let text = "the labels were late and we charged them twice"
    let first = try Router(Team(), cache: file).route(text)
    #expect(first == Self.router?.route(text))
    #expect(try Router(Team(), cache: file).route(text) == first)
    let kept = try Data(contentsOf: URL(fileURLWithPath: file))
    for damaged in [Data(), kept.dropLast(3), kept + [0], kept.prefix(40)] {
      try Data(damaged).write(to: URL(fileURLWithPath: file))
      #expect(try Router(Team(), cache: file).route(text) == first)
      #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == kept)
    }
  }

  @Test func `The nearest example explains`() throws {
    let router = try #require(Self.router)
    #expect(
      router.nearest(to: "a wrong invoice went to Acme", of: "mistake")
        == "I sent Acme the wrong invoice")
    #expect(router.nearest(to: "anything", of: "quiet") == nil)
  }

  @Test func `No commands, no match`() throws {
    let route = try Router(Commands(all: [])).route("we were down")
    #expect(route.decision == .none)
    #expect(route.matches == [])
  }

  @Test func `Commands that say the same are twins`() throws {
    let says = Team().all[0].says
    let source = Commands(all: [
      Command("a", plugin: "p", summary: "", says: says + ["we lost a parcel of theirs"]),
      Command("b", plugin: "p", summary: "", says: says.map { $0 + " again" }),
      Command("c", plugin: "p", summary: "", says: Team().all[2].says),
    ])
    let twins = try Router.twins(source)
    #expect(Set(twins.flatMap { [$0.command, $0.other] }) == ["a", "b"])
    #expect(try Router.twins(Team()) == [])
  }
}
