import RapportKit

extension CommitmentReader {
  /// Whether it is done again and again ("every Monday", "weekly"), so that no day ends it.
  var recurs: Bool {
    words.all.indices.contains { index in
      words.is(index, "daily", "weekly", "monthly", "quarterly", "yearly", "always")
        || words.is(index, "every", "each")
          && (words.weekday(at: index + 1) != nil || words.month(at: index + 1) != nil
            || words.width(index + 1) > 0
            || words.is(
              index + 1, "day", "week", "month", "quarter", "year", "time", "morning", "evening",
              "other", "second"))
        || Weekday.allCases.contains { words.key(index) == $0.name.lowercased() + "s" }
    }
  }
}
