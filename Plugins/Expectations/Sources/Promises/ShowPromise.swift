import RapportKit

/// `promise show`: one promise with all that became of it.
struct ShowPromise: Plugin {
  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let promise = try await request.promise(in: context)
    let record = promise.record
    let wording = context.wording
    let people = try await context.records.records(
      RecordQuery(ids: [record.customer, record.person].compactMap(\.self) + [record.id]))
    let customer = people.first { $0.id == record.customer }?.title
    let person = people.first { $0.id == record.person }?.title
    var lines = ["**\(record.title)**", ""]
    let state = promise.words(at: context.surroundings.now, unanswered: context.unanswered)
    lines.append("- \(state)\(record.due.map { ", due \(wording.short($0))" } ?? ", no date")")
    let to = [person, customer].compactMap(\.self).joined(separator: ", ")
    if !to.isEmpty { lines.append("- to \(to)") }
    lines.append("- kept by \(promise.owner == "me" ? "you" : promise.owner.capitalizedFirst)")
    lines.append("- done when \(record.body["done"]?.text ?? "… (not said)")")
    lines.append("- what it takes: \(record.body["means"]?.text ?? "not said")")
    if let made = promise.made { lines.append("- made \(wording.short(Moment(made)))") }
    if promise.moves > 0, let first = promise.firstDue {
      lines.append("- first promised for \(wording.short(first))")
    }
    for step in record.body["history"]?.list ?? [] { lines.append("- " + Self.line(step, wording)) }
    let next = promise.state.next.map { state in
      "`promise \(state.verb) \(record.number ?? 0)\(state == .moved ? " DAY" : "")`"
    }
    return .done(
      Reply(
        blocks: [.markdown(lines.joined(separator: "\n"))]
          + (next.isEmpty ? [] : [.note("Then: \(next.joined(separator: ", ")).")])))
  }

  /// "moved Wed 18 Nov, from Fri 20 Nov to Fri 27 Nov (no printer)".
  private static func line(_ step: Node, _ wording: Wording) -> String {
    func moment(_ key: String) -> String? {
      step[key]?.text.flatMap { Moment(iso: $0) }.map { wording.short($0) }
    }
    var text = step["state"]?.text ?? ""
    if let at = moment("at") { text += " \(at)" }
    if let from = moment("from") { text += ", from \(from)" }
    if let due = moment("due") { text += (step["from"] == nil ? ", by " : " to ") + due }
    if let note = step["note"]?.text { text += " (\(note))" }
    return text
  }
}
