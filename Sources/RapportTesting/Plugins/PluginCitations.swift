import PluginHost
import Formats
import Foundation
import Knowledge
import PluginHost
import RapportKit

extension PluginContract {
  /// Every `why` and `guidance` in the plugin's YAML names a page, and a section where it names one, of the shipped
  /// knowledge base or of the plugin's own notes.
  static let citationsExist: @Sendable (Subject) async throws -> Void = { plugin in
    let manifest = try plugin.manifest()
    var layers = [KnowledgeLayer(folder: plugin.share + "/knowledge", shipped: true)]
    if let notes = manifest.adds.knowledge {
      layers.append(KnowledgeLayer(folder: "\(plugin.folder)/\(notes)", prefix: manifest.name))
    }
    let knowledge = KnowledgeBase(layers: layers, cache: nil)
    var problems: [Problem] = []
    for file in declarations(in: plugin.folder) {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      for node in citations(in: try YAML.read(text, from: file)) {
        let citation = Citation(node.text ?? "")
        guard try await knowledge.section(citation) == nil else { continue }
        let slugs = try knowledge.page(citation.page)?.sections.compactMap(\.slug)
        problems.append(
          Problem(
            .brokenPlugin, "There is no section “\(citation)”.",
            help: slugs.map { "The page has: \($0.joined(separator: ", "))." }
              ?? "There is no page “\(citation.page)”.", at: node.place))
      }
    }
    guard problems.isEmpty else { throw Breach(problems) }
  }

  /// The plugin's YAML files but for its examples, which hold answers.
  private static func declarations(in folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.sorted().filter { name in
      (name.hasSuffix(".yaml") || name.hasSuffix(".yml")) && !name.hasPrefix("examples/")
    }.map { "\(folder)/\($0)" }
  }

  private static func citations(in node: Node) -> [Node] {
    let inner = (node.list ?? []) + (node.entries ?? []).map(\.value)
    let own = (node.entries ?? []).flatMap { entry in
      switch entry.key {
      case "why": [entry.value]
      case "guidance": entry.value.list ?? [entry.value]
      default: [Node]()
      }
    }
    return own + inner.flatMap(citations)
  }
}
