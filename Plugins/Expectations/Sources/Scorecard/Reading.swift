/// How an actual stands against what was hoped for and what is still acceptable.
///
/// The zone between the two levels is Zeithaml, Berry & Parasuraman's (1993); what its colours mean is our convention
/// (`expectations/hoped-for-and-acceptable#read-the-space-between`).
struct Reading: Equatable {
  /// The colour, which never stands alone.
  enum Colour: String, CaseIterable {
    case green, amber, red
    case none = ""

    /// A shape that tells the colours apart without colour.
    var mark: String {
      switch self {
      case .green: "●"
      case .amber: "▲"
      case .red: "■"
      case .none: "–"
      }
    }
  }

  /// The colour.
  var colour: Colour
  /// The rule that gave it, in words with its figures.
  var rule: String
  /// The actual minus the hoped for, in words; nil when there is nothing to compare.
  var gap: String?

  /// The rule in few words, where the levels stand beside it.
  var brief: String

  /// Whether it falls short of what was hoped for.
  var isShort: Bool { colour == .amber || colour == .red }

  /// "amber ▲ below hoped 95 %, above the 90 % floor".
  var text: String { colour == .none ? rule : "\(colour.rawValue) \(colour.mark) \(rule)" }

  /// Reads `actual` against the levels of `row`.
  init(_ row: Expected, actual: String?) {
    guard let actual else {
      self.init(colour: .none, rule: "not measured yet")
      return
    }
    guard let hoped = row.hopedLevel else {
      self.init(yesOrNo: actual)
      return
    }
    guard let level = Level(in: actual), level.compares(with: hoped) else {
      self.init(colour: .none, rule: "\(actual) cannot be held against \(hoped.text)")
      return
    }
    let less = row.lessIsBetter
    let isBetter = { (a: Level, b: Level) in less ? a.amount <= b.amount : a.amount >= b.amount }
    let distance = hoped.distance(to: level)
    let gap: String? =
      level.amount == hoped.amount
      ? "none" : "\(distance) \(level.amount > hoped.amount ? "more" : "less")"
    if isBetter(level, hoped) {
      self.init(colour: .green, rule: "as hoped", gap: gap)
      return
    }
    let short = less ? "over the hoped \(hoped.text)" : "below the hoped \(hoped.text)"
    guard let floor = row.acceptableLevel else {
      self.init(
        colour: .amber, rule: "\(short); no floor agreed", gap: gap,
        brief: less ? "over hoped" : "below hoped")
      return
    }
    if isBetter(level, floor) {
      let inside =
        less ? "within the acceptable \(floor.text)" : "above the \(floor.text) floor"
      let brief =
        less ? "over hoped, within \(floor.text)" : "below hoped, above \(floor.text) floor"
      self.init(colour: .amber, rule: "\(short), \(inside)", gap: gap, brief: brief)
    } else {
      let past = less ? "over the acceptable \(floor.text)" : "below the \(floor.text) floor"
      self.init(colour: .red, rule: past, gap: gap)
    }
  }

  private init(colour: Colour, rule: String, gap: String? = nil, brief: String? = nil) {
    self.brief = brief ?? rule
    self.colour = colour
    self.rule = rule
    self.gap = gap
  }

  /// Where no level was agreed, done or not done is all there is to say.
  private init(yesOrNo actual: String) {
    let first = actual.lowercased().split { !$0.isLetter }.first.map(String.init) ?? ""
    switch first {
    case "yes", "done", "accepted", "delivered", "kept", "met":
      self.init(colour: .green, rule: "done as agreed")
    case "no", "not", "missed", "failed", "refused":
      self.init(colour: .red, rule: "not done as agreed")
    default: self.init(colour: .none, rule: "no level agreed to hold it against")
    }
  }
}
