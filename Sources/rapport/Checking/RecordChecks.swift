import Conversation
import Foundation
import RapportKit

/// Holds a message against what is known of a customer: dates and amounts nobody noted, and a remedy offered before.
struct RecordChecks {
  private let customer: Named
  private let records: [Record]
  private let reader: Reader
  private let today: LocalDate

  /// The records of the one customer whom `text` names, or who is named `name`; nil when there is none.
  init?(_ text: String, name: String?, host: Host, settings: Settings) async throws(Problem) {
    guard FileManager.default.fileExists(atPath: host.folders.records) else { return nil }
    let customers = try await host.store.records(.init(kinds: [.customer]))
    let people = try await host.store.records(.init(kinds: [.person]))
    let named = customers.filter { customer in
      if let name { return customer.title.lowercased() == name.lowercased() }
      let names =
        [customer.title] + people.filter { $0.customer == customer.id }.map(\.title)
      return names.contains { text.holdsName($0) }
    }
    guard named.count == 1, let found = named.first else {
      guard let name else { return nil }
      throw Problem(
        .unknownCustomer, "I know no customer called “\(name)”.",
        help: name.nearest(in: customers.map(\.title)).map { "Did you mean “\($0)”?" }
          ?? "See the list with `customer list`.")
    }
    customer = Named(id: found.id, name: found.title)
    records = try await host.store.records(.init(customer: found.id)).filter { $0.kind != .draft }
    let directory = Directory(
      customers: [.init(id: found.id, name: found.title)],
      people: people.filter { $0.customer == found.id }.map {
        .init(id: $0.id, name: $0.title, customer: found.id)
      })
    reader = Reader(surroundings: host.surroundings, directory: directory, settings: settings)
    today = host.surroundings.today
  }

  /// What does not fit the records, in the order of the text.
  func findings(in text: String, repair: String?) -> [Finding] {
    let all = dates(text) + amounts(text) + [remedy(repair, in: text)].compactMap(\.self)
    return all.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  // MARK: Dates and amounts

  private func dates(_ text: String) -> [Finding] {
    let known = Set(records.flatMap { dates(of: $0) })
    guard !known.isEmpty else { return [] }
    return reader.dates(in: text, direction: .past).filter { found in
      found.sure && found.value.date < today && !known.contains(found.value.date)
        && text[found.range].contains(where: \.isNumber)
    }.map { found in
      finding(
        "records.date", .warning,
        "Nothing is noted for \(customer.name) on “\(text[found.range])”. Is the day right?",
        text, found.range, why: "writing/short-and-plain")
    }
  }

  /// The days a record knows: when it happened, when it is due, and those its texts name.
  private func dates(of record: Record) -> [LocalDate] {
    let texts = [record.title] + record.body.texts
    return [record.happened?.date, record.due?.date].compactMap(\.self)
      + texts.compactMap { Moment(iso: $0)?.date }
      + texts.flatMap { reader.dates(in: $0).map(\.value.date) }
  }

  private func amounts(_ text: String) -> [Finding] {
    let known = Set(records.flatMap { ([$0.title] + $0.body.texts).flatMap { Self.figures($0) } })
    let minor = Set(records.flatMap(\.body.amounts))
    guard !known.isEmpty || !minor.isEmpty else { return [] }
    let question = Question("amount", ask: "", type: .money, from: .money)
    return text.sentenceRanges.compactMap { range in
      let sentence = String(text[range])
      let answer = reader.fill(sentence, questions: [question], answers: Answers()).answers[
        "amount"]
      guard let answer, case .money(let money)? = answer.value, !minor.contains(money),
        let place = text[range].range(of: answer.raw)
      else { return nil }
      let figure = Double(money.minor) / pow(10, Double(Money.digits(of: money.currency)))
      guard !known.contains(figure) else { return nil }
      return finding(
        "records.amount", .warning,
        "No record of \(customer.name) has “\(text[place])”. Is the amount right?", text, place,
        why: "writing/short-and-plain")
    }
  }

  /// The numbers in a text, thousands marks left out.
  private static func figures(_ text: String) -> [Double] {
    text.replacing(",", with: "").split { !$0.isNumber && $0 != "." }.compactMap { Double($0) }
  }

  // MARK: Remedies

  /// A repair whose words were offered before.
  private func remedy(_ repair: String?, in text: String) -> Finding? {
    guard let repair, let place = text.range(of: repair) else { return nil }
    let words = repair.contentWords
    for record in records.reversed() where record.kind == .incident || record.kind == .promise {
      guard let day = record.happened?.date ?? record.due?.date, day < today else { continue }
      for old in [record.title] + record.body.texts {
        let shared = words.intersection(old.contentWords)
        guard shared.count >= 3, shared.count * 2 >= words.count else { continue }
        return finding(
          "records.remedy", .warning,
          "\(customer.name) was offered much the same before: “\(old)”. What is different now?",
          text, place, why: "mistakes/repeat-mistakes#change-three-things")
      }
    }
    return nil
  }

  private func finding(
    _ check: String, _ level: Finding.Level, _ message: String, _ text: String,
    _ range: Range<String.Index>, why: Citation, rewrite: String? = nil
  ) -> Finding {
    let before = text[..<range.lowerBound]
    let start =
      before.lastIndex(where: \.isNewline).map { text.index(after: $0) } ?? text.startIndex
    return Finding(
      check, level, message, line: before.count(where: \.isNewline) + 1,
      column: text.distance(from: start, to: range.lowerBound) + 1, length: text[range].count,
      match: String(text[range]), why: why, rewrite: rewrite)
  }
}

extension Node {
  /// All texts in it, however deep.
  fileprivate var texts: [String] {
    switch value {
    case .text(let text): [text]
    case .list(let nodes): nodes.flatMap(\.texts)
    case .map(let entries): entries.flatMap(\.value.texts)
    default: []
    }
  }

  /// All amounts in it, however deep.
  fileprivate var amounts: [Money] {
    if let minor = self["minor"]?.int, let currency = self["currency"]?.text {
      return [Money(minor: minor, currency: currency)]
    }
    return (list ?? entries?.map(\.value) ?? []).flatMap(\.amounts)
  }
}

extension String {
  /// Whether `name` stands in it as whole words.
  fileprivate func holdsName(_ name: String) -> Bool {
    guard let found = range(of: name), !name.isEmpty else { return false }
    let before = found.lowerBound == startIndex ? nil : self[index(before: found.lowerBound)]
    let after = found.upperBound == endIndex ? nil : self[found.upperBound]
    return ![before, after].compactMap(\.self).contains { $0.isLetter || $0.isNumber }
  }

  /// Its words of four letters and more, in lower case.
  fileprivate var contentWords: Set<String> {
    Set(
      lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count > 3 })
  }

  /// Its sentences, roughly: what a full stop before a space or a line's end parts.
  fileprivate var sentenceRanges: [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    var start = startIndex
    var at = startIndex
    while at < endIndex {
      let next = index(after: at)
      let stops =
        self[at].isNewline
        || ".!?".contains(self[at]) && (next == endIndex || self[next].isWhitespace)
      if stops || next == endIndex {
        let end = self[at].isNewline ? at : next
        while start < end, self[start].isWhitespace { start = index(after: start) }
        if start < end { ranges.append(start..<end) }
        start = next
      }
      at = next
    }
    return ranges
  }
}
