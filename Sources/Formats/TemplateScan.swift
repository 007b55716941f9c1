package import RapportKit

extension Template {
  /// A tag of a template.
  package struct Tag: Sendable, Hashable {
    /// What a tag does.
    package enum Kind: Sendable, Hashable {
      /// `{{name}}`
      case value
      /// `{{#name}}`
      case section
      /// `{{^name}}`
      case inverted
      /// `{{>name}}` and `{{<name}}`
      case partial
    }

    /// What it does.
    package var kind: Kind
    /// The name: `cause.unknown`.
    package var name: String
    /// Where it stands.
    package var place: Place
    /// The sections around it, the outermost first.
    package var around: [Around]

    /// Whether it stands inside a section of its own name.
    package var isGuarded: Bool { around.contains { $0.name == name && !$0.inverted } }

    /// A section around a tag.
    package struct Around: Sendable, Hashable {
      /// Its name.
      package var name: String
      /// Whether it is `{{^name}}`.
      package var inverted: Bool
    }
  }
}

/// Reads the tags of a template with their places; what Mustache's parser accepts but we cannot check is refused.
struct TemplateScan {
  private let characters: [Character]
  private let file: String
  private var at = 0
  private var line = 1
  private var column = 1

  init(_ text: String, file: String) {
    characters = Array(text)
    self.file = file
  }

  /// The tags, or a problem at the first that is out of order.
  func tags() throws(Problem) -> [Template.Tag] {
    var scan = self
    var tags: [Template.Tag] = []
    var open: [(around: Template.Tag.Around?, name: String, place: Place)] = []
    while let (sigil, name, place) = try scan.next() {
      let around = open.compactMap(\.around)
      func add(_ kind: Template.Tag.Kind) {
        tags.append(Template.Tag(kind: kind, name: name, place: place, around: around))
      }
      switch sigil {
      case "!": continue
      case "#", "^":
        add(sigil == "#" ? .section : .inverted)
        open.append((.init(name: name, inverted: sigil == "^"), name, place))
      case ">": add(.partial)
      case "<":
        add(.partial)
        open.append((nil, name, place))
      case "$": open.append((nil, name, place))
      case "/":
        guard let last = open.popLast(), last.name == name else {
          throw Problem(
            .badFile, "“{{/\(name)}}” closes a section that is not the one open here.",
            help: open.last.map { "Close “\($0.name)” first." } ?? "Take it out, or open it above.",
            at: place)
        }
      default: add(.value)
      }
    }
    if let left = open.last {
      throw Problem(
        .badFile, "The section “\(left.name)” is opened here and not closed.",
        help: "Add `{{/\(left.name)}}` where it ends.", at: left.place)
    }
    return tags
  }

  /// The next tag's sigil (or a space for a value), name and place.
  private mutating func next() throws(Problem) -> (Character, String, Place)? {
    while at < characters.count {
      guard characters[at] == "{", at + 1 < characters.count, characters[at + 1] == "{" else {
        step()
        continue
      }
      let place = Place(file: file, line: line, column: column)
      step(by: 2)
      var inner = ""
      while at < characters.count,
        !(characters[at] == "}" && at + 1 < characters.count && characters[at + 1] == "}")
      {
        inner.append(characters[at])
        step()
      }
      guard at < characters.count else {
        throw Problem(
          .badFile, "The tag that starts here is not finished.", help: "Close it with `}}`.",
          at: place)
      }
      step(by: inner.hasPrefix("{") ? 3 : 2)
      let sigil = inner.first.flatMap { "#^/!><$=%&{".contains($0) ? $0 : nil }
      let name = (sigil == nil ? inner : String(inner.dropFirst())).trimmed
      if sigil == "=" || sigil == "%" || name.hasPrefix("*") {
        throw Problem(
          .badFile,
          "A template may not change its delimiters, its escaping or the parts it includes.",
          help: "Use plain tags: `{{name}}`, `{{#name}}`, `{{^name}}`, `{{>part}}`.", at: place)
      }
      if sigil == "!" { return ("!", "", place) }
      return (sigil == "&" || sigil == "{" ? " " : sigil ?? " ", name, place)
    }
    return nil
  }

  private mutating func step(by count: Int = 1) {
    for _ in 0..<count where at < characters.count {
      if characters[at].isNewline {
        line += 1
        column = 1
      } else {
        column += 1
      }
      at += 1
    }
  }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
