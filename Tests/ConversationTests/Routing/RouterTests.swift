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
          "we sent the wrong parts to a customer", "our server was down and they are angry",
          "nobody told them that the delivery was late", "I forgot to send Acme the invoice",
          "the invoice we sent was wrong", "we were late and the customer is angry",
        ]),
      Command(
        "promise", plugin: "p", summary: "Promise.",
        says: [
          "we will send the labels by friday", "I promised them the report by monday",
          "Dana will call them back tomorrow", "we said we would deliver on the 3rd",
          "they get the samples next week", "note that we owe them an answer",
          "we will send the report next week", "I said we would call them by friday",
          "Dana promised them the labels by tomorrow", "they get an answer on monday",
          "we promised to deliver the samples on friday", "I will call them back next week",
        ]),
      Command(
        "thanks", plugin: "t", summary: "Thank them.",
        says: [
          "they sent us a cake", "thank them for the nice review", "a client recommended us",
          "I want to say thank you for the good year",
          "I want to thank a client who recommended us", "say thank you for the cake",
          "they recommended us and I want to thank them", "thank you for the nice year",
          "a client sent us a nice review", "thank the client for the cake",
        ]),
      Command("quiet", plugin: "t", summary: "Says nothing."),
    ]
    var briefs: [CommandBrief] { all.map { CommandBrief($0) } }
    var elsewhere: [String] {
      [
        "which tool do you use for invoices", "how do I find new customers",
        "hosting for a website", "which tool do you use to host a website",
        "how do I find a good tool", "which hosting do you use",
        "how do I find hosting for new customers",
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
    ("did we send the wrong invoice to Acme", .choose(["mistake"]), .asks),
    ("can't send the wrong invoice to Acme", .begin("mistake"), .sure),
    ("they get the invoice", .choose(["mistake", "promise"]), .close),
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

  @Test(arguments: [
    ("nobody told the customer that we were down", Router.Decision.choose(["mistake"]), true),
    ("nobody told Acme that we were down", .begin("mistake"), false),
    ("nobody told Maria Ortiz that we were down", .begin("mistake"), false),
    ("nobody told the customer that we were down yesterday", .begin("mistake"), false),
    ("they get the invoice", .choose(["mistake", "promise"]), false),
  ])
  func `What says neither who nor when is offered, however sure`(
    text: String, decision: Router.Decision, isVague: Bool
  ) throws {
    let route = try #require(Self.router).route(text, by: Fixture.reader())
    #expect(route.decision == decision)
    #expect((route.reason == .vague) == isVague)
    #expect(route.sure == (route.reason == .close ? nil : "mistake"))
  }

  @Test func `A sentence finds an example that says it in other words`() throws {
    let text = "gateaux for pupils, livid"
    let synonyms = [["delivery", "gateau"], ["customer", "pupil"], ["angry", "livid"]]
    let own = try #require(Self.router).route(text)
    let told = try Router(Team(), synonyms: synonyms).route(text)
    for (route, isSure) in [(own, false), (told, true)] {
      let first = try #require(route.matches.first)
      #expect(first.command == "mistake")
      #expect((first.confidence >= Router.sure) == isSure)
    }
  }

  @Test func `Two sure things in one sentence are two commands to choose from`() throws {
    let route = try #require(Self.router).route(
      "they sent us a cake and we charged them twice")
    #expect(route.decision == .choose(["thanks", "mistake"]))
    #expect(route.reason == .two)
  }

  @Test func `Commands whose few examples do not find each other are never sure`() throws {
    let few = Team().all.map {
      Command($0.name, plugin: $0.plugin, summary: $0.summary, says: Array($0.says.prefix(4)))
    }
    let router = try Router(Commands(all: few))
    for text in few.flatMap(\.says) {
      let route = router.route(text)
      #expect(route.reason == .close)
      #expect(route.matches.allSatisfy { $0.confidence < Router.sure })
    }
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
    let few = Commands(
      all: Team().all.map {
        Command($0.name, plugin: "p", summary: "", says: Array($0.says.prefix(4)))
      })
    let first = try Router(few, cache: file).route(text)
    #expect(try first == Router(few).route(text))
    #expect(try first == Router(few, cache: file).route(text))
    let kept = try Data(contentsOf: URL(fileURLWithPath: file))
    for damaged in [Data(), kept.dropLast(3), kept + [0], kept.prefix(40)] {
      try Data(damaged).write(to: URL(fileURLWithPath: file))
      #expect(try Router(few, cache: file).route(text) == first)
      #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == kept)
    }
  }

  @Test func `The nearest example explains`() throws {
    let router = try #require(Self.router)
    #expect(
      router.nearest(to: "a wrong invoice went to Acme", of: "mistake")
        == "I sent Acme the wrong invoice")
    #expect(router.nearest(to: "anything", of: "quiet") == nil)
    #expect(
      router.nearest(to: "you will call me next week", of: "promise")
        == "I will call them back next week")
  }

  @Test func `No commands, no match`() throws {
    let route = try Router(Commands(all: [])).route("we were down")
    #expect(route.decision == .none)
    #expect(route.matches == [])
  }

  @Test func `Commands that say the same are twins`() throws {
    let says = Array(Team().all[0].says.prefix(6))
    let source = Commands(all: [
      Command("a", plugin: "p", summary: "", says: says + ["we lost a parcel of theirs"]),
      Command("b", plugin: "p", summary: "", says: says.map { $0 + " again" }),
      Command("c", plugin: "p", summary: "", says: Array(Team().all[2].says.prefix(4))),
    ])
    let twins = try Router.twins(source)
    #expect(Set(twins.flatMap { [$0.command, $0.other] }) == ["a", "b"])
    #expect(try Router.twins(Team()) == [])
  }
}
