extension Markdown {
  /// A heading with the name it is linked by.
  package struct Heading: Sendable, Hashable {
    /// 1 to 6.
    package var level: Int
    /// Its words.
    package var text: String
    /// The name after `#` in a link, unique in its text.
    package var slug: String
    /// Where its block stands in the document's blocks.
    package var block: Int
    /// Its first line, from 1.
    package var line: Int
    /// Its last line; an underlined heading has two.
    package var lastLine: Int
  }

  /// Gives headings the names GitHub gives them.
  ///
  ///     var slugs = Markdown.Slugs()
  ///     slugs.slug(for: "What to avoid")     // "what-to-avoid"
  ///     slugs.slug(for: "What to avoid!")    // "what-to-avoid-1"
  ///
  /// Lower case, spaces become `-`, letters, digits, `-` and `_` stay, the rest goes; a name that stands twice
  /// gets a number.
  package struct Slugs: Sendable {
    private var counts: [String: Int] = [:]

    /// Starts a text.
    package init() {}

    /// The name of the next heading.
    package mutating func slug(for heading: String) -> String {
      let plain = Markdown.slug(heading)
      var slug = plain
      while let count = counts[slug] {
        // The plain name remembers its last number; a numbered heading that stands there pushes it on.
        let next = (counts[plain] ?? count) + 1
        counts[plain] = next
        slug = "\(plain)-\(next)"
      }
      counts[slug] = 0
      return slug
    }
  }

  /// The name of a heading that stands once in its text.
  package static func slug(_ heading: String) -> String {
    var slug = ""
    for scalar in heading.lowercased().unicodeScalars {
      if scalar.isASCII {
        // The same as below, without a look into the Unicode tables.
        switch scalar {
        case "a"..."z", "0"..."9", "_": slug.unicodeScalars.append(scalar)
        case " ", "-": slug.append("-")
        default: break
        }
        continue
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
        .connectorPunctuation:
        slug.unicodeScalars.append(scalar)
      default: break
      }
    }
    return slug
  }
}

extension Markdown.Document {
  /// The headings at the top level, in order.
  package var headings: [Markdown.Heading] {
    var slugs = Markdown.Slugs()
    var found: [Markdown.Heading] = []
    for (index, block) in blocks.enumerated() {
      guard case .heading(let level, let inlines) = block.content else { continue }
      let text = inlines.plainText
      found.append(
        Markdown.Heading(
          level: level, text: text, slug: slugs.slug(for: text), block: index, line: block.line,
          lastLine: block.lastLine))
    }
    return found
  }
}
