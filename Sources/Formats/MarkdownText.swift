extension Markdown.Inline {
  /// The words alone: emphasis, links and code without their marks; HTML is left out.
  package var plainText: String { words(code: "") }

  /// The words alone, code between two `mark`s.
  fileprivate func words(code mark: String) -> String {
    switch self {
    case .text(let text): text
    case .code(let text): mark + text + mark
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .link(_, let inner), .image(_, let inner):
      inner.words(code: mark)
    case .softBreak: " "
    case .lineBreak: "\n"
    case .html: ""
    }
  }
}

extension [Markdown.Inline] {
  /// The words alone.
  package var plainText: String { words(code: "") }

  fileprivate func words(code mark: String) -> String {
    map { $0.words(code: mark) }.joined()
  }
}

extension Markdown.Block {
  /// The words alone; items, rows and paragraphs each on lines of their own, cells with a space between.
  package var plainText: String { words(code: "") }

  fileprivate func words(code mark: String) -> String {
    switch content {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.words(code: mark)
    case .list(let list): list.items.map { $0.words(code: mark) }.joined(separator: "\n")
    case .quote(let blocks): blocks.words(code: mark)
    case .code(_, let code): code
    case .table(let table):
      ([table.header] + table.rows)
        .map { $0.map { $0.words(code: mark) }.joined(separator: " ") }.joined(separator: "\n")
    case .thematicBreak, .html: ""
    }
  }
}

extension Collection<Markdown.Block> {
  /// The words alone, each block on lines of its own.
  package var plainText: String { words(code: "") }

  /// The words alone as `plainText` has them, code in the text between two `mark`s.
  package func words(code mark: String) -> String {
    map { $0.words(code: mark) }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The destinations of links and the sources of images, in order.
  package var links: [String] {
    flatMap { block -> [String] in
      switch block.content {
      case .heading(_, let inlines), .paragraph(let inlines): inlines.links
      case .list(let list): list.items.flatMap(\.links)
      case .quote(let blocks): blocks.links
      case .table(let table): ([table.header] + table.rows).flatMap { $0 }.flatMap(\.links)
      case .code, .thematicBreak, .html: []
      }
    }
  }
}

extension [Markdown.Inline] {
  /// The destinations of links and the sources of images, in order.
  var links: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .link(let destination, let inner), .image(let destination, let inner):
        [destination] + inner.links
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): inner.links
      default: []
      }
    }
  }
}
