import Conversation
import Drafting
import Foundation
import RapportKit

/// What is said under a reply: how its messages fared in the checks, and what was saved.
///
///     Checked: news first, 5 of 5 parts, 99 words. Promise noted: Dana, Fri 27 Nov.
struct Summary {
  private(set) var lines: [String] = []
  /// Whether a finding is as grave as `--fail-on` says.
  private(set) var fails = false
  /// The versions that are shown.
  let channels: [Channel]
  private let wording: Wording

  init(
    _ reply: Reply, saved: Saved?, invocation: Invocation, host: Host, settings: Settings,
    isBatch: Bool
  ) throws(Problem) {
    wording = Wording(spelling: settings.me.spelling, today: host.surroundings.today)
    channels = invocation.flags.channels
    var parts: [String] = []
    let shown = reply.drafts.filter(\.isShown)
    for draft in shown { parts += try check(draft, invocation.flags, host) }
    // What changes a promise says so itself.
    if !invocation.command.repeats { parts += noted(saved) }
    // In a conversation it is said where the name is heard.
    if isBatch, !invocation.command.plugin.isEmpty { lines += newcomers(saved) }
    if !parts.isEmpty { lines.insert(parts.joined(separator: " "), at: 0) }
    if let first = shown.first { lines += closing(first, invocation.flags, settings) }
  }

  /// Checks the shown versions of a message: a line of praise or what is missing, and the findings.
  private mutating func check(_ draft: Draft, _ flags: Flags, _ host: Host) throws(Problem)
    -> [String]
  {
    let missing = channels.filter { draft[$0] == nil }
    for channel in missing {
      lines.append("There is no \(channel.rawValue) version of this message.")
    }
    let shown =
      channels.isEmpty
      ? Array(draft.versions.prefix(1)) : draft.versions.filter { channels.contains($0.channel) }
    var said: [String] = []
    for version in shown {
      let report = try host.checker().check(
        version.written, kind: draft.kind, channel: version.channel)
      let name = shown.count > 1 ? " (\(version.channel.rawValue))" : ""
      said.append("Checked\(name): \(report.inShort(gaps: version.gaps)).")
      let limit: Finding.Level? =
        switch flags.failOn {
        case "never": nil
        case "warning": .warning
        default: .error
        }
      // Where marks are open, they say what is missing.
      for finding in report.findings where version.gaps.isEmpty || finding.length > 0 {
        if let limit, finding.level >= limit { fails = true }
        let rewrite = finding.rewrite.map { " Rather: \($0)" } ?? ""
        lines.append("  \(finding.level.rawValue): \(finding.message)\(rewrite)")
      }
    }
    return said
  }

  /// "Acme is new to me; added, `undo` takes it back."
  private func newcomers(_ saved: Saved?) -> [String] {
    guard case .saved(let records)? = saved else { return [] }
    return records.filter { $0.kind == .customer }
      .map { "\($0.title) is new to me; added, `undo` takes it back." }
  }

  private func noted(_ saved: Saved?) -> [String] {
    let records: [Record]
    switch saved {
    case .saved(let all): records = all
    case .already: return ["This was already noted."]
    case nil: return []
    }
    var said: [String] = []
    for record in records where record.kind == .promise && record.state == "promised" {
      let owner = record.body["owner"]?.text.map { $0 == "me" ? "you" : $0.capitalizedFirst }
      let from = record.body["from"]?.text.flatMap { Moment(iso: $0) }
      let due =
        record.due.map { wording.short($0) } ?? from.map { "from \(wording.short($0))" }
        ?? "no date"
      said.append("Promise noted: \([owner, due].compactMap(\.self).joined(separator: ", ")).")
    }
    return said
  }

  private func closing(_ draft: Draft, _ flags: Flags, _ settings: Settings)
    -> [String]
  {
    let shown = channels.first ?? draft.versions.first?.channel
    let others = draft.versions.map(\.channel).filter { $0 != shown }
    var lines: [String] = []
    if !others.isEmpty, !flags.noInput {
      lines.append(
        "Also: \(others.map(\.rawValue).joined(separator: ", ")). `copy` takes it, `sent` when it is out."
      )
    }
    if settings.me.name == nil {
      lines.append("It is not signed: `set me.name YOUR NAME` does it from now on.")
    }
    return lines
  }
}

extension Draft.Version {
  /// The text without the sentences in which a mark is still open: they say nothing yet.
  fileprivate var written: String {
    var text = body
    for gap in gaps {
      while let mark = text.range(of: gap) {
        let before = text[..<mark.lowerBound].lastIndex { ".!?\n".contains($0) }
        let after = text[mark.upperBound...].firstIndex { ".!?\n".contains($0) }
        let start = before.map { text.index(after: $0) } ?? text.startIndex
        text.removeSubrange(start..<(after.map { text.index(after: $0) } ?? text.endIndex))
      }
    }
    return text
  }
}

extension CheckReport {
  /// "news first, 5 of 5 parts, 99 words", or what is missing.
  func inShort(gaps: [String]) -> String {
    var parts: [String] = []
    let missing = elements.filter { $0.wanted && $0.sentence == nil }.map(\.label)
    let (found, wanted) = self.parts
    if wanted > 0 { parts.append("\(found) of \(wanted) parts") }
    if !missing.isEmpty { parts.append("missing: \(missing.joined(separator: ", "))") }
    if !gaps.isEmpty { parts.append("\(gaps.count) open") }
    parts.append("\(words) \(words == 1 ? "word" : "words")")
    return parts.joined(separator: ", ")
  }
}
