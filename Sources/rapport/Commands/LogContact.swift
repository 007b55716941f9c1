import Foundation
import RapportKit

/// `log`: what passed between us and a customer, in one line.
struct LogContact: HostCommand {
  static let changes = Changing.records
  static let command = Command(
    "log", aliases: ["note"], summary: "Note a call, a mail, a visit, praise or a complaint.",
    guidance: ["reviews/quarterly-review"],
    says: [
      "Maria called, she is happy with the pilot",
      "had lunch with Tom from Vega today",
      "Acme praised our support on the phone",
      "spoke to Mr Lund about the holidays",
      "note that Anna has a new job from January",
      "they wrote that the reports finally arrive on time",
      "visited Birch yesterday, good mood",
      "call with Oak & Co, nothing special",
      "customer sent us a thank you card",
      "got a nice mail from Kite about the new portal",
      "met the new director of Acme at the fair",
      "Tom mentioned that they plan a second plant",
      "Dana talked to them this morning, all fine",
      "keep a note of the phone call with Maria",
      "they complained about the parking, wrote it down",
      "had a coffee with Sarah, she likes the new reports",
      "phoned Birch, left a message",
      "short visit at Vega on Tuesday, they showed us the warehouse",
      "Acme told us that their budget is cut next year",
      "jot down that he prefers mails to calls",
      "today Birch called and likes the new reports",
      "Vega rang this morning about the keys, nothing urgent",
      "a customer praised Dana today",
      "Maria came by and looked at the samples",
      "good feedback from Kite on the phone",
      "Anna wrote, she is pleased with the launch",
      "today the customer called",
      "the customer called this morning and asked about the order",
      "the client phoned to say that all works well",
      "the customer wrote back, nothing new",
      "the customer was here today and is happy with the pilot",
    ],
    arguments: ["customer", "kind", "what"],
    options: [
      Question("person", ask: "Who it was", type: .person, from: .person),
      Question("when", ask: "When it was; today, when left out", type: .date, from: .date),
      Question("quote", ask: "Their own words", type: .text),
    ],
    questions: [
      Question("customer", ask: "Which customer?", type: .customer, from: .customer),
      Question(
        "kind", ask: "What was it?", type: .choice,
        options: [
          .init(
            "call",
            says: ["phone", "phoned", "rang", "called", "telephone", "spoke to", "talked to"]),
          .init("mail", says: ["email", "e-mail", "letter", "message", "chat", "wrote", "mailed"]),
          .init("visit", says: ["meeting", "met", "lunch", "workshop", "visited", "came by"]),
          .init("praise", says: ["thanks", "compliment", "praised"]),
          .init("complaint", says: ["complained", "complains"]),
        ], from: .option),
      Question(
        "what", ask: "What is there to remember?", type: .text,
        hint: "who, and what they said: Maria, happy with the pilot", from: .text),
    ], moment: .calm)

  init(_ host: Host, _ shell: ShellState) {}

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let customer = try await request.customer(in: context)
    let what = request.answers.text("what") ?? ""
    let kind = request.answers.text("kind") ?? "call"
    let when =
      try request.pastDate(
        "when", in: context, help: "Note what has been; what is to come is a `promise`.")
      ?? Moment(context.surroundings.today)
    let said = request.answers.text("quote") ?? Self.quoted(what)
    let contact = Record(
      id: request.recordID(0), kind: .contact, customer: customer.id,
      person: request.answers.named("person")?.id, title: what, state: "noted",
      body: .compact(["kind": .text(kind), "quote": .text(said)]),
      happened: when,
      zone: context.surroundings.zone.identifier)
    var blocks: [Block] = [.note("Noted with \(customer.title): \(kind), \(what).")]
    if said == nil, ["praise", "complaint"].contains(kind) {
      blocks.append(
        .note(
          "It stays with you. `--quote \"…\"` keeps their own words, which the review shows them."))
    }
    if let hint = try await context.hintBeforeFirstNote() { blocks.append(hint) }
    return .done(Reply(blocks: blocks, change: Change(put: [contact])))
  }

  /// What stands in quotation marks.
  private static func quoted(_ text: String) -> String? {
    for (open, close) in [("“", "”"), ("\"", "\""), ("„", "“"), ("«", "»")] {
      guard let start = text.range(of: open),
        let end = text.range(of: close, range: start.upperBound..<text.endIndex)
      else { continue }
      return String(text[start.upperBound..<end.lowerBound])
    }
    return nil
  }
}
