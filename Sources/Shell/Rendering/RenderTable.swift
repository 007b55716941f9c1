import RapportKit

extension Renderer {
  /// The lines of a table; a column of numbers stands to the right.
  func lines(of table: RapportKit.Table) -> [[Span]] {
    let count = table.columns.count
    let rows = table.rows.map { row in
      (0..<count).map { [Span(row.indices.contains($0) ? row[$0] : "")] }
    }
    let sides = (0..<count).map { column -> Grid.Side in
      let cells = table.rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
        .filter { !$0.isEmpty }
      return !cells.isEmpty && cells.allSatisfy(\.isFigure) ? .right : .left
    }
    return Grid(header: table.columns.map { [Span($0)] }, rows: rows, sides: sides)
      .lines(on: answers)
  }
}

extension String {
  /// Whether it is a number as a table shows it: "1,250.50", "-3 %", "91%".
  fileprivate var isFigure: Bool {
    contains { $0.isNumber }
      && allSatisfy { $0.isNumber || "+-−.,% \u{A0}".contains($0) }
  }
}

/// Cells in rows and columns.
struct Grid {
  enum Side { case left, centre, right }

  var header: [[Span]]
  var rows: [[[Span]]]
  var sides: [Side]

  /// The lines: headings, a rule, the rows, columns two spaces apart.
  ///
  /// On a terminal the widest columns give way and their cells wrap; where no room is left for columns, each row
  /// becomes a short list of "heading: cell". In a pipe a row stays one line.
  func lines(on screen: Screen) -> [[Span]] {
    guard let widths = widths(in: screen.isTerminal ? screen.width : .max) else {
      return stacked(screen)
    }
    let rule = screen.unicode ? "─" : "-"
    let top = header.map { $0.map { Span($0.text, $0.style.union(.bold)) } }
    return row(top, widths)
      + [[Span(widths.map { String(repeating: rule, count: $0) }.joined(separator: "  "))]]
      + rows.flatMap { row($0, widths) }
  }

  /// How wide the columns are; nil when they have no room.
  private func widths(in width: Int) -> [Int]? {
    var widths = header.indices.map { column in
      ([header] + rows).map { $0[column].displayWidth }.max() ?? 0
    }
    let gaps = 2 * (widths.count - 1)
    guard width < .max, widths.reduce(gaps, +) > width else { return widths }
    var room = width - gaps
    var open = Set(widths.indices)
    // Columns narrower than a fair share keep their width; the others share what is left.
    while let narrow = open.first(where: { widths[$0] <= room / open.count }) {
      open.remove(narrow)
      room -= widths[narrow]
    }
    guard !open.isEmpty, room / open.count >= 8 else { return nil }
    for (index, column) in open.sorted().enumerated() {
      widths[column] = room / open.count + (index < room % open.count ? 1 : 0)
    }
    return widths
  }

  private func row(_ cells: [[Span]], _ widths: [Int]) -> [[Span]] {
    let wrapped = zip(cells, widths).map { cell, width in cell.wrapped(to: width) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var spans: [Span] = []
      for (column, width) in widths.enumerated() {
        let text = wrapped[column].indices.contains(line) ? wrapped[column][line] : []
        let space = max(0, width - text.displayWidth)
        let before =
          switch sides[column] {
          case .left: 0
          case .centre: space / 2
          case .right: space
          }
        spans.add(String(repeating: " ", count: before + (column > 0 ? 2 : 0)), [])
        for span in text { spans.add(span.text, span.style) }
        spans.add(String(repeating: " ", count: space - before), [])
      }
      return spans
    }
  }

  private func stacked(_ screen: Screen) -> [[Span]] {
    let blocks = rows.map { row in
      zip(header, row).flatMap { heading, cell -> [[Span]] in
        let name = heading.map { Span($0.text, $0.style.union(.bold)) } + [Span(": ")]
        return (name + cell).wrapped(to: screen.width)
      }
    }
    return Array(blocks.joined(separator: [[]]))
  }
}
