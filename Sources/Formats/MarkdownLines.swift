import CMarkGFM

extension Markdown {
  /// What a line is part of.
  package enum LineKind: UInt8, Sendable, Hashable {
    /// Prose, an item, a row: what stands there is read.
    case text
    /// A heading of the first or second level that is underlined, and its line.
    case heading1, heading2, underline
    /// A quotation.
    case quote
    /// Code in a fence or indented.
    case code
    /// Front matter.
    case front
  }

  /// Beyond this many bytes the tree of a text takes more memory than it is worth.
  private static let largest = 16 << 20

  /// What each line of `bytes` is part of; nil when no line can be anything but text, or the text is too large.
  package static func lineKinds(of bytes: ArraySlice<UInt8>) -> [LineKind]? {
    guard bytes.count < largest, mayHaveBlocks(bytes), !hasLoneReturn(bytes) else { return nil }
    guard let root = bytes.withUnsafeBytes({ tree(of: $0) }) else { return nil }
    defer { cmark_node_free(root) }
    var kinds = [LineKind](repeating: .text, count: bytes.count { $0 == 10 } + 1)
    mark(root, underlines(bytes), &kinds)
    return kinds
  }

  /// Whether a line begins with a mark of code or a quotation, or with an underline.
  private static func mayHaveBlocks(_ bytes: ArraySlice<UInt8>) -> Bool {
    var spaces = 0
    for byte in bytes {
      switch byte {
      case 10: spaces = 0
      case 32 where spaces >= 0:
        spaces += 1
        if spaces >= 4 { return true }
      case 9 where spaces >= 0: return true
      case UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: ">"), UInt8(ascii: "="),
        UInt8(ascii: "-"):
        if spaces >= 0 { return true }
      default: spaces = -1
      }
    }
    return false
  }

  /// Whether a line ends as none does here, so that cmark would count others.
  private static func hasLoneReturn(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.contains(13) else { return false }
    return bytes.indices.contains {
      bytes[$0] == 13 && ($0 + 1 >= bytes.endIndex || bytes[$0 + 1] != 10)
    }
  }

  /// Which lines are an underline: nothing but `=` or `-`.
  private static func underlines(_ bytes: ArraySlice<UInt8>) -> [Bool] {
    bytes.split(separator: 10, omittingEmptySubsequences: false).map { line in
      var marks = 0
      for byte in line where byte != 32 && byte != 13 {
        guard byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-") else { return false }
        marks += 1
      }
      return marks > 0
    }
  }

  /// Marks the lines of all blocks below `root`, without recursion, so that no depth can exhaust the stack.
  private static func mark(
    _ root: OpaquePointer, _ underlines: [Bool], _ kinds: inout [LineKind]
  ) {
    var open: [(node: OpaquePointer, quoted: Bool)] = [(root, false)]
    while let (node, quoted) = open.popLast() {
      var quoted = quoted
      let first = Int(cmark_node_get_start_line(node)) - 1
      let last = min(Int(cmark_node_get_end_line(node)), kinds.count)
      let type = cmark_node_get_type(node)
      switch type {
      case CMARK_NODE_CODE_BLOCK:
        for line in first..<max(first, last) { kinds[line] = .code }
        continue
      case CMARK_NODE_HEADING:
        // cmark may let one that is underlined run a line too far.
        if !quoted, let line = (first..<last).first(where: { underlines[$0] }), line > first {
          let level = cmark_node_get_heading_level(node)
          for above in first..<line { kinds[above] = level == 1 ? .heading1 : .heading2 }
          kinds[line] = .underline
        }
        continue
      case CMARK_NODE_BLOCK_QUOTE:
        for line in first..<max(first, last) { kinds[line] = .quote }
        quoted = true
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK: continue
      default: break
      }
      var child = cmark_node_first_child(node)
      while let next = child {
        open.append((next, quoted))
        child = cmark_node_next(next)
      }
    }
  }
}
