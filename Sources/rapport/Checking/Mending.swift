import Drafting
import Foundation
import PluginHost
import RapportKit

/// The numbered findings of the last `check` in a shell, and what is done with them line by line.
///
///     rapport> check mail.md
///     1  3:14  error  …
///     rapport> 1 I am sorry that you could not print
///     rapport> a
struct Mending: Sendable {
  /// What can be typed after a check.
  static let help =
    "`1` takes a rewrite, `1 YOUR WORDS` puts yours, `a` takes all safe ones, `i 1` ignores, `? 1` says why, `u` takes it back."

  private let run: CheckRun
  private var result: CheckRun.Result
  private var text: String
  private var before: [String] = []
  private var ignored: [Finding] = []

  /// Starts with a report.
  init(_ result: CheckRun.Result, run: CheckRun) {
    self.run = run
    self.result = result
    text = result.input.text
  }

  /// What a line after a check says.
  enum Order: Hashable {
    case take(Int, String?)
    case all, back
    case ignore(Int)
    case why(Int)

    /// Reads a line; nil when it is about something else.
    init?(_ line: String) {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard let first = words.first else { return nil }
      let number = words.count == 2 ? Int(words[1]) : nil
      if let own = Int(first) {
        self = .take(own, words.count == 2 ? words[1] : nil)
      } else if first == "a", words.count == 1 {
        self = .all
      } else if first == "u", words.count == 1 {
        self = .back
      } else if first == "i", let number {
        self = .ignore(number)
      } else if first == "?", let number {
        self = .why(number)
      } else if first.hasPrefix("?"), words.count == 1, let number = Int(first.dropFirst()) {
        self = .why(number)
      } else {
        return nil
      }
    }
  }

  /// The findings as they are numbered.
  private var findings: [Finding] {
    result.report.findings.filter { finding in
      !ignored.contains { $0.check == finding.check && $0.match == finding.match }
    }
  }

  /// Does what `order` says, and gives what is shown.
  mutating func handle(_ order: Order) throws(Problem) -> [Block] {
    switch order {
    case .take(let number, let words): return try take(try finding(number), number, words)
    case .all:
      let safe = findings.filter(\.isSafe)
      guard !safe.isEmpty else {
        return [.note("None can be taken unseen. `1` and the others take them one by one.")]
      }
      return try put(safe.applied(to: text).text)
    case .ignore(let number):
      ignored.append(try finding(number))
      return [shown]
    case .back:
      guard let old = before.popLast() else { return [.note("Nothing was changed yet.")] }
      return try put(old, remembering: false)
    case .why(let number):
      let finding = try finding(number)
      return [
        .note(finding.message + (finding.why == nil ? " Nothing more is written on it." : ""))
      ]
    }
  }

  /// The section that says why, for `? N`.
  func why(_ order: Order) -> Citation? {
    guard case .why(let number) = order, findings.indices.contains(number - 1) else { return nil }
    return findings[number - 1].why
  }

  private func finding(_ number: Int) throws(Problem) -> Finding {
    guard findings.indices.contains(number - 1) else {
      throw Problem(
        .usage, "There is no finding \(number).",
        help: findings.isEmpty ? "None is left." : "There are 1 to \(findings.count).")
    }
    return findings[number - 1]
  }

  private mutating func take(_ finding: Finding, _ number: Int, _ words: String?) throws(Problem)
    -> [Block]
  {
    let rewrite = words ?? finding.replacement ?? finding.rewrite
    guard let rewrite else {
      return [.note("There is no rewrite for this one. Write `\(number) YOUR WORDS`.")]
    }
    guard words != nil || !rewrite.contains("…") else {
      return [.note("This one needs your words: `\(number) \(rewrite)`")]
    }
    guard finding.length > 0 else { return try put(adding(rewrite)) }
    var taken = finding
    taken.replacement = rewrite
    let (new, count) = [taken].applied(to: text)
    guard count > 0 else { return [.note("The words no longer stand there.")] }
    return try put(new)
  }

  /// The text with a sentence of its own behind the last paragraph that carries something.
  private func adding(_ sentence: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var at = min(result.report.speech.compactMap(\.line).max() ?? lines.count, lines.count)
    while at < lines.count, !lines[at].allSatisfy(\.isWhitespace) { at += 1 }
    lines.insert(contentsOf: ["", sentence], at: at)
    return lines.joined(separator: "\n")
  }

  private mutating func put(_ new: String, remembering: Bool = true) throws(Problem) -> [Block] {
    if result.input.isWhole { try write(new, to: result.input.path) }
    if remembering { before.append(text) }
    let changed = Self.changed(from: text, to: new)
    text = new
    result.report = try run.checker.check(
      new, held: result.report.kind.map(Held.kind) ?? .nothing, channel: run.channel,
      format: result.input.format, path: result.input.path)
    return [.lines(result.input.isWhole ? changed : new), shown]
  }

  /// The lines of `new` that differ, as they read now.
  private static func changed(from old: String, to new: String) -> String {
    let known = Set(old.split(whereSeparator: \.isNewline))
    let lines = new.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().filter { !$1.isEmpty && !known.contains($1) }.map {
      "line \($0 + 1)  \($1)"
    }.joined(separator: "\n")
  }

  private var shown: Block {
    var report = result.report
    report.findings = findings
    return .lines(CheckPage.text(report, numbered: true, isBrief: true))
  }
}

/// Writes a file whole, or not at all.
func write(_ text: String, to file: String) throws(Problem) {
  do {
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  } catch {
    throw Problem(
      .unreadable, "The file cannot be written.", help: "May you write there?",
      at: Place(file: file))
  }
}
