import Foundation
import RapportKit

/// The records of a sitting: the sheet, a row for all that can be measured, and the day of its review.
///
/// A later sitting writes over the same records, so that an actual noted last month still belongs to its row.
struct SheetRecords {
  /// What is to be saved.
  private(set) var change = Change()
  /// The customer's name.
  let customerName: String
  /// When both sides said yes.
  let agreed: Moment?

  init(_ sheet: Sheet, basis: Basis, request: Request, in context: Context) throws(Problem) {
    let customer = request.answers.named("customer")
    customerName = customer?.name ?? "the customer"
    let zone = context.surroundings.zone.identifier
    let before = basis.last?.body["agreed"]?.text.flatMap { Moment(iso: $0) }
    if let day = try request.pastDate("agreed", in: context) {
      agreed = day
    } else {
      // What was agreed stays agreed until the page says something else.
      agreed = basis.last.map { Sheet($0.body) } == sheet ? before : nil
    }
    let state = agreed == nil ? "open" : "agreed"
    var record = Record(
      id: basis.last?.id ?? request.recordID(0), kind: "sheet", customer: customer?.id,
      person: request.answers.named("person")?.id ?? basis.last?.person,
      title: "Sheet with \(customerName)", state: agreed == nil ? "draft" : "agreed",
      plugin: request.command.plugin, body: sheet.node,
      happened: Moment(context.surroundings.today), zone: zone)
    record.body["agreed"] = .text(agreed?.description)
    record.body["missing"] = .list(sheet.missing.map { .text($0) })
    change.put.append(record)
    var position = 1
    var kept: Set<RecordID> = []
    for row in sheet.measured {
      let old = basis.expectations.first { $0.title.lowercased() == row.what.lowercased() }
      var expectation = Record(
        id: old?.id ?? request.recordID(position), kind: "expectation", customer: customer?.id,
        title: row.what, state: state, plugin: request.command.plugin, body: row.node,
        happened: record.happened, zone: zone)
      expectation.body["sheet"] = .text(record.id.rawValue)
      expectation.body["better"] = row.lessIsBetter ? "less" : "more"
      if old == nil { position += 1 }
      kept.insert(expectation.id)
      change.put.append(expectation)
      change.links.append(.init(expectation.id, record.id, role: "of"))
    }
    for old in basis.expectations where !kept.contains(old.id) && old.state != "dropped" {
      var gone = old
      gone.state = "dropped"
      change.put.append(gone)
    }
    try addReview(of: record, sheet, basis, request, in: context)
  }

  /// The day on which the page is looked at again stands in `due`.
  private mutating func addReview(
    of record: Record, _ sheet: Sheet, _ basis: Basis, _ request: Request, in context: Context
  ) throws(Problem) {
    guard let day = (sheet.lines[.review] ?? []).compactMap(SheetDate.moment).first else { return }
    let known = basis.last?.body["review_step"]?.text.map { RecordID(rawValue: $0) }
    change.put[0].body["review_step"] = .text(known?.rawValue)
    guard basis.last.flatMap({ Sheet($0.body).lines[.review] }) != sheet.lines[.review] else {
      return
    }
    let id = known ?? request.recordID(900 - 1)
    change.put[0].body["review_step"] = .text(id.rawValue)
    change.put.append(
      Record(
        id: id, kind: .step, customer: record.customer, person: record.person,
        title: "Review with \(customerName)", plugin: request.command.plugin,
        body: ["owner": "me", "review": true], due: day, zone: record.zone))
    change.links.append(.init(id, record.id, role: "for"))
  }
}
