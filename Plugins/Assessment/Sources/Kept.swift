import RapportKit

/// The assessments on record.
struct Kept {
  /// An answer taken as noted.
  struct Note {
    var mark: Mark
    var date: LocalDate
  }

  private let context: Context
  private let questionnaires: Questionnaires

  init(_ context: Context, questionnaires: Questionnaires) {
    self.context = context
    self.questionnaires = questionnaires
  }

  private var today: LocalDate { context.surroundings.today }

  /// The responses on record for `customer`, oldest first; with nil for everybody, those about us included.
  func responses(customer: Named?) async throws(Problem) -> [(record: Record, response: Response)] {
    let reader = ResponseReader(questionnaires: questionnaires, today: today)
    let records = try await context.records.records(
      RecordQuery(kinds: [.assessment], customer: customer?.id))
    return records.compactMap { record in
      reader.read(record, customer: customer?.name).map { (record, $0) }
    }.sorted {
      ($0.1.date, $0.0.number ?? 0) < ($1.1.date, $1.0.number ?? 0)
    }
  }

  /// The answers about us of the past year; nil when they are to be asked.
  func aboutUs(_ questionnaire: Questionnaire) async throws(Problem) -> Response? {
    try await responses(customer: nil).map(\.response).last { response in
      response.form == .us && response.questionnaire == questionnaire.id
        && response.version == questionnaire.version
        && today.number - response.date.number <= Conventions.usDays
    }
  }

  /// The answers that need not be asked again: those about us for a year, and those to the same item of another
  /// questionnaire for a quarter. They are our own and serve nobody else's form.
  func noted(for response: Response, customer: RecordID?, of questionnaire: Questionnaire)
    async throws(Problem) -> [String: Note]
  {
    guard response.role == .me, response.form != .us else { return [:] }
    var notes: [String: Note] = [:]
    for (record, earlier) in try await responses(customer: nil) where earlier.role == .me {
      let age = today.number - earlier.date.number
      guard age >= 0 else { continue }
      for item in questionnaire.items where earlier.noted[item.id] == nil {
        guard let mark = earlier.marks[item.id] else { continue }
        let isOurs =
          item.about == .us && age <= Conventions.usDays
          && earlier.questionnaire == questionnaire.id && earlier.version == questionnaire.version
        let isSame =
          item.same == earlier.questionnaire && record.customer == customer
          && age <= Conventions.sameDays
        if isOurs || isSame { notes[item.id] = Note(mark: mark, date: earlier.date) }
      }
    }
    return notes
  }

  /// The signs that people have added to `questionnaire`, in the order they came.
  func signs(of questionnaire: Questionnaire) async throws(Problem) -> [String] {
    guard questionnaire.own != nil else { return [] }
    var signs: [String] = []
    for (_, response) in try await responses(customer: nil)
    where response.questionnaire == questionnaire.id {
      for sign in response.signs.keys.sorted() where !signs.contains(sign) { signs.append(sign) }
    }
    return signs
  }
}
