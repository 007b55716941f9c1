import RapportKit

/// Small hurts in words the customer may read: what it was and for how long, never how we put it to ourselves.
enum SlipWords {
  /// A line for each kind, with its days.
  static func said(_ slips: [Record], wording: Wording) -> [String] {
    var kinds: [String] = []
    for slip in slips where !kinds.contains(what(slip)) { kinds.append(what(slip)) }
    return kinds.map { kind in
      let all = slips.filter { what($0) == kind }
      guard all.count > 1 else { return said(all[0], kind, wording: wording) }
      let times = all.count == 2 ? "twice" : wording.count(all.count, "time")
      let days = all.compactMap { slip in
        slip.happened.map { wording.day($0.date) + (length(slip).map { " (\($0))" } ?? "") }
      }
      return "\(kind), \(times): \(wording.list(days))"
    }
  }

  private static func said(_ slip: Record, _ kind: String, wording: Wording) -> String {
    kind + (length(slip).map { ", \($0)" } ?? "")
      + (slip.happened.map { " (\(wording.day($0.date)))" } ?? "")
  }

  private static func length(_ slip: Record) -> String? {
    slip.body["days"]?.int.flatMap { $0 > 0 ? Ledger.days($0) : nil }
  }

  private static func what(_ slip: Record) -> String {
    switch slip.body["category"]?.text {
    case "silence": "You waited for an answer from us"
    case "late": "Something of ours came late"
    case "billing": "A bill of ours was wrong"
    case "wrong": "Something of ours was wrong"
    case "manner": "We did not speak to you as we should"
    default: "A small thing of ours went wrong"
    }
  }
}
