import RapportKit

extension Renderer {
  /// Bars, one a line, each with its label and its number: `trust  ██████░░░░  6 of 10`.
  func lines(of bars: [Bar]) -> [[Span]] {
    let labels = bars.map { $0.label.truncated(to: max(8, answers.width / 2)) }
    let numbers = bars.map { "\(Self.figure($0.value)) of \(Self.figure($0.full))" }
    let labelWidth = labels.map(\.displayWidth).max() ?? 0
    let numberWidth = numbers.map(\.displayWidth).max() ?? 0
    let room = min(30, answers.width - labelWidth - numberWidth - 4)
    let (full, empty) = answers.unicode ? ("█", "░") : ("#", ".")
    return bars.indices.map { index in
      guard room >= 5 else { return [Span("\(labels[index]): \(numbers[index])")] }
      let share = bars[index].full > 0 ? bars[index].value / bars[index].full : 0
      let filled = Int((min(1, max(0, share.isNaN ? 0 : share)) * Double(room)).rounded())
      return [
        Span(
          labels[index].padded(to: labelWidth) + "  " + String(repeating: full, count: filled)
            + String(repeating: empty, count: room - filled) + "  " + numbers[index])
      ]
    }
  }

  /// A number with at most one decimal: "6", "4.5".
  static func figure(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return "?" }
    let tenths = Int((number * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return sign + "\(abs(tenths) / 10)" + (tenths % 10 == 0 ? "" : ".\(abs(tenths) % 10)")
  }
}
