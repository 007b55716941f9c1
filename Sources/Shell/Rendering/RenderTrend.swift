import RapportKit

extension Renderer {
  /// Figures over time, one a line: `Trust  ▅▄▃  3.4 3.1 2.7  declined`. Without Unicode the numbers speak alone.
  func lines(of trend: [TrendLine]) -> [[Span]] {
    let labels = trend.map { $0.label.truncated(to: max(8, answers.width / 3)) }
    let sparks = trend.map { answers.unicode ? Self.spark($0) : "" }
    let numbers = trend.map { $0.values.map(Self.oneDecimal).joined(separator: " ") }
    func width(_ texts: [String]) -> Int { texts.map(\.displayWidth).max() ?? 0 }
    let (labelWidth, sparkWidth, numberWidth) = (width(labels), width(sparks), width(numbers))
    return trend.indices.map { index in
      var columns = [labels[index].padded(to: labelWidth)]
      if sparkWidth > 0 { columns.append(sparks[index].padded(to: sparkWidth)) }
      let says = trend[index].says ?? ""
      columns.append(says.isEmpty ? numbers[index] : numbers[index].padded(to: numberWidth))
      if !says.isEmpty { columns.append(says) }
      return [Span(columns.joined(separator: "  "))]
    }
  }

  /// One character a figure, eight heights from `low` to `high`.
  private static func spark(_ line: TrendLine) -> String {
    let heights = Array("▁▂▃▄▅▆▇█")
    return String(
      line.values.map { value in
        let share = line.high > line.low ? (value - line.low) / (line.high - line.low) : 0
        let index = Int((min(1, max(0, share.isNaN ? 0 : share)) * 7).rounded())
        return heights[index]
      })
  }

  /// "3.0": figures of one line are read against each other, so each has its decimal.
  private static func oneDecimal(_ number: Double) -> String {
    let text = figure(number)
    return text.contains(".") || text == "?" ? text : text + ".0"
  }
}
