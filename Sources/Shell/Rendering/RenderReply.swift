package import RapportKit

extension Renderer {
  /// A reply: its blocks in order, its drafts, then what was done and what comes next.
  ///
  /// - Parameters:
  ///   - reply: what a command gave.
  ///   - channels: the versions of each draft that are shown; the first one when empty.
  ///   - cite: whether to name the pages the advice rests on.
  ///
  /// Blocks of standard output are parted by an empty line. Notes follow the drafts, whatever their place.
  package func render(_ reply: Reply, channels: [Channel] = [], cite: Bool = false) -> [Piece] {
    var shown: [String] = []
    var said: [String] = []
    for block in reply.blocks {
      switch block {
      case .note(let text): said.append(note(text))
      default: shown.append(render(block))
      }
    }
    let drafts = reply.drafts.filter(\.isShown)
    for draft in drafts { shown += render(draft, channels: channels, of: drafts.count) }
    shown.removeAll(where: \.isEmpty)
    said += reply.next.map(line)
    if cite, !reply.citations.isEmpty {
      said.append(note("Rests on: " + reply.citations.map(\.description).joined(separator: ", ")))
    }
    var pieces: [Piece] = []
    if !shown.isEmpty { pieces.append(Piece(.answers, shown.joined(separator: "\n"))) }
    if !said.isEmpty { pieces.append(Piece(.notes, said.joined())) }
    return pieces
  }

  /// A line for standard error, wrapped on a terminal.
  package func note(_ text: String) -> String {
    guard notes.isTerminal else { return text + "\n" }
    return notes.safe(text).wrapped(to: notes.measure).map { $0 + "\n" }.joined()
  }

  /// One block, as whole lines.
  package func render(_ block: RapportKit.Block) -> String {
    switch block {
    case .markdown(let text): markdown(text)
    case .note(let text): note(text)
    case .verbatim(let text): asItIs(text)
    case .lines(let text): asItIs(answers.hanging(text))
    case .table(let table): answers.paint(lines(of: table))
    case .bars(let bars): answers.paint(lines(of: bars))
    case .trend(let trend): answers.paint(lines(of: trend))
    }
  }

  private func asItIs(_ text: String) -> String {
    answers.safe(text.isEmpty || text.hasSuffix("\n") ? text : text + "\n")
  }

  /// "Mon 30 Nov: Ask Maria how we did", with its owner when that is somebody else.
  private func line(_ step: NextStep) -> String {
    let due = step.due.map { wording.short($0) + ": " } ?? ""
    let owner = step.owner == "me" || step.owner.isEmpty ? "" : " (\(step.owner))"
    return note(due + step.action + owner)
  }
}
