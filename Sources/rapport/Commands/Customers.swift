import Foundation
import RapportKit

/// `customer add`: a customer, or a person there.
struct CustomerAdd: HostCommand {
  static let changes = Changing.records
  static let command = Command(
    "customer add", aliases: ["client add", "account add"],
    summary: "Add a customer, or a person there.", arguments: ["name"],
    options: [
      Question("person", ask: "A person there", type: .text),
      Question("email", ask: "The person's email", type: .text),
      Question("role", ask: "The person's role", type: .text),
      Question("greeting", ask: "How to greet them: Dear Ms Lund", type: .text),
      Question("language", ask: "Their language: de", type: .text),
      Question("channel", ask: "The channel they like", type: .text),
      Question("zone", ask: "Their time zone: Europe/Berlin", type: .text),
      Question("because", ask: "They chose us because …", type: .text),
      Question("alias", ask: "Another name the customer goes by", type: .text),
    ],
    questions: [Question("name", ask: "The customer's name?", type: .text)])

  init(_ host: Host, _ shell: ShellState) {}

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let answers = request.answers
    let name = answers.text("name") ?? ""
    let known = try await context.records.records(.init(kinds: [.customer], title: name)).first
    var customer =
      known ?? Record(id: request.recordID(0), kind: .customer, title: name, state: "active")
    if let because = answers.text("because") { customer.body["because"] = .text(because) }
    if let alias = answers.text("alias") {
      customer.body["aliases"] = .list((customer.body["aliases"]?.list ?? []) + [.text(alias)])
    }
    var change = Change(put: [customer])
    var said = known == nil ? "Added \(name)." : "\(customer.title) is on record."
    if let title = answers.text("person") {
      let people = try await context.records.records(
        .init(kinds: [.person], customer: customer.id, title: title))
      var person =
        people.first
        ?? Record(
          id: request.recordID(1), kind: .person, customer: customer.id, title: title,
          state: "active")
      for key in ["email", "role", "greeting", "language", "channel", "zone"] {
        if let text = answers.text(key) { person.body[key] = .text(text) }
      }
      change.put.append(person)
      said += people.isEmpty ? " Added \(title) there." : " \(title) is brought up to date."
    }
    return .done(Reply(blocks: [.note(said)], change: change))
  }
}

/// `customer list`: all customers.
struct CustomerList: HostCommand {
  static let command = Command(
    "customer list", aliases: ["client list", "account list", "customers"],
    summary: "List the customers.")

  init(_ host: Host, _ shell: ShellState) {}

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let records = try await context.records.records(.init(kinds: [.customer, .person]))
    let customers = records.filter { $0.kind == .customer }
    guard !customers.isEmpty else {
      return .done(Reply(blocks: [.note("No customers yet: `customer add NAME`.")]))
    }
    let rows = customers.sorted { $0.title.lowercased() < $1.title.lowercased() }.map { customer in
      let people = records.filter { $0.customer == customer.id && $0.kind == .person }.map(\.title)
      return [
        customer.number.map(String.init) ?? "", customer.title, people.joined(separator: ", "),
      ]
    }
    return .done(Reply(blocks: [.table(Table(columns: ["no", "customer", "people"], rows: rows))]))
  }
}

/// `customer show`: one customer, their people and what is open.
struct CustomerShow: HostCommand {
  static let command = Command(
    "customer show", aliases: ["client show", "account show"],
    summary: "Show a customer, their people, and what is open.", arguments: ["customer"],
    questions: [Question("customer", ask: "Which customer?", type: .customer)])

  init(_ host: Host, _ shell: ShellState) {}

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let customer = try await request.customer(in: context)
    var text = "**\(customer.title)**\n"
    if let because = customer.body["because"]?.text {
      text += "\nThey chose us because \(because).\n"
    }
    let people = try await context.records.records(.init(kinds: [.person], customer: customer.id))
    for person in people {
      let details = ["role", "email", "channel", "zone", "language"].compactMap {
        person.body[$0]?.text
      }
      text += "\n- \(person.title)\(details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")"
    }
    var query = RecordQuery.open
    query.customer = customer.id
    let open = try await context.records.records(query)
    var blocks: [Block] = [.markdown(text)]
    if !open.isEmpty {
      blocks.append(DueList.table(open, names: [customer.id: customer.title], in: context))
    }
    return .done(Reply(blocks: blocks))
  }
}
