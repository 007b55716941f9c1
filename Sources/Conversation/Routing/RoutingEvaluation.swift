package import RapportKit

/// How well sentences find their commands: what a team measures its own `says` with.
///
/// The file has columns `text`, `label` and, optional, `also_acceptable`, split by tabs; other columns are passed over.
/// A label is a command's name, several with `|` where any of them is right, or `none` for what is nobody's. A choice
/// counts by its first command.
package struct RoutingEvaluation: Sendable {
  /// A sentence and what it should find.
  package struct Row: Sendable, Hashable {
    /// The sentence.
    package var text: String
    /// What it should find; `none` for nothing.
    package var labels: Set<String>
    /// What is right too.
    package var acceptable: Set<String>
  }

  /// What was found.
  package struct Scores: Sendable, Hashable {
    /// Sentences that should find a command, and how many did.
    package var inScope = 0
    package var right = 0
    package var lenient = 0
    /// Sentences that should find none, and how many did.
    package var outOfScope = 0
    package var refused = 0
    package var refusedLeniently = 0
    /// Sentences that begin a command at once, and those whose command is right or acceptable.
    package var begun = Share()
    /// Sentences for a command at which is asked which is meant, and those where one of them is right or acceptable.
    package var asked = Share()
    /// Sentences that are left to the knowledge base, and those where that is right or acceptable.
    package var left = Share()
    /// How often a label was taken for another.
    package var confusions: [Confusion: Int] = [:]
  }

  /// How many there are, and how many of them are right.
  package struct Share: Sendable, Hashable {
    /// All of them.
    package var all = 0
    /// Those that are right.
    package var right = 0

    fileprivate mutating func count(_ isRight: Bool) {
      all += 1
      right += isRight ? 1 : 0
    }
  }

  /// A label, and what was found instead.
  package struct Confusion: Sendable, Hashable {
    /// What it should be.
    package var label: String
    /// What was found.
    package var found: String

    /// Takes `label` for `found`.
    package init(label: String, found: String) {
      self.label = label
      self.found = found
    }
  }

  /// The sentences.
  package let rows: [Row]

  /// Reads the table `text` of `file`.
  package init(_ text: String, from file: String) throws(Problem) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let columns = Self.cells(lines.first ?? "")
    guard let textColumn = columns.firstIndex(of: "text"),
      let labelColumn = columns.firstIndex(of: "label")
    else {
      throw Problem(
        .badFile, "The first line names no column “text” or no column “label”.",
        help: "Write `text`, a tab and `label` there; `also_acceptable` may follow.",
        at: Place(file: file, line: 1))
    }
    let alsoColumn = columns.firstIndex(of: "also_acceptable")
    var rows: [Row] = []
    for (number, line) in lines.enumerated().dropFirst() where !line.allSatisfy(\.isWhitespace) {
      let cells = Self.cells(line)
      guard cells.indices.contains(max(textColumn, labelColumn)) else {
        throw Problem(
          .badFile, "This line has \(cells.count) of \(columns.count) columns.",
          help: "Split the columns by tabs.", at: Place(file: file, line: number + 1))
      }
      rows.append(
        Row(
          text: cells[textColumn], labels: Self.labels(cells[labelColumn]),
          acceptable: alsoColumn.map { cells.indices.contains($0) ? Self.labels(cells[$0]) : [] }
            ?? []))
    }
    guard !rows.isEmpty else {
      throw Problem(
        .badFile, "There is no sentence to route.", help: "Write one a line, below the columns.",
        at: Place(file: file, line: 1))
    }
    self.rows = rows
  }

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).trimmed }
  }

  private static func labels(_ cell: String) -> Set<String> {
    Set(cell.split { "|,".contains($0) }.map { String($0).trimmed })
  }

  /// Counts what `find` decides.
  package func scores(_ find: (String) throws(Problem) -> Router.Decision) throws(Problem) -> Scores
  {
    var scores = Scores()
    for row in rows {
      let decision = try find(row.text)
      let found = decision.commands.first ?? "none"
      let isRight = row.labels.contains(found)
      let accepted = row.labels.union(row.acceptable)
      let isLenient = accepted.contains(found)
      let isOutside = row.labels == ["none"]
      if isOutside {
        scores.outOfScope += 1
        scores.refused += isRight ? 1 : 0
        scores.refusedLeniently += isLenient ? 1 : 0
      } else {
        scores.inScope += 1
        scores.right += isRight ? 1 : 0
        scores.lenient += isLenient ? 1 : 0
      }
      switch decision {
      case .begin: scores.begun.count(isLenient)
      // The knowledge base is always one of the choices.
      case .choose where isOutside: break
      case .choose(let names): scores.asked.count(names.contains(where: accepted.contains))
      case .none: scores.left.count(isLenient)
      }
      if !isRight {
        let label = row.labels.sorted().joined(separator: "|")
        scores.confusions[Confusion(label: label, found: found), default: 0] += 1
      }
    }
    return scores
  }
}
