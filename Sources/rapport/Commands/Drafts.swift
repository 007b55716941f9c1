import Conversation
import Foundation
import RapportKit
import Shell

/// `drafts`: the messages written, the latest first.
struct Drafts: HostCommand {
  static let command = Command("drafts", summary: "List the messages that were written.")

  init(_ host: Host, _ shell: ShellState) {}

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let drafts = try await context.records.records(.init(kinds: [.draft]))
    guard !drafts.isEmpty else {
      return .done(Reply(blocks: [.note("No message has been written yet.")]))
    }
    let rows = drafts.reversed().map { draft in
      let sent = draft.happened.map { " " + context.wording.short($0) } ?? ""
      return [
        draft.number.map(String.init) ?? "", draft.state + sent, draft.body["to"]?.text ?? "",
        draft.title,
      ]
    }
    return .done(
      Reply(blocks: [.table(Table(columns: ["no", "state", "to", "message"], rows: rows))]))
  }
}

/// `drafts show`: a message again, in any channel it was written for.
struct DraftsShow: HostCommand {
  static let command = Command(
    "drafts show", aliases: ["draft show", "show"],
    summary: "Show a message again: `show chat`, `show 12 letter`.",
    arguments: ["what"], options: [DraftRecord.what])

  static func check(_ invocation: Invocation, on host: Host) throws(Problem) {
    try DraftChoice.check(invocation, on: host, for: "show")
  }

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let choice = try DraftChoice(request.answers.text("what") ?? "", on: host)
    var draft = try await choice.draft(in: context).found.draft
    if let channel = choice.channel { draft.versions.removeAll { $0.channel != channel } }
    return .done(Reply(drafts: [draft]))
  }
}

/// `copy`: the latest message onto the clipboard, in plain paragraphs.
struct Copy: HostCommand {
  static let changes = Changing.atOnce
  static let command = Command(
    "copy", summary: "Copy the latest message, in plain paragraphs.", arguments: ["what"],
    options: [DraftRecord.what])

  static func check(_ invocation: Invocation, on host: Host) throws(Problem) {
    try DraftChoice.check(invocation, on: host, for: "copy")
  }

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let choice = try DraftChoice(request.answers.text("what") ?? "", on: host)
    let (found, version) = try await choice.draft(in: context)
    let clipboard = Clipboard(environment: host.environment, stateFolder: host.folders.state)
    let place = try clipboard.copy(version.body)
    let open = version.gaps.isEmpty ? "" : " \(version.gaps.count) open."
    let others = found.draft.versions.map(\.channel.rawValue).filter {
      $0 != version.channel.rawValue
    }
    let also = others.isEmpty ? "" : "  Also: \(others.joined(separator: ", "))."
    let how =
      place.description == "the clipboard"
      ? "Copied as plain paragraphs." : "Copied to \(place), as there is no clipboard here."
    return .done(Reply(blocks: [.note("\(how)\(open)\(also)  When it is out: sent")]))
  }
}

/// `sent`: the message is out; the clock stops and the follow-up is named.
struct Sent: HostCommand {
  static let changes = Changing.records
  static let command = Command(
    "sent", summary: "Say that the latest message is out: `sent 12 yesterday 17:00 by chat`.",
    arguments: ["what"],
    options: [Question("what", ask: "Which one, when, and by what channel", type: .text)])

  /// "sent the proofs to the wrong address" says neither which, nor when, nor how.
  static func check(_ invocation: Invocation, on host: Host) throws(Problem) {
    do { _ = try Said(invocation.text("what") ?? "", on: host) } catch {
      var problem = error
      problem.code = .usage
      throw problem
    }
  }

  private let host: Host
  /// Whether there is somebody to ask.
  private let asks: Bool

  init(_ host: Host, _ shell: ShellState) {
    self.host = host
    asks = shell.interactive
  }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let said = try Said(request.answers.text("what") ?? "", on: host)
    let (choice, channel, at) = (said.choice, said.channel, said.at ?? context.surroundings.now)
    let found = try await DraftRecord.latest(
      choice.number, called: choice.name, for: channel, in: context)
    let version = channel.flatMap { found.draft[$0] } ?? found.draft.versions.first
    if let gaps = version?.gaps, !gaps.isEmpty, request.state.isEmpty {
      let open = Question(
        "filled",
        ask:
          gaps.count == 1
          ? "One mark is open in it. Did you fill it in?"
          : "\(gaps.count) marks are open in it. Did you fill them in?",
        // Enter alone does not say so; where nobody can be asked, `sent` itself does.
        type: .yesno, standard: .literal(asks ? "no" : "yes"))
      return .ask(Form([open], state: "asked"))
    }
    if case .yesno(false)? = request.answers["filled"]?.value {
      return .done(Reply(blocks: [.note("Then it is not marked as sent.")]))
    }
    return .done(try await reply(found, at: at, by: channel ?? version?.channel, in: context))
  }

  private func reply(_ found: DraftRecord, at: Moment, by channel: Channel?, in context: Context)
    async throws(Problem) -> Reply
  {
    var record = found.record
    record.state = "sent"
    record.happened = at
    record.zone = context.surroundings.zone.identifier
    record.by = host.by
    record.body["sent_by"] = .text(channel?.rawValue)
    let links = try await context.records.links(of: record.id)
    let about = try await context.records.records(
      .init(ids: links.filter { $0.from == record.id }.map(\.to))
    ).first
    let tells = about.map { [.incident, "news"].contains($0.kind) } ?? true
    var said = "\(tells ? "Told" : "Sent") \(Self.day(at, context))"
    if tells, let about,
      let end = about.body["until"]?.text.flatMap({ Moment(iso: $0) }) ?? about.happened,
      let text = Self.gap(from: end, to: at, ended: about.body["until"] != nil)
    {
      said += ", \(text)"
    }
    said += "."
    for step in try await Self.steps(about?.id ?? record.id, in: context) {
      said +=
        " \(step.due.map { context.wording.short($0) } ?? "Next"): \(step.title.lowercasedFirst)."
    }
    return Reply(blocks: [.note(said)], change: Change(put: [record]))
  }

  private static func steps(_ id: RecordID, in context: Context) async throws(Problem) -> [Record] {
    let ids = try await context.records.links(of: id).filter { $0.to == id && $0.role == "for" }
      .map(\.from)
    guard !ids.isEmpty else { return [] }
    return try await context.records.records(
      .init(ids: ids, kinds: [.step], states: ["open"], order: .due))
  }

  private static func day(_ at: Moment, _ context: Context) -> String {
    let time = at.time.map { " \($0)" } ?? ""
    return at.date == context.surroundings.today ? "today\(time)" : context.wording.short(at)
  }

  /// "21 h after it ended", "3 days after it happened".
  private static func gap(from start: Moment, to end: Moment, ended: Bool) -> String? {
    let what = ended ? "after it ended" : "after it happened"
    if start.time != nil, end.time != nil {
      let minutes = start.minutes(to: end)
      guard minutes > 0 else { return nil }
      return minutes < 60
        ? "\(minutes) min \(what)"
        : minutes < 48 * 60
          ? "\((minutes + 30) / 60) h \(what)" : "\((minutes + 720) / 1440) days \(what)"
    }
    let days = end.date.number - start.date.number
    return days > 0 ? "\(days) \(days == 1 ? "day" : "days") \(what)" : nil
  }
}

extension Sent {
  /// What `sent` was told: which message, when, and by what channel.
  private struct Said {
    var choice: DraftChoice
    var channel: Channel?
    var at: Moment?

    init(_ text: String, on host: Host) throws(Problem) {
      var words = text.split(separator: " ").map(String.init)
      if let by = words.firstIndex(of: "by"), words.indices.contains(by + 1) {
        guard let found = Channel(rawValue: words[by + 1]) else {
          throw Problem(
            .usage, "“\(words[by + 1])” is not a channel.",
            help: "There are: \(Channel.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        channel = found
        words.removeSubrange(by...(by + 1))
      }
      choice = try DraftChoice(words.prefix(1).joined(), on: host)
      words = choice.rest + words.dropFirst()
      channel = channel ?? choice.channel
      guard !words.isEmpty else { return }
      let reader = Reader(
        surroundings: host.surroundings, directory: Directory(), settings: try host.settings())
      let when = Question("when", ask: "When?", type: .date)
      if case .date(let moment) = try reader.read(
        words.joined(separator: " "), as: when, answers: Answers())
      {
        at = moment
      }
    }
  }
}
