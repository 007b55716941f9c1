import Foundation
import RapportKit

/// `assess import`: takes forms that came back, each with its role.
struct ImportCommand {
  /// How many files one conversation takes: each may bring its customer along, and record ids are numbered to 899.
  private static let most = 400

  let request: Request
  let context: Context

  func next() async throws(Problem) -> Step {
    guard let path = request.answers.text("file") else {
      throw Problem(.missingAnswer, "No file is named.", help: "Write `assess import FILE`.")
    }
    let all = try Questionnaires(context.files)
    let reader = AnswersReader(all, context)
    let files = try reader.files(path)
    guard files.count <= Self.most else {
      throw Problem(
        .usage, "\(files.count) files are too many to take in at once.",
        help: "Import up to \(Self.most) at a time; `assess --batch` scores any number.",
        at: Place(file: path))
    }
    // What the files say belongs to the conversation: the same name with other answers is another import.
    let print = Fingerprint(files.map(\.text)).description
    if request.state.isEmpty, !request.early { return .ask(Form([], state: print)) }

    var read: [Response] = []
    var problems: [Problem] = []
    for file in files {
      do throws(Problem) {
        read.append(try reader.response(file))
      } catch {
        problems.append(error)
      }
    }
    if var first = problems.first {
      first.also = Array(problems.dropFirst())
      throw first
    }
    return .done(try await reply(read, all))
  }

  private func reply(_ read: [Response], _ all: Questionnaires)
    async throws(Problem) -> Reply
  {
    var reply = Reply()
    let kept = Kept(context, questionnaires: all)
    for var response in read {
      let questionnaire = try all.named(response.questionnaire)
      let customer = try await customer(response, &reply)
      response.customer = customer.name
      let sameDay = try await kept.responses(customer: customer).filter {
        $0.response.questionnaire == response.questionnaire && $0.response.date == response.date
      }
      let earlier =
        sameDay.last { $0.response == response }
        ?? sameDay.last { Round.isSamePerson($0.response, response) }
      let who = [response.role.rawValue, response.rater].compactMap(\.self).joined(separator: ", ")
      if let earlier, earlier.response == response {
        reply.blocks.append(.note("\(customer.name), \(who): already noted."))
        continue
      }
      let reading = Scores(response, questionnaire).reading.headline(in: questionnaire)
      reply.change.put.append(
        Record(
          id: earlier?.record.id ?? request.recordID(reply.change.put.count), kind: .assessment,
          customer: customer.id, title: "\(questionnaire.title): \(reading)", state: "done",
          plugin: request.command.plugin, body: response.body(of: questionnaire),
          happened: Moment(response.date),
          zone: context.surroundings.zone.identifier))
      let replaced = earlier == nil ? "" : " It takes the place of the answers noted the same day."
      reply.blocks.append(
        .note("\(customer.name), \(who): \(response.marks.count) answers noted.\(replaced)"))
    }
    let names = unique(read.compactMap(\.customer))
    let kinds = unique(read.map(\.questionnaire))
    if let name = names.first, names.count == 1, let kind = kinds.first, kinds.count == 1 {
      let what = name.asWord + Questionnaires.flag(kind)
      reply.blocks.append(.note("See `assess report \(what)` and `assess gaps \(what)`."))
    }
    return reply
  }

  /// The customer the answers name; one who is not on record is added, as in every other command.
  private func customer(_ response: Response, _ reply: inout Reply) async throws(Problem) -> Named {
    let name = response.customer ?? ""
    let known = try await context.records.records(RecordQuery(kinds: [.customer], title: name))
    let new = reply.change.put.filter { $0.kind == .customer && $0.title == name }
    if let found = (known + new).first { return Named(id: found.id, name: found.title) }
    let record = Record(
      id: request.recordID(reply.change.put.count), kind: .customer, title: name,
      state: "active")
    reply.change.put.append(record)
    return Named(id: record.id, name: name)
  }
}

/// Tells texts apart: FNV-1a over their bytes, 64 bits.
struct Fingerprint: CustomStringConvertible {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ texts: [String]) {
    for text in texts {
      for byte in text.utf8 + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
  }

  var description: String { String(hash, radix: 16) }
}
