import Knowledge
import PluginHost
import RapportKit

/// `knowledge trace`: where each item of the guidance is covered.
struct KnowledgeTrace: HostCommand {
  static let command = Command(
    "knowledge trace", summary: "Show where each item of the guidance is covered.",
    arguments: ["item"],
    options: [Question("item", ask: "One item, or the beginning of several: S2", type: .text)])

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let file = "\(host.folders.share)/knowledge/inventory.yaml"
    let inventory = try Inventory(
      try readText(file), file: file, pages: host.knowledgeBase().pages())
    let prefix = request.answers.text("item") ?? ""
    let rows = inventory.items.filter { $0.id.hasPrefix(prefix) }.map { item in
      let covered = item.sections.map(\.description) + item.by
      return [
        item.id, item.kind, covered.joined(separator: "; "), item.waits.joined(separator: ", "),
      ]
    }
    guard !rows.isEmpty else {
      throw Problem(.notFound, "There is no item “\(prefix)”.", help: "See `knowledge trace`.")
    }
    let uncovered = inventory.uncovered.map(\.id)
    var waits: [String: Int] = [:]
    for name in inventory.items.flatMap(\.waits) { waits[name, default: 0] += 1 }
    let waiting = waits.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) for \($0.key)" }.joined(separator: ", ")
    let said =
      "\(inventory.items.count) items, \(uncovered.count) uncovered."
      + (waiting.isEmpty ? "" : " Some also wait for what is still to come: \(waiting).")
    return .done(
      Reply(
        blocks: [
          .table(Table(columns: ["item", "kind", "covered by", "waits for"], rows: rows)),
          .note(said),
        ], needsAttention: !uncovered.isEmpty))
  }
}
