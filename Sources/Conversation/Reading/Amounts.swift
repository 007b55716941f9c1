import RapportKit

/// Reads amounts of money. `$` and `¥` mean the team's currency where that is a dollar or a yuan, else USD and JPY;
/// `kr` is read only for a team that counts in crowns.
struct AmountReader {
  let words: Words
  /// `team.currency`.
  let currency: String?

  /// The amount with its currency at `start`: `500 EUR`, `€500`, `1.250,50 €`, `EUR 5k`, `five hundred euros`.
  func amount(at start: Int) -> Match<Money>? {
    var index = start
    let negative = words.is(index, "-", "−")
    if negative { index += 1 }
    if let code = code(at: index), let number = number(at: code.end) {
      return money(number, code.value, negative, end: number.end)
    }
    guard let number = number(at: index), let code = code(at: number.end) else { return nil }
    return money(number, code.value, negative, end: code.end)
  }

  /// The amount at `start` without a currency, in the team's.
  func bare(at start: Int) -> Match<Money>? {
    let negative = words.is(start, "-", "−")
    guard let currency, let number = number(at: start + (negative ? 1 : 0)) else { return nil }
    return money(number, currency, negative, end: number.end)
  }

  private struct Number {
    var numeral: Numeral
    var scale: Int
    var end: Int
  }

  private func number(at start: Int) -> Number? {
    guard var match = words.numeral(at: start, spaced: true) else {
      guard let quantity = words.quantity(at: start), !words.is(start, "no"),
        let whole = Int(within: quantity.value)
      else { return nil }
      return Number(
        numeral: Numeral(whole: String(whole), fraction: quantity.value > Double(whole) ? "5" : ""),
        scale: 1, end: quantity.end)
    }
    if words.is(match.end, ",", "."), words.glued(match.end), words.is(match.end + 1, "-", "–"),
      words.glued(match.end + 1)
    {
      match.end += 2
    }
    if words.is(match.end, "k"), words.glued(match.end) {
      return Number(numeral: match.value, scale: 1000, end: match.end + 1)
    }
    if words.is(match.end, "thousand") {
      return Number(numeral: match.value, scale: 1000, end: match.end + 1)
    }
    if words.is(match.end, "million", "m", "mio") {
      return Number(numeral: match.value, scale: 1_000_000, end: match.end + 1)
    }
    return Number(numeral: match.value, scale: 1, end: match.end)
  }

  private func money(_ number: Number, _ code: String, _ negative: Bool, end: Int) -> Match<Money>?
  {
    let digits = Money.digits(of: code)
    var numeral = number.numeral
    if numeral.couldBeDecimal, digits == 3, numeral.whole.count > 3 {
      numeral.fraction = String(numeral.whole.suffix(3))
      numeral.whole = String(numeral.whole.dropLast(3))
    }
    // More digits than the currency has are only fine in a short form ("1.2345k").
    guard number.scale > 1 || numeral.fraction.count <= digits else { return nil }
    var minor = 1
    for _ in 0..<digits { minor *= 10 }
    var size = minor * number.scale
    guard let whole = Int(numeral.whole), whole < 1_000_000_000_000 else { return nil }
    let (product, overflow) = whole.multipliedReportingOverflow(by: size)
    guard !overflow, product < .max - size else { return nil }
    var value = product
    for digit in numeral.fraction {
      size /= 10
      value += size * (digit.wholeNumberValue ?? 0)
    }
    return Match(value: Money(minor: negative ? -value : value, currency: code), end: end)
  }

  /// The currency at `start`: a sign, an ISO code or a word.
  private func code(at start: Int) -> Match<String>? {
    let key = words.key(start)
    let dollars = ["CAD", "AUD", "NZD", "SGD", "HKD", "USD"]
    switch key {
    case "€", "euro", "euros": return Match(value: "EUR", end: start + 1)
    case "£", "pound", "pounds", "quid": return Match(value: "GBP", end: start + 1)
    case "$", "dollar", "dollars", "bucks":
      let team = currency.flatMap { dollars.contains($0) ? $0 : nil }
      return Match(value: team ?? "USD", end: start + 1)
    case "us", "ca", "au":
      guard words.key(start + 1) == "$", words.glued(start + 1) else { return nil }
      return Match(value: key == "us" ? "USD" : key == "ca" ? "CAD" : "AUD", end: start + 2)
    case "¥", "yen":
      return Match(value: currency == "CNY" && key == "¥" ? "CNY" : "JPY", end: start + 1)
    case "francs", "franken", "sfr": return Match(value: "CHF", end: start + 1)
    case "kr", "kroner", "kronor":
      guard let currency, ["SEK", "NOK", "DKK"].contains(currency) else { return nil }
      return Match(value: currency, end: start + 1)
    case "₹", "rupees": return Match(value: "INR", end: start + 1)
    case "zł", "zloty": return Match(value: "PLN", end: start + 1)
    default:
      let code = key.uppercased()
      return Self.codes.contains(code) ? Match(value: code, end: start + 1) : nil
    }
  }

  /// The ISO 4217 codes in common use.
  static let codes: Set<String> = [
    "EUR", "USD", "GBP", "CHF", "JPY", "CNY", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON",
    "BGN",
    "ISK", "CAD", "AUD", "NZD", "SGD", "HKD", "INR", "BRL", "MXN", "ZAR", "TRY", "ILS", "AED",
    "SAR",
    "KRW", "TWD", "THB", "IDR", "MYR", "PHP", "VND", "CLP", "COP", "ARS", "UAH", "RSD", "KWD",
    "BHD",
    "OMR", "JOD", "TND", "IQD", "LYD", "XAF", "XOF", "PYG", "UGX", "RWF", "EGP", "MAD", "NGN",
    "KES",
  ]
}
