/// A formula of a metric rule: numbers, names, `+ - * /`, brackets and `sqrt`.
///
///     Formula("0.39 * (words / sentences)")?.value(["words": 40, "sentences": 2])  // 7.8
struct Formula {
  private enum Part: Hashable {
    case number(Double)
    case name(String)
    case sign(Character)
  }

  private let parts: [Part]

  /// Reads `text`; nil when it holds anything else.
  init?(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first.isNumber || first == "." {
        let digits = rest.prefix { $0.isNumber || $0 == "." }
        guard let number = Double(digits) else { return nil }
        parts.append(.number(number))
        rest = rest.dropFirst(digits.count)
      } else if first.isLetter {
        let name = rest.prefix { $0.isLetter || $0 == "_" || $0.isNumber || $0 == "." }
        parts.append(.name(name.hasPrefix("math.") ? String(name.dropFirst(5)) : String(name)))
        rest = rest.dropFirst(name.count)
      } else if "+-*/()".contains(first) {
        parts.append(.sign(first))
        rest.removeFirst()
      } else {
        return nil
      }
    }
    self.parts = parts
  }

  /// Its value; nil when it is not a formula, or names something unknown.
  func value(_ variables: [String: Double]) -> Double? {
    var at = 0
    let value = sum(&at, variables)
    return at == parts.count ? value : nil
  }

  /// Whether `value` fits a condition: `> 8`.
  static func condition(_ text: String, _ value: Double) -> Bool? {
    let sign = text.trimmed.prefix { "<>=!".contains($0) }
    guard let number = Double(String(text.trimmed.dropFirst(sign.count)).trimmed) else {
      return nil
    }
    return switch sign {
    case ">": value > number
    case ">=": value >= number
    case "<": value < number
    case "<=": value <= number
    case "=", "==": value == number
    case "!=": value != number
    default: nil
    }
  }

  private func sign(_ at: Int) -> Character? {
    if at < parts.count, case .sign(let sign) = parts[at] { sign } else { nil }
  }

  private func sum(_ at: inout Int, _ names: [String: Double]) -> Double? {
    guard var value = product(&at, names) else { return nil }
    while let sign = sign(at), sign == "+" || sign == "-" {
      at += 1
      guard let next = product(&at, names) else { return nil }
      value = sign == "+" ? value + next : value - next
    }
    return value
  }

  private func product(_ at: inout Int, _ names: [String: Double]) -> Double? {
    guard var value = atom(&at, names) else { return nil }
    while let sign = sign(at), sign == "*" || sign == "/" {
      at += 1
      guard let next = atom(&at, names) else { return nil }
      value = sign == "*" ? value * next : value / next
    }
    return value
  }

  private func atom(_ at: inout Int, _ names: [String: Double]) -> Double? {
    guard at < parts.count else { return nil }
    let part = parts[at]
    at += 1
    switch part {
    case .number(let number): return number
    case .name("sqrt"): return atom(&at, names).map { $0.squareRoot() }
    case .name(let name): return names[name]
    case .sign("-"): return atom(&at, names).map { -$0 }
    case .sign("("):
      let value = sum(&at, names)
      guard sign(at) == ")" else { return nil }
      at += 1
      return value
    case .sign: return nil
    }
  }
}
