package import Formats

extension Renderer {
  /// Markdown as wrapped and styled lines.
  package func markdown(_ text: String) -> String {
    markdown(Markdown.blocks(text))
  }

  /// Markdown blocks as wrapped and styled lines.
  package func markdown(_ blocks: [Markdown.Block]) -> String {
    answers.paint(MarkdownLines(screen: answers).lines(blocks, width: answers.measure))
  }
}

/// Lays Markdown blocks out in lines.
struct MarkdownLines {
  let screen: Screen

  /// Blocks with an empty line between them, or close together.
  func lines(_ blocks: [Markdown.Block], width: Int, tight: Bool = false) -> [[Span]] {
    let parts = blocks.map { lines($0.content, width: width) }.filter { !$0.isEmpty }
    return Array(parts.joined(separator: tight ? [] : [[]]))
  }

  private func lines(_ content: Markdown.Content, width: Int) -> [[Span]] {
    switch content {
    case .heading(let level, let inlines):
      return spans(inlines, level == 1 ? [.bold, .underlined] : .bold).wrapped(to: width)
    case .paragraph(let inlines): return spans(inlines).wrapped(to: width)
    case .list(let list): return self.list(list, width: width)
    case .quote(let blocks):
      return lines(blocks, width: width - 2).prefixed(with: [Span(screen.unicode ? "│ " : "> ")])
    case .code(_, let text):
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast(text.hasSuffix("\n") ? 1 : 0).map {
          [Span("  "), Span(String($0).replacing("\t", with: "    "), .code)]
        }
    case .table(let table): return self.table(table).lines(on: screen)
    case .thematicBreak:
      return [[Span(String(repeating: screen.unicode ? "─" : "-", count: min(width, 40)))]]
    case .html: return []
    }
  }

  private func list(_ list: Markdown.List, width: Int) -> [[Span]] {
    let last = (list.start ?? 1) + list.items.count - 1
    let items = list.items.enumerated().map { index, blocks in
      let mark =
        if let start = list.start {
          "\(start + index).".padded(to: "\(last).".count) + " "
        } else {
          screen.unicode ? "• " : "- "
        }
      let text = lines(blocks, width: width - mark.displayWidth, tight: list.tight)
      return (text.isEmpty ? [[]] : text).hanging(from: [Span(mark)])
    }
    return Array(items.joined(separator: list.tight ? [] : [[]]))
  }

  private func table(_ table: Markdown.Table) -> Grid {
    Grid(
      header: table.header.map { spans($0) }, rows: table.rows.map { $0.map { spans($0) } },
      sides: table.alignments.map {
        switch $0 {
        case .right: .right
        case .centre: .centre
        case .left, .none: .left
        }
      })
  }

  /// Running text. Without colours code keeps its backticks; a link's address follows its words.
  func spans(_ inlines: [Markdown.Inline], _ style: Style = []) -> [Span] {
    var spans: [Span] = []
    for inline in inlines {
      switch inline {
      case .text(let text): spans.add(text, style)
      case .emphasis(let inner): spans += self.spans(inner, style.union(.italic))
      case .strong(let inner): spans += self.spans(inner, style.union(.bold))
      case .strikethrough(let inner): spans += self.spans(inner, style.union(.struck))
      case .code(let text):
        spans.add(screen.colours ? text : "`\(text)`", style.union(.code))
      case .link(let destination, let inner):
        spans += self.spans(inner, style.union(.underlined))
        let words = inner.plainText
        // Where a page of the knowledge base lies says nothing on a screen.
        let isPage = destination.hasSuffix(".md") || destination.contains(".md#")
        if !destination.hasPrefix("#"), !isPage, destination != words,
          destination != "mailto:" + words
        {
          spans.add(" ", style)
          spans.add("(\(destination))", style.union(.faint))
        }
      case .image(_, let inner): spans += self.spans(inner, style.union(.italic))
      case .softBreak: spans.add(" ", style)
      case .lineBreak: spans.add("\n", style)
      case .html: break
      }
    }
    return spans
  }
}
