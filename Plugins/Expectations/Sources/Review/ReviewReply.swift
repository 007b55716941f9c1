import Foundation
import RapportKit

/// What a review leaves behind: its pages, the three messages, its record, the promise and the next date.
struct ReviewReply {
  private(set) var reply: Reply

  init(_ page: ReviewPage, request: Request, in context: Context) throws(Problem) {
    let values = try page.values(internal: true)
    reply = Reply(citations: request.command.guidance)
    reply.files = try Self.files(page, request, context)
    reply.drafts = try context.drafts(for: request, values: values)
    for index in reply.drafts.indices { reply.drafts[index].markGaps() }
    reply.change = try Self.change(page, request, context)
    reply.needsAttention = !page.missing.isEmpty
    reply.blocks = Self.lines(page, request, files: reply.files).map(Block.note)
  }

  private static func files(_ page: ReviewPage, _ request: Request, _ context: Context)
    throws(Problem) -> [OutputFile]
  {
    let edition = request.answers.text("edition") ?? "customer"
    let forms = request.answers.text("as") ?? "html"
    let name = "reviews/\(page.customer.slug)-\(page.quarter.end)"
    var files: [OutputFile] = []
    for isInternal in [false, true] where edition == "both" || isInternal == (edition == "internal")
    {
      let values = try page.values(internal: isInternal)
      for form in ["html", "md"] where forms == "both" || form == (forms == "html" ? "html" : "md")
      {
        files.append(
          OutputFile(
            "\(name)\(isInternal ? "-internal" : "").\(form)",
            try context.templates.page("review.\(form)", for: request, values: values)))
      }
    }
    if let event = page.nextEvent { files.append(OutputFile("\(name).ics", events: [event])) }
    return files
  }

  private static func lines(_ page: ReviewPage, _ request: Request, files: [OutputFile]) -> [String]
  {
    var lines: [String] = []
    let missing = page.missing
    let state =
      missing.isEmpty
      ? "Ready, all parts found."
      : "Draft, \(missing.count) \(missing.count == 1 ? "thing" : "things") missing: \(missing.joined(separator: ", "))."
    let shared = files.filter { !$0.path.contains("-internal.") && $0.events == nil }.map(\.path)
    let own = files.filter { $0.path.contains("-internal.") }.map(\.path)
    lines.append(
      shared.isEmpty
        ? state : "\(state) Two pages for \(page.customer): \(shared.joined(separator: ", "))")
    if !own.isEmpty { lines.append("For us alone: \(own.joined(separator: ", "))") }
    let back = page.keptBack.count
    if back > 0 {
      lines.append(
        "  kept back as internal: \(back) \(back == 1 ? "note" : "notes") (show internal)")
    }
    var first = page.first
    if !first.isEmpty {
      first.append("then what went well")
      lines.append("  say first: " + first.joined(separator: "; "))
    }
    let to = request.answers.named("person").map { " to \($0.greetingName)" } ?? ""
    let dated = files.first { $0.events != nil }.map { " with \($0.path)" } ?? ""
    lines.append(
      "Also ready: a note\(to) with the pages (copy note), the invitation\(dated), a recap to fill in."
    )
    return lines
  }

  private static func change(_ page: ReviewPage, _ request: Request, _ context: Context)
    throws(Problem) -> Change
  {
    let zone = context.surroundings.zone.identifier
    let customer = request.answers.named("customer")?.id
    let person = request.answers.named("person")?.id
    var said: [String: Node] = [:]
    for part in [ReviewPart.help, .ask, .commitment]
    where request.answers[part.rawValue]?.value != nil {
      said["\(part)"] = .text(try part.said(for: request, in: context))
    }
    let review = Record(
      id: page.quarter.today?.id ?? request.recordID(0), kind: "review", customer: customer,
      person: person, title: "Review with \(page.customer)",
      state: page.missing.isEmpty ? "ready" : "draft", plugin: request.command.plugin,
      body: .compact([
        "since": .text(page.quarter.start.description), "help": said["help"] ?? nil,
        "ask": said["ask"] ?? nil, "commitment": said["commitment"] ?? nil,
        "next": .text(request.answers.date("next")?.description),
        "promises": .text(page.quarter.ledger.summary),
        "missing": .list(page.missing.map { .text($0) }),
      ]), happened: Moment(page.quarter.end), zone: zone)
    var change = Change(put: [review])
    if var promise = try context.promise("commitment", for: request, at: 1) {
      // Made again on the same day, a review writes over its promise, unless that has gone on since.
      let known = page.quarter.promised
      promise.id = known?.id ?? promise.id
      promise.body["made"] = .text(page.quarter.end.description)
      change.put[0].body["promise"] = .text(promise.id.rawValue)
      if known?.state ?? promise.state == promise.state {
        change.put.append(promise)
        change.links.append(.init(promise.id, review.id, role: "for"))
      }
    }
    try Self.plan(page, request, context, into: &change)
    return change
  }

  /// The next review stands in `due`; the one that stood there is held, or moves when this one is made again.
  private static func plan(
    _ page: ReviewPage, _ request: Request, _ context: Context, into change: inout Change
  ) throws(Problem) {
    let next = request.answers.date("next")
    for step in page.quarter.planned where step.due != next {
      var step = step
      if let next, step.id == page.nextID {
        step.due = next
        step.body["moves"] = .number(Double((step.body["moves"]?.int ?? 0) + 1))
      } else {
        step.state = "done"
      }
      change.put.append(step)
    }
    guard let next else { return }
    change.put[0].body["step"] = .text(page.nextID.rawValue)
    guard !page.quarter.planned.contains(where: { $0.id == page.nextID }) else { return }
    let step = Record(
      id: page.nextID, kind: .step, customer: change.put[0].customer, person: change.put[0].person,
      title: "Review with \(page.customer)", plugin: request.command.plugin,
      body: ["owner": "me", "review": true], due: next,
      zone: context.surroundings.zone.identifier)
    change.put.append(step)
    change.links.append(.init(step.id, change.put[0].id, role: "for"))
  }
}

extension Draft {
  /// Counts the marks that its templates leave for the meeting as what is still open.
  fileprivate mutating func markGaps() {
    for index in versions.indices {
      let parts = versions[index].body.split(separator: "[").dropFirst()
      let marks = parts.compactMap { part in
        part.firstIndex(of: "]").map { "[\(part[..<$0])]" }
      }
      versions[index].gaps += marks.filter { !versions[index].gaps.contains($0) }
    }
  }
}
