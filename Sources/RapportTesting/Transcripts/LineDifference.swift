/// Shows where two texts differ, line by line.
enum LineDifference {
  /// Lines that are gone after `-`, new ones after `+`, those that stayed after a space, far from any change left out.
  ///
  ///     - one
  ///     + two
  ///       three
  static func between(_ before: [String], _ after: [String]) -> String {
    let difference = after.difference(from: before)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [(mark: String, text: String)] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      if removed.contains(old) {
        lines.append(("-", before[old]))
        old += 1
      } else if inserted.contains(new) {
        lines.append(("+", after[new]))
        new += 1
      } else {
        lines.append((" ", before[old]))
        old += 1
        new += 1
      }
    }
    let changed = lines.indices.filter { lines[$0].mark != " " }
    var shown: [String] = []
    var gap = false
    for index in lines.indices {
      guard changed.contains(where: { abs($0 - index) <= 3 }) else {
        gap = true
        continue
      }
      if gap { shown.append("  …") }
      gap = false
      shown.append("\(lines[index].mark) \(lines[index].text)")
    }
    return shown.joined(separator: "\n")
  }
}
