import Conversation
import Foundation
import RapportKit

/// What the shell says before its first prompt.
struct Opening {
  let host: Host

  init(_ host: Host) { self.host = host }

  func lines() async -> [String] {
    guard FileManager.default.fileExists(atPath: host.folders.records) else { return Self.fresh }
    var lines: [String] = []
    if let due = try? await DueLine(.open, in: host.store, host.surroundings).text {
      lines.append(due)
    }
    let parked = Journal.parked(in: host.folders.journals)
    if let first = parked.first {
      let more = parked.count > 1 ? " (and \(parked.count - 1) more)" : ""
      lines.append("You left “\(first.header.command)” open\(more): `resume` goes on.")
    }
    return lines
  }

  private static let fresh = [
    "Rapport: write what happened, in your own words. For example:",
    "  we were down three hours yesterday and nobody told Acme",
    "  I have to tell Birch Ltd that their price goes up in March",
    "  Kite asked for a refund and the answer is no",
    "  how do I say sorry without grovelling",
    "Or `help`. All of it stays on this machine: no network, no account.",
  ]
}

extension RecordQuery {
  /// All that is due and not done.
  static let open = RecordQuery(
    kinds: [.promise, .step], states: ["open", "promised", "moved"], order: .due)
}
