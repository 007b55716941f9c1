import Knowledge
import RapportKit

/// `knowledge list`: the pages.
struct KnowledgeList: HostCommand {
  static let command = Command("knowledge list", summary: "List the pages of the knowledge base.")

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let pages = try host.knowledgeBase().pages()
    return .done(
      Reply(blocks: [
        .table(
          Table(columns: ["page", "about"], rows: pages.map { [$0.path, $0.summary ?? $0.title] }))
      ]))
  }
}

/// `knowledge show`: a page, or one of its sections.
struct KnowledgeShow: HostCommand {
  static let command = Command(
    "knowledge show", summary: "Show a page or a section.", arguments: ["page"],
    questions: [Question("page", ask: "Which page?", type: .text, hint: "mistakes/own-it")])

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let citation = Citation(request.answers.text("page") ?? "")
    let page = try page(citation.page, in: host.knowledgeBase())
    let sections =
      citation.section == nil
      ? page.sections : page.sections.filter { $0.slug == citation.section }
    guard !sections.isEmpty else {
      throw Problem(
        .notFound, "“\(page.path)” has no section “\(citation.section ?? "")”.",
        help: "It has: \(page.sections.compactMap(\.slug).joined(separator: ", ")).")
    }
    let text = sections.map { section in
      let heading = String(repeating: "#", count: max(1, section.level)) + " " + section.title
      let rests = [section.grade?.rawValue, section.source].compactMap(\.self).joined(
        separator: ", ")
      let shown = citation.section != nil && !rests.isEmpty ? "\n\n(\(rests))" : ""
      return heading + "\n\n" + section.body + shown
    }.joined(separator: "\n\n")
    return .done(Reply(blocks: [.markdown(text)], citations: [citation]))
  }

  /// The page at `path`, or the only one whose title or last name that is: `repair`, `say sorry`.
  private func page(_ path: String, in base: KnowledgeBase) throws(Problem) -> Page {
    if let page = try base.page(path) { return page }
    let pages = base.pages()
    let name = path.lowercased()
    let named = pages.filter { page in
      page.title.lowercased() == name
        || page.path.split(separator: "/").last ?? "" == name.replacing(" ", with: "-")
    }
    if named.count == 1 { return named[0] }
    let near = path.nearest(in: pages.map(\.path))
    throw Problem(
      .notFound, "There is no page “\(path)”.",
      help: near.map { "Did you mean “\($0)”?" }
        ?? "See `knowledge list`, or search: `ask \(path)`.")
  }
}

/// `knowledge search`: the sections that fit, with their scores.
struct KnowledgeSearch: HostCommand {
  static let command = Command(
    "knowledge search", summary: "Search the sections, with their scores.",
    arguments: ["question"],
    questions: [Question("question", ask: "What for?", type: .text)])

  init(_ host: Host, _ shell: ShellState) {}

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let hits = try await context.knowledge.search(request.answers.text("question") ?? "", limit: 10)
    let rows = hits.map { hit in
      let score = (hit.score * 100).rounded() / 100
      return [String(score), hit.section.citation.description, hit.section.title]
    }
    guard !rows.isEmpty else {
      return .done(Reply(blocks: [.note("Nothing on that.")], needsAttention: true))
    }
    return .done(
      Reply(blocks: [.table(Table(columns: ["score", "section", "title"], rows: rows))]))
  }
}
