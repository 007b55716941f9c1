/// What comments in a text switch off and on, from where they stand:
///
///     <!-- rapport off -->   <!-- vale on -->
///     <!-- vale Style = NO -->   <!-- vale Style.Rule = NO -->   <!-- vale Style.Rule["these words"] = NO -->
///     <!-- vale styles = Style, Other -->
struct Switches: Sendable {
  private struct Switch {
    var start: Int
    var on: Bool
  }

  private var all: [Switch] = []
  /// By the name of a style, of a rule, or of a rule with the words it found.
  private var named: [String: [Switch]] = [:]
  /// Which styles alone hold, from where on.
  private var styles: [(start: Int, names: [String])] = []

  /// Takes what a comment says; other comments say nothing.
  mutating func read(_ comment: String, at start: Int) {
    let text = comment.trimmed
    guard let tool = ["rapport ", "vale "].first(where: { text.hasPrefix($0) }) else { return }
    let order = String(text.dropFirst(tool.count)).trimmed
    if order == "off" || order == "on" {
      all.append(Switch(start: start, on: order == "on"))
      return
    }
    guard let equals = order.lastIndex(of: "=") else { return }
    let name = String(order[..<equals]).trimmed
    let value = String(order[order.index(after: equals)...]).trimmed
    if name == "styles" || name == "style" {
      styles.append((start, value.split(separator: ",").map { String($0).trimmed }))
      return
    }
    guard value == "YES" || value == "NO" else { return }
    for key in Self.keys(name) {
      named[key, default: []].append(Switch(start: start, on: value == "YES"))
    }
  }

  /// `Style.Rule["a","b"]` is about two matches.
  private static func keys(_ name: String) -> [String] {
    guard let open = name.firstIndex(of: "["), name.last == "]" else { return [name] }
    let rule = name[..<open]
    return name[name.index(after: open)...].dropLast().split(separator: ",").map { part in
      "\(rule)\u{0}" + String(part).trimmed.filter { $0 != "\"" }
    }
  }

  /// Whether `check` is switched on for the words found at `offset`.
  func allow(_ check: String, _ offset: Int, _ match: @autoclosure () -> String) -> Bool {
    if all.isEmpty, named.isEmpty, styles.isEmpty { return true }
    guard Self.last(all, offset) else { return false }
    let style = String(check.prefix { $0 != "." })
    if let only = styles.last(where: { $0.start <= offset }), !only.names.contains(style) {
      return false
    }
    return [style, check, "\(check)\u{0}\(match())"].allSatisfy {
      named[$0].map { Self.last($0, offset) } ?? true
    }
  }

  /// What the last switch before `offset` says; on when there is none.
  private static func last(_ switches: [Switch], _ offset: Int) -> Bool {
    var low = 0
    var high = switches.count
    while low < high {
      let middle = (low + high) / 2
      if switches[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 || switches[low - 1].on
  }
}
