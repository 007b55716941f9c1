import RapportKit

/// What a sheet starts from: the file that was edited, else the last sheet with this customer over the team's usual
/// one, and over both what a pasted text says.
struct Basis {
  /// What is known before anything is asked.
  private(set) var sheet = Sheet()
  /// The sheet on record.
  private(set) var last: Record?
  /// The expectations on record.
  private(set) var expectations: [Record] = []
  /// Which parts come from where, as a line to show.
  private(set) var sources: [String] = []
  /// The part of it that was read out of a text.
  private var fromText = Sheet()
  /// What was read out of a text, as lines to show before anything is asked.
  private(set) var read: String?
  /// The same in a line, to go under the sheet that shows it.
  private(set) var readBriefly: String?

  /// Gathers it.
  init(_ request: Request, in context: Context) async throws(Problem) {
    if let customer = request.answers.named("customer")?.id {
      let found = try await context.records.records(
        RecordQuery(kinds: ["sheet"], customer: customer, order: .latest))
      last = found.first
      expectations = try await context.records.records(
        RecordQuery(kinds: ["expectation"], customer: customer))
    }
    if let path = request.answers.text("from") {
      let file = try context.files.text(path)
      sheet =
        path.hasSuffix(".md") || path == "-"
        ? try EditedSheet.read(file) : try SheetFile.yaml(try context.files.node(file))
      return
    }
    try addUsual(in: context)
    if let last {
      let sheet = Sheet(last.body)
      note(
        sheet, from: "the sheet of \(last.happened.map { context.wording.short($0) } ?? "before")")
      // A row that was taken out of the last sheet does not come back from the usual one.
      self.sheet.rows = []
      self.sheet = self.sheet.overlaid(with: sheet)
    }
    try addRead(request, in: context)
    if !sheet.has(.review), request.answers["review"] == nil {
      // Thirteen weeks on it is the same weekday.
      let day = Moment(context.surroundings.today.adding(days: 91))
      sheet.lines[.review] = [context.wording.dated.date(day)]
      sources.append("Review: \(context.wording.dated.date(day)).")
    }
  }

  private mutating func addUsual(in context: Context) throws(Problem) {
    for file in try context.files.data("sheets") {
      let usual = try SheetFile.yaml(try context.files.node(file))
      note(usual, from: "your usual sheet")
      sheet = sheet.overlaid(with: usual)
    }
    var team = Sheet()
    if let hours = context.settings.text("team.hours"), !sheet.has(.channels) {
      team.lines[.channels] = [hours]
    }
    if case .duration(let length)? = context.settings["team.reply"], !sheet.has(.response) {
      team.lines[.response] = ["\(context.wording.duration(length))".capitalizedFirst]
    }
    note(team, from: "the team's settings")
    sheet = sheet.overlaid(with: team)
  }

  private mutating func addRead(_ request: Request, in context: Context) throws(Problem) {
    var text = request.answers.text("paste")
    if let path = request.answers.text("contract") { text = try context.files.text(path).text }
    guard let text else { return }
    let reading = ContractReading(text, us: context.settings.me.name)
    sheet = sheet.overlaid(with: reading.sheet)
    fromText = reading.sheet
    var lines = ["Read out of it, for you to check:"]
    for part in SheetPart.allCases where reading.sheet.has(part) {
      let items = reading.sheet.lines[part] ?? reading.sheet.rows.map(\.line)
      lines.append("  \(part.heading): \(items.joined(separator: "; "))")
    }
    var brief = [
      "Read out of it, for you to check: "
        + SheetPart.allCases.filter(reading.sheet.has).map(\.heading.lowercasedFirst)
        .joined(separator: ", ") + "."
    ]
    if lines.count == 1 {
      lines = ["I found nothing in it that I could place."]
      brief = lines
    }
    if !reading.unplaced.isEmpty {
      let unplaced =
        "Not placed: \(reading.unplaced.count) of \(reading.count) sentences. They begin: "
        + reading.unplaced.prefix(3).map { "“\($0.prefix(32))…”" }.joined(separator: ", ") + "."
      lines.append(unplaced)
      brief.append(unplaced)
    }
    readBriefly = brief.joined(separator: "\n")
    read = lines.joined(separator: "\n")
  }

  private mutating func note(_ sheet: Sheet, from source: String) {
    let parts = SheetPart.allCases.filter(sheet.has)
    guard !parts.isEmpty else { return }
    sources.append("From \(source): \(parts.map(\.missing).joined(separator: ", ")).")
  }
}

extension Basis {
  /// The sheet with what was answered: it takes the place of what usually holds, and stands behind what was read out of
  /// a text, unless that was asked again.
  func with(_ answered: Sheet, again: [String]) -> Sheet {
    var sheet = sheet.overlaid(with: answered)
    for (part, lines) in answered.lines where !again.contains(part.rawValue) {
      let read = fromText.lines[part] ?? []
      sheet.lines[part] = read + lines.filter { !read.contains($0) }
    }
    return sheet
  }
}

// MARK: - What is asked

extension Basis {
  /// How many open parts one sitting asks for; the rest stays open on the sheet, for the next.
  private static let atOnce = 8

  /// The questions of the parts that nothing fills yet, and which of the others differ this time.
  func open(_ request: Request) -> Form? {
    let parts = SheetPart.allCases.filter {
      !sheet.has($0) && request.answers[$0.rawValue] == nil
    }
    var questions = parts.prefix(Self.atOnce).compactMap { request.command.question($0.rawValue) }
    var lines = sources + [read].compactMap(\.self)
    if parts.count > Self.atOnce {
      let name = (request.answers.text("customer") ?? "NAME").asWord
      lines.append(
        "\(Self.atOnce) parts are asked for now; the rest stays open, and `agree \(name)` goes on with it."
      )
    }
    let filled = SheetPart.allCases.filter { part in
      sheet.has(part) && part != .expects && request.answers[part.rawValue] == nil
    }
    if !filled.isEmpty, request.answers["differs"] == nil,
      var question = request.command.question("differs")
    {
      question.options = filled.map { .init($0.rawValue, label: $0.missing) }
      questions.append(question)
    }
    return questions.isEmpty
      ? nil
      : Form(
        questions, state: "open", title: lines.isEmpty ? nil : lines.joined(separator: "\n"))
  }

  /// The questions of the parts that differ, each beginning from what usually holds.
  func differing(_ request: Request) -> Form? {
    guard case .choices(let ids)? = request.answers["differs"]?.value else { return nil }
    let questions = ids.compactMap { id -> Question? in
      guard let part = SheetPart(rawValue: id), request.answers[id] == nil,
        var question = request.command.question(id)
      else { return nil }
      question.standard = sheet.text(part).map { .literal($0) }
      if part == .review { question.standard = nil }
      return question
    }
    return questions.isEmpty ? nil : Form(questions, state: "differs")
  }
}
