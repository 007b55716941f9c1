import RapportKit

/// Where you and the others see it differently.
struct Gaps: Sendable {
  /// One item seen differently.
  struct Gap: Sendable {
    var item: Item
    var group: String
    /// Your score less theirs: above 0 a blind spot, below 0 a hidden strength.
    var size: Double
    var mine: String
    var theirs: String
    /// Whether a single person answered on their side.
    var isSingle: Bool

    var isBlindSpot: Bool { size > 0 }
  }

  /// The gaps beyond the threshold, largest first.
  let gaps: [Gap]
  /// How many items both sides answered.
  let compared: Int
  let threshold: Double

  /// Compares you with every other group shown in `round`.
  init(_ round: Round, threshold: Double) {
    self.threshold = threshold
    let groups = round.groups.shown
    var gaps: [Gap] = []
    var compared: Set<String> = []
    if let mine = groups.first(where: { $0.roles == [.me] }) {
      for group in groups where group.roles != [.me] {
        for item in round.questionnaire.items {
          guard let my = mine.value(of: item), let their = group.value(of: item) else { continue }
          compared.insert(item.id)
          guard abs(my - their) > threshold + 1e-9 else { continue }
          gaps.append(
            Gap(
              item: item, group: group.title, size: my - their, mine: mine.words(of: item),
              theirs: group.words(of: item),
              isSingle: group.responses.count { $0.marks[item.id] != nil } == 1))
        }
      }
    }
    // Swift's sort is stable, so equals stay in the questionnaire's order; blind spots stand before hidden strengths.
    self.gaps = gaps.enumerated().sorted { a, b in
      (-abs(a.element.size), a.element.isBlindSpot ? 0 : 1, a.offset)
        < (-abs(b.element.size), b.element.isBlindSpot ? 0 : 1, b.offset)
    }.map(\.element)
    self.compared = compared.count
  }
}

extension Gaps.Gap {
  /// What to do about it.
  func step(in questionnaire: Questionnaire, customer: String) -> (
    action: String, guidance: Citation
  ) {
    guard isBlindSpot else {
      return (
        "Keep it up, and tell your team that \(group) value\(group.hasPrefix("the customer") ? "s" : "") it",
        "assessment/blind-spots#two-kinds-of-gap"
      )
    }
    return (questionnaire.step(for: item).naming(customer), item.guidance)
  }
}
