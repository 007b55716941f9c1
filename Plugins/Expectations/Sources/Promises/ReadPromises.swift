import RapportKit

/// `promise read`: a text read for promises, and those chosen noted.
struct ReadPromises: Plugin {
  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let message = try await message(request, in: context)
    let file =
      if let message { Self.text(of: message) } else {
        try context.files.text(request.answers.text("file") ?? "-")
      }
    let found = try await context.reading.promises(in: file.text)
    let findings = try context.checks.check(file.text, kind: nil, channel: .email).findings
      .filter { $0.length > 0 }
    guard !found.isEmpty else {
      return .done(
        Reply(
          blocks: [.note("No promise of yours stands in it.")]
            + findings.map { Self.block($0, file.path) },
          needsAttention: !findings.isEmpty))
    }
    // Standard input is read once, and nothing can be asked behind it.
    let isPiped = message == nil && request.answers.text("file") ?? "-" == "-"
    if request.state.isEmpty, request.answers["take"] == nil, !request.early, !isPiped {
      return .ask(Self.choice(found, context.wording))
    }
    let taken = try Self.taken(request.answers, of: found)
    if let form = try Self.open(taken, message, request, isPiped: isPiped) { return .ask(form) }
    let customer = try await request.knownOrNew(in: context)
    var reply = Reply(citations: request.command.guidance)
    for (index, promise) in taken.enumerated() {
      reply.change.put.append(
        Promise(
          id: request.recordID(index), promise.what.capitalizedFirst,
          customer: customer?.id ?? message?.customer,
          person: request.answers.named("person")?.id ?? message?.person, owner: promise.owner,
          made: context.surroundings.today, due: promise.due ?? request.answers.date("due"),
          plugin: request.command.plugin,
          zone: context.surroundings.zone
        ).record)
    }
    reply.blocks = [.table(Self.table(found, context.wording))]
    let weak = found.compactMap(\.advice)
    reply.blocks += weak.map(Block.note) + findings.map { Self.block($0, file.path) }
    if taken.isEmpty, let first = found.firstIndex(where: { $0.due != nil }) {
      let source = message.map { "--draft \($0.number ?? 0)" } ?? file.path.asWord
      let to = message == nil && customer == nil ? " --customer NAME" : ""
      reply.blocks.append(
        .note("To note one: `promise read \(isPiped ? "-" : source) --take \(first + 1)\(to)`."))
    }
    reply.needsAttention = taken.isEmpty && !(weak.isEmpty && findings.isEmpty)
    return .done(reply)
  }

  /// What is still to be said of the promises taken: to whom, and by when where the text names no day.
  private static func open(
    _ taken: [FoundPromise], _ message: Record?, _ request: Request, isPiped: Bool
  ) throws(Problem) -> Form? {
    guard !taken.isEmpty, !request.early else { return nil }
    let needed = [
      message == nil ? "customer" : nil, taken.contains { $0.due == nil } ? "due" : nil,
    ].compactMap(\.self).filter { request.answers[$0] == nil }
    guard !needed.isEmpty else { return nil }
    guard !isPiped else {
      throw Problem(
        .missingAnswer, "It is not said \(needed[0] == "due" ? "by when" : "to which customer").",
        help:
          "Standard input cannot be asked; write \(needed.map { "`--\($0) …`" }.joined(separator: " and ")) as well."
      )
    }
    let questions = needed.compactMap(request.command.question).map { question in
      var question = question
      question.required = true
      return question
    }
    return Form(questions, state: "open")
  }

  /// The message whose number answers `draft`.
  private func message(_ request: Request, in context: Context) async throws(Problem) -> Record? {
    guard let number = request.answers["draft"]?.value?.node.int else { return nil }
    let drafts = try await context.records.records(RecordQuery(number: number, kinds: [.draft]))
    guard let draft = drafts.first else {
      throw Problem(
        .notFound, "There is no message \(number).", help: "`drafts` lists them with their numbers."
      )
    }
    return draft
  }

  private static func text(of message: Record) -> TextFile {
    TextFile(
      "message \(message.number ?? 0)",
      message.body["versions"]?.list?.first?["body"]?.text ?? "")
  }

  /// Which of them go into the records; Enter alone takes none.
  private static func choice(_ found: [FoundPromise], _ wording: Wording) -> Form {
    let options = found.enumerated().map { index, promise in
      Question.Option("\(index + 1)", label: promise.label(wording))
    }
    let all = Question.Option("all", label: found.count == 1 ? "note it" : "all of them")
    return Form(
      [
        Question(
          "take", ask: "Which are to be noted?", type: .choices, hint: "Enter for none",
          options: options + [all], required: false)
      ], state: "take")
  }

  private static func taken(_ answers: Answers, of found: [FoundPromise]) throws(Problem)
    -> [FoundPromise]
  {
    let ids: [String]
    switch answers["take"]?.value {
    case .choices(let choices): ids = choices
    case .text(let text): ids = text.split { ", ".contains($0) }.map { $0.lowercased() }
    default: return []
    }
    if ids.contains("all") { return found }
    var taken: [FoundPromise] = []
    for id in ids {
      guard let number = Int(id), found.indices.contains(number - 1) else {
        throw Problem(
          .badAnswer, "There is no promise \(id) in it; it has \(found.count).",
          help: "Name them by number, `--take 1,3`, or `--take all`.")
      }
      taken.append(found[number - 1])
    }
    return taken
  }

  private static func table(_ found: [FoundPromise], _ wording: Wording) -> Table {
    Table(
      columns: ["no", "line", "who", "what", "by"],
      rows: found.enumerated().map { index, promise in
        [
          "\(index + 1)", "\(promise.line)", promise.who ?? "nobody named", promise.what,
          promise.due.map { wording.short($0) } ?? "no date",
        ]
      })
  }

  private static func block(_ finding: Finding, _ path: String) -> Block {
    .note(
      "\(path):\(finding.line):\(finding.column): \(finding.message)"
        + (finding.rewrite.map { " Rather: \($0)" } ?? ""))
  }
}

extension FoundPromise {
  /// Who owes it, for records.
  var owner: String {
    guard let who else { return "me" }
    return ["i", "me", "we"].contains(who.lowercased()) ? "me" : who
  }

  /// "Dana: credit the fee, Fri 27 Nov".
  func label(_ wording: Wording) -> String {
    "\(who ?? "nobody named"): \(what), \(due.map { wording.short($0) } ?? "no date")"
  }

  /// What it lacks, and how to say it so that it can be kept; nil when it has all.
  var advice: String? {
    switch (who, due) {
    case (nil, nil):
      "Line \(line): “\(text)” has neither a name nor a date. Rather: NAME will … by DAY."
    case (nil, _?): "Line \(line): “\(text)” names nobody. Rather: NAME will …"
    case (let who?, nil): "Line \(line): “\(text)” has no date. Rather: \(who) will \(what) by DAY."
    case (_?, _?): nil
    }
  }
}
