/// A place in a text a person can open: a file, and where in it.
///
///     Place(file: "plugin.yaml", line: 12, column: 5).description  // "plugin.yaml:12:5"
///
/// Lines and columns count from 1; columns count characters.
public struct Place: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The file as the person knows it, or "-" for standard input.
  public var file: String
  /// The line, from 1; nil when the whole file is meant.
  public var line: Int?
  /// The column in characters, from 1.
  public var column: Int?

  /// Names a place in `file`.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`, as editors read it.
  public var description: String {
    [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
  }
}

/// The one error a person sees: what happened in their words, where, and what to do next.
///
///     throw Problem(
///       .unknownCustomer, "I know no customer called “\(name)”.",
///       help: "Add them with `customer add \(name)`, or see the list with `customer list`.")
///
/// Personal data stays out of it, unless the person has just typed it.
public struct Problem: Error, Sendable, Hashable, Codable {
  /// What kind of problem it is; decides the exit code, never the wording.
  public struct Code: RawRepresentable, Sendable, Hashable, Codable, ExpressibleByStringLiteral {
    /// The code as it stands in JSON output: lower case, words joined by `-`.
    public var rawValue: String

    /// Names a code of a plugin's own.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Names a code of a plugin's own.
    public init(stringLiteral value: String) { self.rawValue = value }
  }

  /// What kind of problem it is.
  public var code: Code
  /// What happened, as one sentence.
  public var message: String
  /// What to do next, as one sentence.
  public var help: String?
  /// Where it is, when it is in a file.
  public var place: Place?
  /// Further problems found at the same time.
  public var also: [Problem]

  /// Describes a problem.
  public init(
    _ code: Code, _ message: String, help: String? = nil, at place: Place? = nil,
    also: [Problem] = []
  ) {
    self.code = code
    self.message = message
    self.help = help
    self.place = place
    self.also = also
  }

  /// The same problem, placed in `file` when it names no place of its own.
  public func located(_ place: Place?) -> Problem {
    var copy = self
    copy.place = copy.place ?? place
    return copy
  }
}

extension Problem.Code {
  /// The command line, a flag or a word could not be understood.
  public static let usage: Self = "usage"
  /// A value does not fit its question.
  public static let badAnswer: Self = "bad-answer"
  /// An answer is missing and nobody may be asked.
  public static let missingAnswer: Self = "missing-answer"
  /// A file is not what it should be.
  public static let badFile: Self = "bad-file"
  /// A file could not be read or written.
  public static let unreadable: Self = "unreadable"
  /// Nothing is known under that name.
  public static let unknownCustomer: Self = "unknown-customer"
  /// Nothing fits what was asked for.
  public static let notFound: Self = "not-found"
  /// A plugin's files break the contract.
  public static let brokenPlugin: Self = "broken-plugin"
  /// A plugin failed while it ran.
  public static let pluginFailed: Self = "plugin-failed"
  /// A plugin is not trusted, or has changed since it was.
  public static let untrusted: Self = "untrusted"
  /// The records could not be read or written.
  public static let store: Self = "store"
  /// A later change stands in the way.
  public static let conflict: Self = "conflict"
  /// The person stopped it.
  public static let interrupted: Self = "interrupted"
}
