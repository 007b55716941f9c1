extension [Span] {
  /// Breaks the text into lines of at most `width` columns.
  ///
  /// A line breaks at spaces and between ideographs; inside a word only when the word alone is wider than a line.
  /// A line end in the text stays one, no-break spaces hold, runs of spaces become one.
  func wrapped(to width: Int) -> [[Span]] {
    var wrapper = Wrapper(width: Swift.max(1, width))
    for word in words {
      switch word {
      case .lineEnd: wrapper.endLine()
      case .word(let spans, let spaced): wrapper.add(spans, spaced: spaced)
      }
    }
    wrapper.endLine()
    return wrapper.lines
  }

  /// What a line may be broken between.
  enum Word {
    /// Letters that stay together, and whether a space stands before them.
    case word([Span], spaced: Bool)
    /// A line end that was written.
    case lineEnd
  }

  private var words: [Word] {
    var words: [Word] = []
    var current: [Span] = []
    var spaced = false
    func finish() {
      guard !current.isEmpty else { return }
      words.append(.word(current, spaced: spaced))
      current = []
      spaced = false
    }
    for span in self {
      for character in span.text {
        switch character {
        case "\n", "\r\n":
          finish()
          spaced = false
          words.append(.lineEnd)
        case " ", "\t":
          finish()
          spaced = true
        case _ where character.isIdeograph:
          finish()
          current.add(String(character), span.style)
        default:
          if current.last?.text.last?.isIdeograph == true, !character.isPunctuation { finish() }
          current.add(String(character), span.style)
        }
      }
    }
    finish()
    return words
  }
}

extension Character {
  /// Whether text may be broken before and after it.
  fileprivate var isIdeograph: Bool {
    !isPunctuation && displayWidth == 2
      && unicodeScalars.first?.properties.isEmojiPresentation == false
  }
}

/// Fills lines with words.
private struct Wrapper {
  let width: Int
  var lines: [[Span]] = []
  private var line: [Span] = []
  private var used = 0

  init(width: Int) {
    self.width = width
  }

  mutating func add(_ word: [Span], spaced: Bool) {
    let length = word.displayWidth
    let space = spaced && used > 0 ? 1 : 0
    if used + space + length > width, used > 0 {
      endLine()
    } else if space == 1, let before = line.last?.style, let after = word.first?.style {
      line.add(" ", before.intersection(after))
      used += 1
    }
    if length <= width {
      for span in word { line.add(span.text, span.style) }
      used += length
    } else {
      breakUp(word)
    }
  }

  private mutating func breakUp(_ word: [Span]) {
    for span in word {
      for character in span.text {
        let length = character.displayWidth
        if used + length > width, used > 0 { endLine() }
        line.add(String(character), span.style)
        used += length
      }
    }
  }

  mutating func endLine() {
    lines.append(line)
    line = []
    used = 0
  }
}

extension [[Span]] {
  /// The lines with `first` before the first one and as many spaces before the others.
  func hanging(from first: [Span]) -> [[Span]] {
    let rest = String(repeating: " ", count: first.displayWidth)
    return enumerated().map { index, line in
      if index == 0 { return first + line }
      return line.isEmpty ? [] : [Span(rest)] + line
    }
  }

  /// The lines with `mark` before each.
  func prefixed(with mark: [Span]) -> [[Span]] { map { mark + $0 } }
}
