extension Markdown.Inline {
  /// The words alone: emphasis, links and code without their marks; HTML is left out.
  package var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .link(_, let inner), .image(_, let inner):
      inner.plainText
    case .softBreak: " "
    case .lineBreak: "\n"
    case .html: ""
    }
  }
}

extension [Markdown.Inline] {
  /// The words alone.
  package var plainText: String { map(\.plainText).joined() }
}

extension Markdown.Block {
  /// The words alone; items, rows and paragraphs each on lines of their own, cells with a space between.
  package var plainText: String {
    switch content {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
    case .list(let list): list.items.map(\.plainText).joined(separator: "\n")
    case .quote(let blocks): blocks.plainText
    case .code(_, let code): code
    case .table(let table):
      ([table.header] + table.rows)
        .map { $0.map(\.plainText).joined(separator: " ") }.joined(separator: "\n")
    case .thematicBreak, .html: ""
    }
  }
}

extension Collection<Markdown.Block> {
  /// The words alone, each block on lines of its own.
  package var plainText: String {
    map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n")
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
