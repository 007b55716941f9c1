import RapportKit

/// `ask`: what the knowledge base says, quoted and cited.
struct Ask: HostCommand {
  static let command = Command(
    "ask", summary: "Ask the knowledge base.", arguments: ["question"],
    options: [
      Question("limit", ask: "How many sections at most", type: .number, standard: .literal("3"))
    ],
    questions: [Question("question", ask: "What do you want to know?", type: .text)],
    moment: .text)

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let question = request.answers.text("question") ?? ""
    let limit = request.answers["limit"]?.value?.node.int ?? 3
    let hits = try await context.knowledge.search(host.matter(of: question), limit: limit)
    guard !hits.isEmpty else {
      return .done(
        Reply(
          blocks: [
            .note(
              "Nothing on that in the knowledge base. Try other words, or see `knowledge list`.")
          ], needsAttention: true))
    }
    return .done(
      Reply(
        blocks: hits.map { .markdown(Self.text(of: $0)) },
        citations: hits.map(\.section.citation)))
  }

  /// The heading, the words that matched, and where they come from.
  private static func text(of hit: KnowledgeHit) -> String {
    let section = hit.section
    let heading =
      section.title == section.page ? section.title : "\(section.page): \(section.title)"
    let rests = [section.grade?.rawValue, section.source].compactMap(\.self).joined(separator: ", ")
    return """
      **\(heading)**

      \(hit.quote)

      `\(section.citation)`\(rests.isEmpty ? "" : " (\(rests))")
      """
  }
}
