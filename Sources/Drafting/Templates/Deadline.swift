import RapportKit

extension Wording {
  /// When a commitment is due, in the way it was written: "by Friday 27 November", "on Thursday 26 November at 15:00",
  /// "today at 16:00".
  ///
  /// A date keeps its "on" or "at"; all others are deadlines.
  func due(_ commitment: Commitment) -> String? {
    guard let by = commitment.by else { return nil }
    let lead = lead(of: by, in: commitment.text)
    guard by.date != today else {
      guard let time = by.time else { return "today" }
      return lead == .by ? deadline(by) : "today at \(self.time(time))"
    }
    let names = lead == .at || lead == .none && by.time != nil || lead == .on
    return names ? "on \(date(by))" : deadline(by)
  }

  private enum Lead { case by, on, at, none }

  /// What stands before `date` in `text`.
  private func lead(of moment: Moment, in text: String) -> Lead {
    let words = AnswerWords(text)
    let weekday = moment.date.weekday.name.lowercased()
    let month = Self.months[moment.date.month - 1].lowercased()
    let names: Set<String> = [
      weekday, String(weekday.prefix(3)), month, String(month.prefix(3)), "today", "tomorrow",
      "tonight", moment.date.description, "noon", "midday", "midnight", "morning", "afternoon",
      "evening",
    ]
    // The date's first word: the earliest of the last run of its words.
    guard var index = (0..<words.count).last(where: { names.contains(words.key($0)) }) else {
      return .none
    }
    var found = Lead.none
    while index > 0 {
      index -= 1
      let key = words.key(index)
      switch key {
      case "by", "before", "until", "till", "within", "latest": return .by
      case "on": return .on
      case "at": found = .at
      case "the", "this", "next", "coming", "of", "st", "nd", "rd", "th", "am", "pm", "o'clock":
        continue
      default:
        if names.contains(key) || key.first?.isNumber == true { continue }
        return found
      }
    }
    return found
  }
}
