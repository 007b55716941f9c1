import RapportKit

/// How a group's scores move from round to round: improved, declined or no clear change, by a stated band.
struct Trend: Sendable {
  /// The word for a change.
  enum Change: String, Sendable {
    case improved, declined
    case unclear = "no clear change"

    /// The change from `before` to `after`: beyond the band when it is at least that large.
    init(from before: Double, to after: Double, band: Double) {
      let move = after - before
      self = move >= band - 1e-9 ? .improved : move <= -band + 1e-9 ? .declined : .unclear
    }
  }

  /// One score over time.
  struct Line: Sendable {
    var group: String
    var title: String
    var points: [Double]
    var sinceLast: Change
    var sinceFirst: Change
  }

  /// One reading over time, where the rule gives no score.
  struct Readings: Sendable {
    var group: String
    var texts: [(date: LocalDate, text: String)]
  }

  private(set) var lines: [Line] = []
  private(set) var readings: [Readings] = []
  /// The days compared.
  private(set) var dates: [LocalDate] = []
  /// What is not compared and why.
  private(set) var refused: [String] = []
  let band: Double

  /// Compares `rounds`, oldest first.
  init(_ rounds: [Round], band: Double) {
    self.band = band
    dates = rounds.map(\.date)
    guard let questionnaire = rounds.first?.questionnaire else { return }
    for roles in [[Role.me], [.colleague], [.customer], [.colleague, .customer]] {
      let groups = rounds.compactMap { $0.groups.shown.first { $0.roles == roles } }
      guard groups.count > 1, let latest = groups.last else { continue }
      let alike = groups.filter { isAlike($0, latest) }
      guard alike.count > 1 else { continue }
      add(alike, of: questionnaire)
    }
  }

  /// Whether the same people answered the same form.
  private mutating func isAlike(_ group: Groups.Group, _ latest: Groups.Group) -> Bool {
    let day = group.responses.map(\.date).max()?.description ?? ""
    func people(_ group: Groups.Group) -> [String] { group.responses.map(Round.person).sorted() }
    func forms(_ group: Groups.Group) -> Set<FormKind> { Set(group.responses.map(\.form)) }
    if people(group) != people(latest) {
      refused.append("\(latest.title), \(day): other people answered, which is no trend.")
      return false
    }
    if forms(group) != forms(latest) {
      refused.append("\(latest.title), \(day): another form, with other questions.")
      return false
    }
    return true
  }

  private mutating func add(_ groups: [Groups.Group], of questionnaire: Questionnaire) {
    let title = groups[0].title
    let scores = groups.map { $0.scores(questionnaire) }
    func line(_ name: String, _ score: (Scores) -> Score?) {
      let points = scores.compactMap { round -> Double? in
        let means = round.compactMap { score($0)?.mean }
        return means.isEmpty ? nil : means.reduce(0, +) / Double(means.count)
      }
      guard points.count == groups.count, let first = points.first, let last = points.last else {
        return
      }
      lines.append(
        Line(
          group: title, title: name, points: points,
          sinceLast: Change(from: points[points.count - 2], to: last, band: band),
          sinceFirst: Change(from: first, to: last, band: band)))
    }
    for dimension in questionnaire.dimensions {
      line(dimension.title) { $0.dimensions[dimension.id] }
    }
    for category in questionnaire.categories {
      line((category.dimension == nil ? "" : "  ") + category.title) { $0.categories[category.id] }
    }
    guard questionnaire.dimensions.isEmpty else { return }
    readings.append(
      Readings(
        group: title,
        texts: zip(groups, scores).flatMap { group, scores in
          scores.map {
            ($0.response.date, $0.reading.headline(in: questionnaire))
          }
        }))
  }
}
