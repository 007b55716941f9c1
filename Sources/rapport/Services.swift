import Conversation
import Drafting
import Foundation
import Knowledge
import PluginHost
import RapportKit
import Shell
import Synchronization

extension Host {
  /// The knowledge base: shipped, then the plugins' notes, then the person's and the workspace's; opened once.
  func knowledgeBase() throws(Problem) -> KnowledgeBase {
    if let known = knowledge.withLock({ $0 }) { return known }
    var layers = [KnowledgeLayer(folder: "\(folders.share)/knowledge", shipped: true)]
    for listing in registry.listings where listing.problem == nil {
      guard let notes = try registry.manifest(of: listing.name).adds.knowledge else { continue }
      for folder in [listing.files.folder] + listing.files.overlays {
        layers.append(KnowledgeLayer(folder: "\(folder)/\(notes)", prefix: listing.name))
      }
    }
    layers.append(KnowledgeLayer(folder: "\(folders.config)/knowledge"))
    if let workspace = folders.workspace {
      layers.append(KnowledgeLayer(folder: "\(workspace)/knowledge"))
    }
    let base = KnowledgeBase(
      layers: layers, cache: folders.index, progress: progress("Reading pages"))
    knowledge.withLock { $0 = base }
    return base
  }

  /// Shows a bar on a terminal while something long goes on; a thousand pages or fewer are read in a moment.
  func progress(_ label: String) -> @Sendable (Int, Int) -> Void {
    let bar = Mutex(ProgressBar(label, on: Screen.of(2, environment: environment, plain: plain)))
    return { done, total in
      guard total > 1000, let text = bar.withLock({ $0.step(done, of: total) }) else { return }
      // A closed standard error costs the bar alone.
      _ = try? Output.write(text, to: .notes)
    }
  }

  /// What finds commands for sentences; learnt once, and kept between runs. Whoever asks meanwhile waits for it.
  func router() throws(Problem) -> Router {
    let synonyms = try knowledgeBase().synonyms
    return try routing.withLock { (known) throws(Problem) in
      if let known { return known }
      let router = try Router(self, synonyms: synonyms, cache: folders.routing)
      known = router
      return router
    }
  }

  /// The checks, with the kinds and rules of plugins, the person and the workspace; compiled once.
  func checker() throws(Problem) -> Checker {
    if let known = compiled.withLock({ $0 }) { return known }
    let cache = CheckCache(file: "\(folders.cache)/checks", stamp: checkStamp)
    let checker: Checker
    if let kept = cache.checker() {
      checker = kept
    } else {
      checker = Checker(try checkSources())
      cache.keep(checker)
    }
    compiled.withLock { $0 = checker }
    return checker
  }

  /// What the checks are made from: this program, the plugins' files, the person's and the workspace's rules.
  private var checkStamp: String {
    let plugins = registry.listings.filter { $0.problem == nil }.map {
      "\($0.name) \($0.stamp) \($0.files.languages.joined(separator: " "))"
    }
    let rules = [folders.config, folders.workspace].compactMap(\.self).map { "\($0)/rules" }
    return ([Version.build] + plugins + [FolderState(of: rules).stamp]).joined(separator: "\n")
  }

  /// The kinds and rules of plugins, the person and the workspace, and published styles beside them.
  func checkSources(styles: [String]) throws(Problem) -> CheckSources {
    var folders = StyleFolders(try checkSources())
    for style in styles { try folders.add(style) }
    return folders.sources
  }

  private func checkSources() throws(Problem) -> CheckSources {
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
    return sources
  }
}

/// The knowledge base and the checks as a plugin sees them: opened when they are first asked.
struct LazyServices: KnowledgeReader, TextChecker, PromiseReader {
  let host: Host

  func search(_ question: String, limit: Int) async throws(Problem) -> [KnowledgeHit] {
    try await host.knowledgeBase().search(question, limit: limit)
  }

  func section(_ citation: Citation) async throws(Problem) -> KnowledgeSection? {
    try await host.knowledgeBase().section(citation)
  }

  func check(_ text: String, kind: String?, channel: Channel) throws(Problem) -> CheckReport {
    try host.checker().check(text, kind: kind, channel: channel)
  }

  func promises(in text: String) async throws(Problem) -> [FoundPromise] {
    try await host.reader().promises(in: text)
  }

  func promise(_ text: String, to customers: [String]) async throws(Problem) -> FoundPromise? {
    try await host.reader().promise(text, to: customers)
  }
}
