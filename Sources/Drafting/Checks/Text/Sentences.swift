import Formats

/// A sentence, a heading or a list item's sentence.
struct SentenceSpan: Hashable {
  /// What it is part of.
  enum Kind: Hashable { case text, heading, item, row, quote }

  var start: Int
  var end: Int
  /// The first word and the one after the last.
  var words: Range<Int>
  var kind: Kind
  /// The number of its paragraph.
  var paragraph: Int
  /// The level of a heading; 0 for what only looks like one.
  var level = 0
}

extension Reading {
  /// The sentences in order.
  ///
  /// A sentence ends at `.`, `!` or `?` before white space and a capital, a figure or a quotation mark; at an empty
  /// line; and at the end of a heading, a list item or a short line that stands alone. "e.g.", "Ms.", "a.m." and
  /// initials do not end one.
  func sentences() -> [SentenceSpan] {
    var splitter = SentenceSplitter(self)
    return splitter.split()
  }
}

private struct SentenceSplitter {
  private let reading: Reading
  private let text: [UInt8]
  private var out: [SentenceSpan] = []
  private var word = 0
  private var paragraph = 0
  private var level = 0
  /// The length of the longest line: where a text is wrapped, if it is.
  private let width: Int

  init(_ reading: Reading) {
    self.reading = reading
    text = reading.masked
    width = zip(reading.lines, reading.lines.dropFirst() + [Int32(text.count)])
      .reduce(0) { max($0, Int($1.1 - $1.0)) }
    out.reserveCapacity(reading.words.count / 12 + 4)
  }

  mutating func split() -> [SentenceSpan] {
    var start = -1  // where the open sentence begins
    var kind = SentenceSpan.Kind.text
    for index in reading.lines.indices {
      let first = Int(reading.lines[index])
      let last = index + 1 < reading.lines.count ? Int(reading.lines[index + 1]) - 1 : text.count
      let (line, marker, depth) = trim(first, last, index)
      if line.isEmpty {
        close(&start, first, kind)
        paragraph += 1
        continue
      }
      if marker == .quote, kind == .quote, start >= 0 {
        // It goes on.
      } else if marker != .text || kind == .quote {
        close(&start, first, kind)
        paragraph += 1
        kind = marker
        level = depth
      } else if start < 0, kind == .heading || kind == .row {
        kind = .text
      }
      if out.isEmpty || paragraph != out[out.count - 1].paragraph, start < 0, marker == .text {
        kind = .text
      }
      if start < 0 { start = line.lowerBound }
      inside(line, &start, kind)
      if marker == .heading || marker == .row || endsAlone(line, index) {
        close(&start, line.upperBound, kind)
        if marker == .heading || marker == .row { paragraph += 1 }
      }
    }
    close(&start, text.count, kind)
    return out
  }

  /// The line without its marker and white space, what its marker says, and the level of a heading.
  private func trim(_ first: Int, _ last: Int, _ index: Int) -> (
    Range<Int>, SentenceSpan.Kind, Int
  ) {
    let known = reading.lineKinds.indices.contains(index) ? reading.lineKinds[index] : .text
    let (line, kind) = trim(first, last)
    switch known {
    case .heading1: return (line, .heading, 1)
    case .heading2: return (line, .heading, 2)
    case .underline: return (first..<first, .text, 0)
    case .quote:
      var start = line.lowerBound
      while start < line.upperBound, text[start] == UInt8(ascii: ">") || text[start] <= 32 {
        start += 1
      }
      return (start..<line.upperBound, .quote, 0)
    default:
      let marks = text[first..<line.lowerBound].count { $0 == UInt8(ascii: "#") }
      return (line, kind, kind == .heading ? marks : 0)
    }
  }

  private func trim(_ first: Int, _ last: Int) -> (Range<Int>, SentenceSpan.Kind) {
    var start = first
    var end = last
    while start < end, text[start] == 32 || text[start] == 9 { start += 1 }
    while end > start, text[end - 1] <= 32 { end -= 1 }
    guard start < end else { return (start..<start, .text) }
    func space(_ at: Int) -> Bool { at >= end || text[at] == 32 || text[at] == 9 }
    switch text[start] {
    case UInt8(ascii: "#"):
      var at = start
      while at < end, text[at] == UInt8(ascii: "#") { at += 1 }
      if space(at) { return (min(at + 1, end)..<end, .heading) }
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      if space(start + 1) { return (min(start + 2, end)..<end, .item) }
      if text[start] == UInt8(ascii: "*"), isBold(start, end) { return (start..<end, .heading) }
      if text[start..<end].allSatisfy({ $0 == text[start] }) { return (start..<start, .text) }
    case UInt8(ascii: ">"): return (min(start + 1, end)..<end, .quote)
    case UInt8(ascii: "|"): return (start..<end, .row)
    case UInt8(ascii: "="):
      if text[start..<end].allSatisfy({ $0 == UInt8(ascii: "=") }) { return (start..<start, .text) }
    case 48...57:
      var at = start
      while at < end, (48...57).contains(text[at]) { at += 1 }
      if at - start < 3, at < end, text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ")"),
        space(at + 1)
      {
        return (min(at + 2, end)..<end, .item)
      }
    case 0xE2:
      if end - start > 3, text[start + 1] == 0x80, text[start + 2] == 0xA2 {
        return (min(start + 3, end)..<end, .item)
      }
    default: break
    }
    return (start..<end, .text)
  }

  /// `**Root cause**` alone on its line.
  private func isBold(_ start: Int, _ end: Int) -> Bool {
    let star = UInt8(ascii: "*")
    guard end - start > 4, text[start + 1] == star else { return false }
    var stop = end
    if text[stop - 1] == UInt8(ascii: ":") { stop -= 1 }
    return stop - start > 4 && text[stop - 1] == star && text[stop - 2] == star
      && !text[(start + 2)..<(stop - 2)].contains(star)
  }

  /// Whether a line without a full stop is a line of its own: short, and the next begins with a capital; or a greeting.
  private func endsAlone(_ line: Range<Int>, _ index: Int) -> Bool {
    guard index + 1 < reading.lines.count, let last = text[line].last else { return true }
    if ".!?".utf8.contains(last) { return false }
    var next = Int(reading.lines[index + 1])
    while next < text.count, text[next] == 32 || text[next] == 9 { next += 1 }
    guard next < text.count else { return true }
    guard (65...90).contains(text[next]) else { return false }
    if line.count < 45 { return true }
    // A line that had room for the next word was broken on purpose; where a sentence may begin, one does.
    var end = next
    while end < text.count, text[end] > 32 { end += 1 }
    guard Self.starters.contains(String(decoding: text[next..<end], as: UTF8.self)) else {
      return false
    }
    return line.count + 1 + end - next <= width || !leadsOn(line) && isRagged(around: index)
  }

  /// Whether a line's end asks for more: a comma, or a word that no sentence ends with.
  private func leadsOn(_ line: Range<Int>) -> Bool {
    guard let last = text[line].last, !",;:(-".utf8.contains(last) else { return true }
    let start = text[line].lastIndex { $0 <= 32 }.map { $0 + 1 } ?? line.lowerBound
    return Self.leaders.contains(
      String(decoding: text[start..<line.upperBound], as: UTF8.self).lowercased())
  }

  /// Whether the paragraph around a long line is not wrapped: another of its lines was broken in the middle of nothing
  /// though it had room for the next word, and no other line is about as long as the longest.
  private func isRagged(around index: Int) -> Bool {
    func line(_ index: Int) -> Range<Int>? {
      guard reading.lines.indices.contains(index) else { return nil }
      let last =
        index + 1 < reading.lines.count ? Int(reading.lines[index + 1]) - 1 : text.count
      let (line, kind, _) = trim(Int(reading.lines[index]), last, index)
      return kind == .text && !line.isEmpty ? line : nil
    }
    var at = index
    while line(at - 1) != nil { at -= 1 }
    var isBroken = false
    while let here = line(at) {
      defer { at += 1 }
      guard at != index else { continue }
      if here.count * 4 >= width * 3 { return false }
      guard let next = line(at + 1), let last = text[here].last, !".!?,;:".utf8.contains(last)
      else { continue }
      let word = text[next].prefix { $0 > 32 }
      if here.count + 1 + word.count <= width { isBroken = true }
    }
    return isBroken
  }

  private static let leaders: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "because", "but", "by", "for", "from", "how", "if",
    "in", "is", "my", "not", "of", "on", "or", "our", "since", "so", "than", "that", "the", "then",
    "to", "until", "was", "were", "what", "when", "where", "whether", "which", "while", "who",
    "why", "with", "your",
  ]

  private static let starters: Set<String> = [
    "A", "An", "And", "As", "At", "But", "By", "Can", "For", "From", "He", "I", "I'm", "I've",
    "If", "In", "It", "It's", "My", "No", "On", "Our", "Please", "She", "Since", "So", "Sorry",
    "Thank", "Thanks", "That", "The", "There", "They", "This", "To", "Until", "We", "We'll",
    "We're", "We've", "What", "When", "Why", "With", "You", "Your",
  ]

  /// Ends sentences inside a line.
  private mutating func inside(
    _ line: Range<Int>, _ start: inout Int, _ kind: SentenceSpan.Kind
  ) {
    var index = line.lowerBound
    while index < line.upperBound {
      let byte = text[index]
      guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      else {
        index += 1
        continue
      }
      var end = index + 1
      while end < text.count, ".!?)]\"'*_".utf8.contains(text[end]) { end += 1 }
      while end + 2 < text.count, text[end] == 0xE2, text[end + 1] == 0x80,
        text[end + 2] == 0x9D || text[end + 2] == 0x99
      {
        end += 3
      }
      if end >= line.upperBound || text[end] <= 32, ends(at: index, after: end) {
        close(&start, end, kind)
        var next = end
        while next < line.upperBound, text[next] <= 32 { next += 1 }
        if next < line.upperBound { start = next }
      }
      index = max(end, index + 1)
    }
  }

  private func ends(at stop: Int, after end: Int) -> Bool {
    var next = end
    while next < text.count, text[next] <= 32 { next += 1 }
    let following = next < text.count ? text[next] : 0
    if (97...122).contains(following) { return false }
    guard text[stop] == UInt8(ascii: ".") else { return true }
    var first = stop
    while first > 0, text[first - 1] > 32 { first -= 1 }
    let word = text[first..<stop].map { $0 | 32 }.filter { (97...122).contains($0) || $0 == 46 }
    if word.count == 1, text[first] < 91, word != [105] { return false }  // an initial, not "I"
    switch String(decoding: word, as: UTF8.self) {
    case "mr", "mrs", "ms", "dr", "prof", "e.g", "i.e", "vs", "approx", "st", "incl", "excl", "cf":
      return false
    case "no", "ca", "nr", "fig", "ext", "tel", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
      "sept", "oct", "nov", "dec":
      return !(48...57).contains(following)
    case "a.m", "p.m":
      // "at 9 a.m. UTC", "at 9 a.m. Monday"
      let word = text[next...].prefix { $0 > 64 }
      return !(word.count > 1 && word.allSatisfy { (65...90).contains($0) })
        && !Self.days.contains(String(decoding: word, as: UTF8.self))
    default: return true
    }
  }

  private static let days: Set<String> = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private mutating func close(_ start: inout Int, _ end: Int, _ kind: SentenceSpan.Kind) {
    guard start >= 0 else { return }
    var stop = end
    while stop > start, text[stop - 1] <= 32 { stop -= 1 }
    let words = reading.words
    while word < words.count, Int(words[word].start) < start { word += 1 }
    let first = word
    while word < words.count, Int(words[word].start) < stop { word += 1 }
    if word > first {
      out.append(
        SentenceSpan(
          start: start, end: stop, words: first..<word, kind: kind, paragraph: paragraph,
          level: kind == .heading ? level : 0))
    }
    start = -1
  }
}
