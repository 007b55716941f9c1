/// The numbers that are ours and not a source's; `assessment/reading-scores`, `assessment/blind-spots`,
/// `assessment/trend` and `assessment/few-answers` say so. Changing one turns a test red.
enum Conventions {
  /// All scores are shown on this scale, whatever the number of labels.
  static let low = 1.0
  /// The best score.
  static let high = 5.0
  /// A part is scored when at least this share of its items is answered.
  static let share = 0.5
  /// Below this a score is weak.
  static let weak = 2.5
  /// At or above this a score is strong; between the two it is mixed.
  static let strong = 3.75
  /// Self-interest at or above this is pointed out, whatever the other parts.
  static let selfInterest = 3.5
  /// A trend is a change when it is at least this large; the setting `assessment.band` changes it.
  static let band = 0.5
  /// A gap is larger than this; the setting `assessment.gap` changes it.
  static let gap = 1.0
  /// A group with fewer people is not shown by itself without their consent.
  static let group = 3
  /// A recommend score, an alpha or an average needs this many answers.
  static let respondents = 30
  /// So many same answers in a row of scales are pointed out.
  static let straight = 6
  /// A kept rate below this contradicts “usually” or “always”.
  static let kept = 0.8
  /// For how many days slips and contacts speak against an answer.
  static let recentDays = 90
  /// For how many days answers about us stand.
  static let usDays = 365
  /// For how many days an answer stands for the same item of another questionnaire.
  static let sameDays = 90
  /// How many days apart answers may lie and still be one round.
  static let roundDays = 45
}
