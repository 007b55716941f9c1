package import RapportKit

/// Something amiss with a page, and how much it matters.
package struct Fault: Sendable, Hashable {
  /// How much it matters.
  package var level: Finding.Level
  /// What is wrong, where, and what to do.
  package var problem: Problem

  init(
    _ level: Finding.Level, _ code: Problem.Code, _ message: String, help: String, at place: Place
  ) {
    self.level = level
    problem = Problem(code, message, help: help, at: place)
  }

  init(_ level: Finding.Level, _ problem: Problem) {
    self.level = level
    self.problem = problem
  }

  /// `file:line:column: level: message help`, as compilers write it and editors read it.
  package var line: String {
    let place = problem.place?.description ?? ""
    return "\(place): \(level.rawValue): \(problem.message) \(problem.help ?? "")"
  }
}

extension Problem.Code {
  /// A section of a shipped page does not say how sure it is.
  static let missingEvidence: Self = "missing-evidence"
  /// A claim does not say what it rests on.
  static let missingSource: Self = "missing-source"
  /// A link or a citation leads nowhere.
  static let deadLink: Self = "dead-link"
  /// A heading is named that is not there.
  static let unknownHeading: Self = "unknown-heading"
  /// A source is listed and never used.
  static let unusedSource: Self = "unused-source"
  /// Two pages have the same title.
  static let sameTitle: Self = "same-title"
  /// Two headings of a page, or two pages, are linked by one name.
  static let sameName: Self = "same-name"
  /// No page links to this one.
  static let orphan: Self = "orphan"
  /// No question, rule or kind of a plugin cites this page.
  static let uncited: Self = "uncited"
  /// A page without a word.
  static let empty: Self = "empty"
  /// A page too large to be read.
  static let tooLarge: Self = "too-large"
  /// A file that is no text in UTF-8.
  static let notText: Self = "not-text"
}
