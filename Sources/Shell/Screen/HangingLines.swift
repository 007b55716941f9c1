extension Screen {
  /// The lines of `text` as they are; on a terminal what is too long for the screen goes on below the words, not below
  /// what is set off from them by two spaces: "3:14  error  ".
  func hanging(_ text: String) -> String {
    guard isTerminal else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { $0.hanging(within: measure) }.joined(separator: "\n")
  }
}

extension Substring {
  fileprivate func hanging(within width: Int) -> [String] {
    let set = prefix(30)
    let head =
      indices.last { set.endIndex > $0 && self[$0...].hasPrefix("  ") }
      .map { self[...$0].count + 1 } ?? 0
    let rest = String(dropFirst(head)).wrapped(to: Swift.max(20, width - head))
    return rest.enumerated().map {
      ($0 == 0 ? String(prefix(head)) : String(repeating: " ", count: head)) + $1
    }
  }
}
