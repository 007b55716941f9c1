package import RapportKit

/// A `.vale.ini`: where the styles are, and which rules hold for which files at what level.
///
///     let config = ValeConfig(text, file: ".vale.ini")
///     config.styles                              // ["write-good"]
///     config.level(of: "write-good.So", .warning, in: "letter.md")  // .warning, or nil when it is off
///
/// As in Vale, the last section that fits a file says which styles it has; a rule of its own switches one on or off.
package struct ValeConfig: Sendable {
  /// The rules of one pattern of files.
  private struct Section {
    var glob: Glob
    var styles: [String]?
    var rules: [(name: String, setting: Setting)] = []
    var ignores: [Residue] = []
  }

  private enum Setting: Hashable {
    case on, off
    case level(Finding.Level)
  }

  /// The folder of the styles, from the folder of the file.
  package private(set) var stylesPath: String?
  /// The vocabularies, by name.
  package private(set) var vocabularies: [String] = []
  /// What is not understood; the rest holds.
  package private(set) var problems: [Problem] = []
  private var least: Finding.Level = .hint
  private var sections: [Section] = []

  private static let passed: Set<String> = [
    "Packages", "IgnoredScopes", "IgnoredClasses", "SkippedScopes", "WordTemplate", "Lang",
  ]

  /// Reads the text of a `.vale.ini`.
  package init(_ text: String, file: String) {
    var section: Int?
    var inFormats = false
    var open = ""
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      // A backslash at its end carries a value over to the next line.
      let line = open + String(line).trimmed
      open = line.last == "\\" ? String(line.dropLast()) : ""
      guard open.isEmpty else { continue }
      guard let first = line.first, first != "#", first != ";" else { continue }
      let place = Place(file: file, line: index + 1)
      if first == "[", line.last == "]" {
        let name = String(line.dropFirst().dropLast())
        inFormats = name == "formats" || name == "asciidoctor"
        if !inFormats {
          sections.append(Section(glob: Glob(name)))
          section = sections.count - 1
        }
        continue
      }
      let pair = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { String($0).trimmed }
      guard pair.count == 2 else {
        problems.append(
          Problem(
            .badFile, "This line is no setting.", help: "Write `Name = value`.", at: place))
        continue
      }
      if !inFormats { read(pair[0], pair[1], section, place) }
    }
  }

  private mutating func read(_ key: String, _ value: String, _ section: Int?, _ place: Place) {
    let values = value.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    switch (key, section) {
    case ("StylesPath", _): stylesPath = value
    case ("MinAlertLevel", _):
      least = Self.level(value) ?? .hint
    case ("Vocab", _): vocabularies = values
    case ("TokenIgnores", let section), ("BlockIgnores", let section):
      ignore(values, section, place)
    case ("BasedOnStyles", let section?): sections[section].styles = values
    case ("BasedOnStyles", nil):
      sections.append(Section(glob: Glob("*"), styles: values))
    case (_, let section?) where key.contains("."):
      let setting: Setting? =
        switch value {
        case "YES": .on
        case "NO": .off
        default: Self.level(value).map(Setting.level)
        }
      guard let setting else {
        problems.append(
          Problem(
            .badFile, "“\(value)” is nothing a rule can be set to.",
            help: "Write YES, NO, suggestion, warning or error.", at: place))
        return
      }
      sections[section].rules.append((key, setting))
    default:
      guard !Self.passed.contains(key) else { return }
      problems.append(
        Problem(
          .badFile, "“\(key)” is not understood here; the rest of the file holds.",
          help: "Leave it for Vale.", at: place))
    }
  }

  /// Takes up patterns of what the rules do not look at; outside a section they hold for every file.
  private mutating func ignore(_ patterns: [String], _ section: Int?, _ place: Place) {
    let ignores = patterns.map { Residue(rule: 0, order: 0, source: $0, need: nil) }
    problems += ignores.filter { !$0.isSound }.map {
      Problem(
        .badFile, "“\($0.source)” is no regular expression; nothing is left out by it.",
        help: "Patterns follow ICU's syntax, and a comma ends one.", at: place)
    }
    if section == nil { sections.append(Section(glob: Glob("*"))) }
    sections[section ?? sections.count - 1].ignores += ignores
  }

  private static func level(_ text: String) -> Finding.Level? {
    text == "suggestion" ? .hint : Finding.Level(rawValue: text)
  }

  /// The styles that are named anywhere, in order.
  package var styles: [String] {
    var names: [String] = []
    for section in sections {
      let rules = section.rules.compactMap { $0.name.split(separator: ".").first.map(String.init) }
      for name in (section.styles ?? []) + rules where !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  /// Which sections fit `path`: files that fit the same ones have the same rules.
  package func sections(for path: String) -> [Int] {
    sections.indices.filter { sections[$0].glob.matches(path) }
  }

  /// The patterns of what the rules do not look at in files that fit `sections`.
  func ignores(in fitting: [Int]) -> [Residue] { fitting.flatMap { sections[$0].ignores } }

  /// The level of a rule in files that fit `sections`; nil when it does not hold there.
  package func level(of rule: String, _ own: Finding.Level, in fitting: [Int]) -> Finding.Level? {
    let style = rule.prefix { $0 != "." }
    let based = fitting.last { sections[$0].styles != nil }.flatMap { sections[$0].styles } ?? []
    var holds = based.contains(String(style))
    var level = own
    for index in fitting {
      for entry in sections[index].rules where entry.name == rule {
        switch entry.setting {
        case .on: holds = true
        case .off: holds = false
        case .level(let new): (holds, level) = (true, new)
        }
      }
    }
    return holds && level >= least ? level : nil
  }
}
