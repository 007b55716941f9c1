import Foundation
import Synchronization

/// A pattern that is no finite list of phrases: a regular expression, compiled and run only where a text it needs
/// occurs.
final class Residue: Sendable {
  let rule: Int
  let order: Int
  /// The pattern as it is declared.
  let source: String
  /// Texts, in lower case, of which one stands in every match; none when nothing is sure.
  let needs: [[UInt8]]
  /// Whether it may take time out of all proportion: only a repeated group, a reference back or several endless
  /// repetitions can, and asking ICU to report costs more than most patterns do.
  private let isWatched: Bool
  private let compiled = Mutex<Compiled>(.notYet)

  /// How long a pattern may take on one part of a text before its rule is left out.
  private static let patience = Duration.milliseconds(250)

  private enum Compiled {
    case notYet, refused, slow
    // Safe because a regular expression never changes once it is made.
    case ready(NSRegularExpression)
  }

  init(rule: Int, order: Int, source: String, needed: [String]?) {
    self.rule = rule
    self.order = order
    self.source = source
    isWatched =
      source.contains(/\)[*+{]|\\[1-9k]/) || source.matches(of: /[*+]|,}/).count > 2
    needs = (needed ?? []).map { Array($0.utf8) }.filter {
      $0.count > 1 && $0.allSatisfy { $0 < 128 }
    }
  }

  /// The regular expression; nil when ICU refuses it, or when it took too long before.
  private var expression: NSRegularExpression? {
    compiled.withLock { state in
      if case .notYet = state {
        let pattern = IcuPattern(source)
        let made =
          (try? NSRegularExpression(pattern: pattern.text))
          ?? (try? NSRegularExpression(pattern: pattern.bounded))
        state = made.map(Compiled.ready) ?? .refused
      }
      if case .ready(let expression) = state { return expression }
      return nil
    }
  }

  /// Whether ICU understands the pattern.
  var isSound: Bool { expression != nil || isSlow }

  /// Whether it took too long.
  var isSlow: Bool {
    compiled.withLock { if case .slow = $0 { true } else { false } }
  }

  /// The matches in a part of a text.
  func matches(in text: RegexText) -> [RuleMatch] {
    guard let expression else { return [] }
    let whole = NSRange(location: 0, length: text.length)
    var found: [RuleMatch] = []
    var started: ContinuousClock.Instant?
    var isSlow = false
    expression.enumerateMatches(
      in: text.string, options: isWatched ? .reportProgress : [], range: whole
    ) { result, _, stop in
      guard let result else {
        // ICU reports here while it looks; the clock starts at the first report, so that quick ones never ask for it.
        let now = ContinuousClock.now
        isSlow = now - (started ?? now) > Self.patience
        started = started ?? now
        stop.pointee = ObjCBool(isSlow)
        return
      }
      guard result.range.length > 0 else { return }
      let range = text.bytes(result.range)
      let groups = (1..<max(1, result.numberOfRanges)).map { index in
        let group = result.range(at: index)
        return group.location == NSNotFound
          ? "" : (text.string as NSString).substring(with: group)
      }
      found.append(
        RuleMatch(start: range.lowerBound, end: range.upperBound, order: self.order, groups: groups)
      )
    }
    if isSlow { compiled.withLock { $0 = .slow } }
    return found
  }
}
