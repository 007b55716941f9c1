package import RapportKit

extension Renderer {
  /// The versions of a draft that are asked for, each as whole lines.
  ///
  /// On a terminal a heading says what it is and to whom, and the text stands below, wrapped and indented by two.
  /// In a pipe the text is not wrapped, so that it can be sent: a `Subject:` line where there is a subject, an empty
  /// line, the text; the heading only where several messages must be told apart.
  ///
  /// - Parameters:
  ///   - draft: the message.
  ///   - channels: which versions; the first one when empty.
  ///   - count: how many messages are shown in all.
  package func render(_ draft: Draft, channels: [Channel] = [], of count: Int = 1) -> [String] {
    let chosen =
      channels.isEmpty
      ? Array(draft.versions.prefix(1))
      : draft.versions.filter { channels.contains($0.channel) }
    return chosen.map { version in
      answers.isTerminal
        ? onScreen(version, to: draft.to)
        : plain(version, to: draft.to, alone: count == 1 && chosen.count == 1)
    }
  }

  private func onScreen(_ version: Draft.Version, to person: Named?) -> String {
    var heading = [Span(Self.heading(version.channel, to: person), .bold)]
    if let subject = version.subject {
      heading.add(" · Subject: \(subject)", .bold)
    }
    let body = version.body.wrapped(to: answers.measure, indent: "  ").map { [Span($0)] }
    return answers.paint(heading.wrapped(to: answers.measure) + body) + open(version)
  }

  private func plain(_ version: Draft.Version, to person: Named?, alone: Bool) -> String {
    let heading = alone ? "" : Self.heading(version.channel, to: person) + "\n"
    let subject = version.subject.map { "Subject: \($0)\n\n" } ?? ""
    return heading + subject + version.body + (version.body.hasSuffix("\n") ? "" : "\n")
  }

  /// "2 open: who will do what, by when; the reason".
  private func open(_ version: Draft.Version) -> String {
    guard !version.gaps.isEmpty else { return "" }
    let text = "\(version.gaps.count) open: " + version.gaps.joined(separator: "; ")
    return answers.safe(text).wrapped(to: answers.measure).map { $0 + "\n" }.joined()
  }

  /// "Email to Maria Ortiz".
  package static func heading(_ channel: Channel, to person: Named?) -> String {
    let to = person.map { " to \($0.name)" } ?? ""
    let about = person.map { " with \($0.name)" } ?? ""
    return switch channel {
    case .email: "Email\(to)"
    case .chat: "Chat message\(to)"
    case .call: "Call\(about)"
    case .status: "Public post"
    case .letter: "Letter\(to)"
    case .internal: "For colleagues"
    }
  }
}
