extension Markdown {
  /// A block with the lines it stands on.
  package struct Block: Sendable, Hashable {
    /// What it is.
    package var content: Content
    /// Its first line, from 1.
    package var line: Int
    /// Its last line.
    package var lastLine: Int

    /// Places `content`.
    package init(_ content: Content, line: Int, lastLine: Int? = nil) {
      self.content = content
      self.line = line
      self.lastLine = lastLine ?? line
    }
  }

  /// What a block is.
  package indirect enum Content: Sendable, Hashable {
    /// A heading; the level is 1 to 6.
    case heading(level: Int, [Inline])
    /// A paragraph.
    case paragraph([Inline])
    /// A list.
    case list(List)
    /// A quotation.
    case quote([Block])
    /// Code in a fence or indented, with the first word after the fence.
    case code(language: String?, String)
    /// A table.
    case table(Table)
    /// A rule across the page.
    case thematicBreak
    /// Raw HTML.
    case html(String)
  }

  /// A list; `start` is the first number of an ordered one.
  package struct List: Sendable, Hashable {
    /// The first number; nil for bullets.
    package var start: Int?
    /// Whether its items stand close, without a blank line between them.
    package var tight: Bool
    /// The blocks of each item.
    package var items: [[Block]]

    /// Makes a list.
    package init(start: Int? = nil, tight: Bool = true, items: [[Block]]) {
      self.start = start
      self.tight = tight
      self.items = items
    }

    /// Whether it is numbered.
    package var ordered: Bool { start != nil }
  }

  /// A table; every row has as many cells as there are alignments.
  package struct Table: Sendable, Hashable {
    /// How a column is set.
    package enum Alignment: Sendable, Hashable { case none, left, centre, right }

    /// How each column is set.
    package var alignments: [Alignment]
    /// The cells of the heading.
    package var header: [[Inline]]
    /// The cells of each row.
    package var rows: [[[Inline]]]

    /// Makes a table.
    package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
      self.alignments = alignments
      self.header = header
      self.rows = rows
    }
  }

  /// A piece of running text.
  package indirect enum Inline: Sendable, Hashable {
    /// Words as they are.
    case text(String)
    /// Emphasis, usually italic.
    case emphasis([Inline])
    /// Strong emphasis, usually bold.
    case strong([Inline])
    /// Struck out.
    case strikethrough([Inline])
    /// Code.
    case code(String)
    /// A link.
    case link(destination: String, [Inline])
    /// An image, with the text that stands for it.
    case image(source: String, [Inline])
    /// The end of a source line inside a paragraph; shown as a space.
    case softBreak
    /// A line break the writer asked for.
    case lineBreak
    /// Raw HTML.
    case html(String)
  }
}
