import CMarkGFM
import Synchronization

extension Markdown {
  /// Registers cmark's extensions once for the process.
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// cmark-gfm keeps the characters that its extensions wait for in a table of the whole process, and changes it while
  /// it parses (github/cmark-gfm, pull request 176): one text at a time.
  private static let turn = Mutex(())

  /// The blocks of `text`, whose first line is line `offset` + 1.
  static func parse(_ text: String, after offset: Int) -> [Block] {
    var text = text
    let tree = text.withUTF8 {
      self.tree(of: UnsafeRawBufferPointer($0), extensions: ["table", "strikethrough", "autolink"])
    }
    guard let root = tree else { return [] }
    defer { cmark_node_free(root) }
    return MarkdownReader(offset: offset).blocks(of: root)
  }

  /// A tree that belongs to whoever asked for it.
  // Safe because nobody else holds the pointer, and a finished tree shares nothing with the parser.
  private struct Tree: @unchecked Sendable {
    let root: OpaquePointer?
    init(_ root: OpaquePointer?) { self.root = root }
  }

  /// cmark's tree of a text, to be freed by the caller.
  static func tree(of text: UnsafeRawBufferPointer, extensions: [String] = []) -> OpaquePointer? {
    turn.withLock { _ in Tree(parseAlone(text, extensions)) }.root
  }

  private static func parseAlone(_ text: UnsafeRawBufferPointer, _ extensions: [String])
    -> OpaquePointer?
  {
    _ = registered
    guard let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    cmark_parser_feed(
      parser, text.assumingMemoryBound(to: CChar.self).baseAddress, text.count)
    return cmark_parser_finish(parser)
  }
}

/// Turns cmark's nodes into values.
private struct MarkdownReader {
  typealias Pointer = OpaquePointer

  /// How many lines stand before the text.
  let offset: Int
  /// How many blocks or inlines one stands in; what lies deeper than `limit` is left out, so that no text can
  /// exhaust the stack.
  var depth = 0
  static let limit = 100

  var deeper: MarkdownReader { MarkdownReader(offset: offset, depth: depth + 1) }

  func children(of node: Pointer) -> [Pointer] {
    guard depth < Self.limit else { return [] }
    var found: [Pointer] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      found.append(child)
      next = cmark_node_next(child)
    }
    return found
  }

  func blocks(of node: Pointer) -> [Markdown.Block] {
    var found: [Markdown.Block] = []
    for child in children(of: node) {
      guard let content = deeper.content(of: child) else { continue }
      let line = Int(cmark_node_get_start_line(child)) + offset
      let last = Int(cmark_node_get_end_line(child)) + offset
      // cmark lets some blocks, underlined headings and rules among them, run a line too far.
      if let before = found.last {
        found[found.count - 1].lastLine = max(before.line, min(before.lastLine, line - 1))
      }
      found.append(
        Markdown.Block(
          content, line: line, lastLine: content == .thematicBreak ? line : max(line, last)))
    }
    return found
  }

  func content(of node: Pointer) -> Markdown.Content? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      .heading(level: Int(cmark_node_get_heading_level(node)), inlines(of: node))
    case CMARK_NODE_PARAGRAPH: .paragraph(inlines(of: node))
    case CMARK_NODE_LIST: .list(list(node))
    case CMARK_NODE_BLOCK_QUOTE: .quote(blocks(of: node))
    case CMARK_NODE_CODE_BLOCK:
      .code(
        language: string(cmark_node_get_fence_info(node)).split(separator: " ").first
          .map(String.init),
        string(cmark_node_get_literal(node)))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_HTML_BLOCK: .html(string(cmark_node_get_literal(node)))
    default: name(node) == "table" ? .table(table(node)) : nil
    }
  }

  func list(_ node: Pointer) -> Markdown.List {
    Markdown.List(
      start: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        ? Int(cmark_node_get_list_start(node)) : nil,
      tight: cmark_node_get_list_tight(node) != 0,
      items: children(of: node).map(blocks(of:)))
  }

  func table(_ node: Pointer) -> Markdown.Table {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    let bytes = cmark_gfm_extensions_get_table_alignments(node)
    let alignments = (0..<columns).map { column -> Markdown.Table.Alignment in
      switch bytes?[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .centre
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    var header: [[Markdown.Inline]] = []
    var rows: [[[Markdown.Inline]]] = []
    for row in children(of: node) {
      var cells = children(of: row).prefix(columns).map(inlines(of:))
      cells += Array(repeating: [], count: columns - cells.count)
      if cmark_gfm_extensions_get_table_row_is_header(row) != 0 {
        header = cells
      } else {
        rows.append(cells)
      }
    }
    return Markdown.Table(alignments: alignments, header: header, rows: rows)
  }

  func inlines(of node: Pointer) -> [Markdown.Inline] {
    var found: [Markdown.Inline] = []
    for child in children(of: node) {
      guard let next = deeper.inline(child), next != .text("") else { continue }
      // cmark cuts text at every character that might have meant something; one run reads better.
      if case .text(let more) = next, case .text(let text) = found.last {
        found[found.count - 1] = .text(text + more)
      } else {
        found.append(next)
      }
    }
    return found
  }

  func inline(_ node: Pointer) -> Markdown.Inline? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: .text(string(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: .emphasis(inlines(of: node))
    case CMARK_NODE_STRONG: .strong(inlines(of: node))
    case CMARK_NODE_CODE: .code(string(cmark_node_get_literal(node)))
    case CMARK_NODE_LINK: .link(destination: string(cmark_node_get_url(node)), inlines(of: node))
    case CMARK_NODE_IMAGE: .image(source: string(cmark_node_get_url(node)), inlines(of: node))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_HTML_INLINE: .html(string(cmark_node_get_literal(node)))
    default: name(node) == "strikethrough" ? .strikethrough(inlines(of: node)) : nil
    }
  }

  func name(_ node: Pointer) -> String { string(cmark_node_get_type_string(node)) }

  func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
