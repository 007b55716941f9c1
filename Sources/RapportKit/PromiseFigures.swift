/// How promises were kept, in numbers that can be checked by hand.
///
/// Made are all that were once promised, but for those that both sides dropped. Settled are the kept and the broken. On time is
/// what was done by the day that stood then: moving it in time is counted, and is no breach. More than was promised is
/// counted and earns nothing (Gneezy & Epley 2014). What the customer has promised is not counted.
public struct PromiseFigures: Sendable, Hashable {
  /// Promised, and not dropped.
  public var made = 0
  /// Done, whether they have said so or not.
  public var kept = 0
  /// Done by the day that stood then; one without a day is on time.
  public var onTime = 0
  /// Done after it.
  public var late = 0
  /// Days late of those, in no order.
  public var daysLate: [Int] = []
  /// Not kept.
  public var broken = 0
  /// Still to be done.
  public var open = 0
  /// Of the open ones, those whose time has passed.
  public var overdue = 0
  /// Moved at least once.
  public var moved = 0
  /// Of the kept ones, those that they have confirmed.
  public var confirmed = 0
  /// Of the kept ones, those to which they have said nothing for as long as the setting says.
  public var unconfirmed = 0
  /// Of the kept ones, those where they got more than was promised.
  public var exceeded = 0
  /// Let go by both sides.
  public var dropped = 0
  /// Asked for or offered, and not promised yet.
  public var unanswered = 0
  /// The middle one of the days taken over the days first promised; nil when no kept promise knows both.
  public var overrun: Double?

  /// Counts `promises` as they stand at `now`.
  public init(_ promises: [Promise], at now: Moment, unanswered days: Int) {
    var ratios: [Double] = []
    for promise in promises where !promise.isTheirs {
      switch promise.state {
      case .dropped:
        dropped += 1
        continue
      case .asked, .offered:
        unanswered += 1
        continue
      case .promised, .moved:
        open += 1
        if promise.isOverdue(at: now) { overdue += 1 }
      case .broken: broken += 1
      case .kept, .confirmed:
        kept += 1
        if let late = promise.daysLate, late > 0 {
          self.late += 1
          daysLate.append(late)
        } else {
          onTime += 1
        }
        if promise.state == .confirmed { confirmed += 1 }
        if promise.isUnconfirmed(on: now.date, after: days) { unconfirmed += 1 }
        if promise.exceeded { exceeded += 1 }
        if let ratio = promise.overrun { ratios.append(ratio) }
      }
      made += 1
      if promise.moves > 0 { moved += 1 }
    }
    overrun = ratios.middle
  }

  /// Kept or broken.
  public var settled: Int { kept + broken }

  /// How many of the settled were kept, in per cent; nil when none is settled.
  public var keptRate: Int? { settled > 0 ? Self.percent(kept, settled) : nil }

  /// How many of the settled were kept on time, in per cent; nil when none is settled.
  public var onTimeRate: Int? { settled > 0 ? Self.percent(onTime, settled) : nil }

  /// The settled and the overdue.
  public var due: Int { settled + overdue }

  /// How many of those due were kept on time, in per cent; nil when none is due.
  public var dueRate: Int? { due > 0 ? Self.percent(onTime, due) : nil }

  /// `part` of `whole` in per cent, halves upwards.
  private static func percent(_ part: Int, _ whole: Int) -> Int {
    (part * 200 + whole) / (whole * 2)
  }
}

extension Promise {
  /// The days it took over the days first promised, each at least one; nil when one is not known.
  public var overrun: Double? {
    guard let days, let made, let firstDue else { return nil }
    return Double(max(1, days)) / Double(max(1, firstDue.date.number - made.number))
  }
}

extension [Double] {
  /// The middle one in order of size; of an even number, the mean of the middle two.
  fileprivate var middle: Double? {
    let sorted = sorted()
    guard let last = sorted.indices.last else { return nil }
    return (sorted[last / 2] + sorted[(last + 1) / 2]) / 2
  }
}
