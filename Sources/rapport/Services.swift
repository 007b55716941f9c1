import Drafting
import Foundation
import Knowledge
import PluginHost
import RapportKit
import Synchronization

extension Host {
  /// The knowledge base: shipped, then the person's, then the workspace's, then the plugins' notes.
  var knowledge: KnowledgeBase {
    var layers = [KnowledgeLayer(folder: "\(folders.share)/knowledge", shipped: true)]
    for listing in registry.listings where listing.problem == nil {
      guard let notes = (try? registry.manifest(of: listing.name))?.adds.knowledge else { continue }
      for folder in [listing.files.folder] + listing.files.overlays {
        layers.append(KnowledgeLayer(folder: "\(folder)/\(notes)", prefix: listing.name))
      }
    }
    layers.append(KnowledgeLayer(folder: "\(folders.config)/knowledge"))
    if let workspace = folders.workspace {
      layers.append(KnowledgeLayer(folder: "\(workspace)/knowledge"))
    }
    return KnowledgeBase(layers: layers, cache: folders.index)
  }

  /// The checks, with the kinds and rules of plugins, the person and the workspace; compiled once.
  func checker() throws(Problem) -> any TextChecker {
    if let known = compiled.withLock({ $0 }) { return known }
    var sources = CheckSources()
    for listing in registry.listings where listing.problem == nil {
      let adds = try registry.manifest(of: listing.name).adds
      if let rules = adds.rules {
        sources.addRules(try listing.files.checkFiles(in: rules), style: listing.name)
      }
      if let kinds = adds.kinds { sources.addKinds(try listing.files.checkFiles(in: kinds)) }
    }
    for folder in [folders.config, folders.workspace].compactMap(\.self) {
      sources.addRules(try PluginFiles(folder: folder).checkFiles(in: "rules"), style: "rules")
    }
    let checker = Checker(sources)
    compiled.withLock { $0 = checker }
    return checker
  }
}
