import RapportKit

/// What a questionnaire's rule makes of the answers.
enum Reading: Sendable, Equatable {
  /// The lowest dimension; nil when one of them has no score.
  case lower(score: Double?, by: String?, without: [String])
  /// The sides with a symptom, and how many symptoms were answered.
  case any(sides: [Item.Seat], answered: Int, of: Int)
  /// How many of the answers are good and poor.
  case majority(good: Int, poor: Int, of: Int)
  /// The equation's figure, the weakest part, and how far the parts lie apart.
  case ratio(value: Double?, weakest: String?, spread: Double, selfInterest: Double?)
  /// Every category by itself; the weakest of them.
  case apart(weakest: String?, score: Double?)

  init(
    _ questionnaire: Questionnaire, _ response: Response, items: [Item],
    categories: [String: Score], dimensions: [String: Score]
  ) {
    switch questionnaire.rule {
    case .lower(let ids):
      let without = ids.filter { dimensions[$0]?.mean == nil }
      let scored = ids.compactMap { id in dimensions[id]?.mean.map { (id, $0) } }
      let least = scored.min { $0.1 < $1.1 }
      self = .lower(
        score: without.isEmpty ? least?.1 : nil, by: without.isEmpty ? least?.0 : nil,
        without: without)
    case .any(let category):
      let asked = items.filter { $0.category == category && !$0.good.isEmpty }
      let hit = asked.filter { $0.warns(response.marks[$0.id]) }.map { $0.seat ?? .us }
      let answered = asked.count {
        if case .option? = response.marks[$0.id] { true } else { false }
      }
      self = .any(
        sides: Item.Seat.allCases.filter(hit.contains), answered: answered, of: asked.count)
    case .majority(let category):
      let asked = items.filter { $0.category == category && !$0.good.isEmpty }
      let all = questionnaire.items.count { $0.category == category && !$0.good.isEmpty }
      let good = asked.count { $0.value(of: response.marks[$0.id]) == Conventions.high }
      // “Unsure” cannot be answered positively; what was left out stays open.
      let poor = asked.count { item in
        response.marks[item.id] == .unknown || item.warns(response.marks[item.id])
      }
      self = .majority(good: good, poor: poor, of: all)
    case .ratio(let over, let under):
      let parts = (over + [under]).compactMap { id in categories[id]?.mean.map { (id, $0) } }
      let complete = parts.count == over.count + 1
      let means = parts.map(\.1)
      // The part below the line is asked turned round, so that high is good on every screen.
      let below = categories[under]?.mean.map { Conventions.low + Conventions.high - $0 }
      let above = over.compactMap { categories[$0]?.mean }.reduce(0, +)
      self = .ratio(
        value: complete ? below.map { above / $0 } : nil,
        weakest: parts.min { $0.1 < $1.1 }?.0,
        spread: (means.max() ?? 0) - (means.min() ?? 0), selfInterest: below)
    case .apart:
      let scored = questionnaire.categories.compactMap { category in
        categories[category.id]?.mean.map { (category.id, $0) }
      }
      let least = scored.min { $0.1 < $1.1 }
      self = .apart(weakest: least?.0, score: least?.1)
    }
  }

  /// How many of `of` answers are most of them: three of five.
  static func most(of count: Int) -> Int { count / 2 + 1 }

  /// The reading in one line.
  func headline(in questionnaire: Questionnaire) -> String {
    func title(_ id: String) -> String {
      (questionnaire.dimensions.first { $0.id == id }?.title ?? questionnaire.category(id)?.title
        ?? id).lowercased()
    }
    switch self {
    case .lower(let score?, let by?, _):
      return "\(figure(score)) of 5, \(Band(score).rawValue): the lower one, \(title(by)), decides"
    case .lower(_, _, let without):
      return
        "no reading, too little is answered on \(without.map(title).joined(separator: " and "))"
    case .any(let sides, let answered, let of):
      if sides.count == 2 { return "one-sided, and hard on both of you" }
      switch sides.first {
      case .us?: return "one-sided, and you are on the wrong side of it"
      case .customer?: return "one-sided, and the customer is on the wrong side of it"
      case nil:
        return answered == of
          ? "no symptom on either side" : "no symptom so far, \(answered) of \(of) answered"
      }
    case .majority(let good, let poor, let of):
      if good >= Self.most(of: of) { return "a relationship: \(good) of \(of) answered well" }
      if poor >= Self.most(of: of) { return "trade: \(poor) of \(of) not answered well" }
      return "undecided: \(good) well, \(poor) not, \(of - good - poor) open of \(of)"
    case .ratio(let value?, let weakest?, _, _):
      return "\(figure(value)), and \(title(weakest)) is the weakest part"
    case .ratio: return "no figure, too little is answered on some part"
    case .apart(let weakest?, let score?):
      return "\(title(weakest)) is the weakest, \(figure(score)) of 5"
    case .apart: return "no score, too little is answered"
    }
  }

  /// How low it is, for sorting the worst first; nil when there is no reading.
  var rank: Double? {
    switch self {
    case .lower(let score, _, _): score
    case .any(let sides, let answered, let of):
      sides.isEmpty && answered < of ? nil : Double(2 - sides.count)
    case .majority(let good, let poor, let of):
      good >= Self.most(of: of) || poor >= Self.most(of: of) ? Double(good) : nil
    case .ratio(let value, _, _, _): value
    case .apart(_, let score): score
    }
  }
}
