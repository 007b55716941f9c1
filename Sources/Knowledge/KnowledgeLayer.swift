/// A folder of pages; of several layers a later one replaces a page of the same path.
///
///     let layers = [
///       KnowledgeLayer(folder: "/usr/share/rapport/knowledge", shipped: true),
///       KnowledgeLayer(folder: "/home/sam/acme/knowledge"),
///     ]
package struct KnowledgeLayer: Sendable, Hashable {
  /// The folder; one that does not exist holds no pages.
  package var folder: String
  /// What stands before the path of each page, as in `mistakes/notes`; empty for nothing.
  package var prefix: String
  /// Whether its pages come with Rapport, so that each claim must say what it rests on.
  package var shipped: Bool

  /// Makes a layer of the pages in `folder`.
  package init(folder: String, prefix: String = "", shipped: Bool = false) {
    self.folder = folder
    self.prefix = prefix
    self.shipped = shipped
  }
}
