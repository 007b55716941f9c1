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
  /// How many characters a match has before and behind what it needs, at most.
  let reach: (before: Int, after: Int)
  /// The pattern as a set of characters repeated, if that is all it is.
  let run: CharacterRun?
  /// Whether it may take time out of all proportion.
  let isWatched: Bool
  private let compiled = Mutex<Compiled>(.notYet)

  /// How long a pattern may take on one part of a text before its rule is left out, in nanoseconds of this thread's own
  /// work: a busy machine must not change what is found.
  private static let patience = 250_000_000

  /// Lets an expression look at what stands around the part it is run on.
  private static let sees: NSRegularExpression.MatchingOptions =
    [.withTransparentBounds, .withoutAnchoringBounds]

  private enum Compiled {
    case notYet, refused, slow
    // Safe because a regular expression never changes once it is made.
    case ready(NSRegularExpression)
  }

  init(rule: Int, order: Int, source: String, need: Pattern.Need?) {
    self.rule = rule
    self.order = order
    self.source = source
    isWatched = Runaway.isPossible(in: source)
    let texts = (need?.texts ?? []).map { Array($0.utf8) }
    // One letter alone stands everywhere.
    needs =
      texts.contains { $0.count == 1 && ($0[0] == 32 || (97...122).contains($0[0] | 32)) }
      ? [] : texts
    reach = (need?.before ?? 0, need?.after ?? 0)
    run = CharacterRun(source)
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

  /// The matches in a part of a text; with `inside` those alone that begin and end in that part of it.
  func matches(in text: RegexText, inside: NSRange? = nil) -> [RuleMatch] {
    guard let expression else { return [] }
    var found: [RuleMatch] = []
    var started: Int?
    var reports = 0
    var isSlow = false
    expression.enumerateMatches(
      in: text.string,
      options: isWatched ? [.reportProgress, Self.sees] : Self.sees,
      range: inside ?? NSRange(location: 0, length: text.length)
    ) { result, _, stop in
      guard let result else {
        // ICU reports here while it looks: quick ones never ask for the time, and slow ones now and then.
        reports += 1
        guard reports % 256 == 0 else { return }
        let now = Self.worked()
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

  /// The nanoseconds that this thread has worked.
  private static func worked() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
