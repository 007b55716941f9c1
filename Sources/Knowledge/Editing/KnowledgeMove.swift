import Foundation
package import RapportKit

/// A page's move as it is planned: nothing is written before `perform`.
///
///     let move = try knowledge.move("mistakes/own-it", to: "mistakes/say-it", citing: folders)
///     move.mended.count  // 14
///     try move.perform()
package struct KnowledgeMove: Sendable {
  /// What is written anew in a file, and how it reads then.
  package struct Change: Sendable, Hashable {
    /// Where it stands.
    package var place: Place
    /// What stood there.
    package var old: String
    /// What stands there then.
    package var new: String
  }

  /// The page's files, one in each layer that has it, and where they go.
  package internal(set) var files: [(from: String, to: String)] = []
  /// What is mended.
  package internal(set) var mended: [Change] = []
  /// What names the old path and must be mended by hand.
  package internal(set) var left: [Problem] = []
  /// The new texts of files, by their paths before the move.
  var texts: [String: String] = [:]

  /// Writes the mended files, then moves the page.
  package func perform() throws(Problem) {
    let moving = Set(files.map(\.from))
    for (file, text) in texts.sorted(by: { $0.key < $1.key }) where !moving.contains(file) {
      try write(text, to: file)
    }
    for (from, to) in files {
      let folder = to.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      PageFiles.makeFolder(folder.joined(separator: "/"))
      // The new file is there before the old one goes.
      if let text = texts[from] {
        try write(text, to: to)
      } else {
        try write(try PageFiles.text(of: from), to: to)
      }
      PageFiles.remove(from)
    }
  }

  private func write(_ text: String, to file: String) throws(Problem) {
    let real = URL(fileURLWithPath: file).resolvingSymlinksInPath()
    do { try Data(text.utf8).write(to: real, options: .atomic) } catch {
      throw Problem(
        .unreadable, "This file cannot be written.",
        help: "The page stands where it was. Make room, then move it again.", at: Place(file: file))
    }
  }
}

extension KnowledgeBase {
  /// Plans a page's move with every link and citation that names it.
  ///
  /// - Parameters:
  ///   - folders: where plugins, kinds and rules keep their YAML.
  /// - Throws: a problem when there is no such page, the new path is taken or is no path, or a file may not be moved.
  package func move(_ old: String, to new: String, citing folders: [String] = [])
    throws(Problem) -> KnowledgeMove
  {
    let old = try Self.pagePath(old)
    let new = try Self.pagePath(new)
    let found = files.walk()
    guard found.pages[old] != nil else {
      throw Problem(
        .notFound, "There is no page “\(old)”.",
        help: old.nearest(in: found.pages.keys.sorted()).map { "Did you mean “\($0)”?" }
          ?? "See `knowledge list`.")
    }
    if let taken = found.pages[new] {
      throw Problem(
        .conflict, "There is a page “\(new)” already.",
        help: "Choose another path, or move that page away first.", at: Place(file: taken.file))
    }
    var mender = Mender(old: old, new: new)
    for layer in layers {
      if let file = try Self.file(moving: old, to: new, in: layer) {
        mender.move.files.append(file)
      }
    }
    let pages = Array(found.pages.values) + found.replaced + found.synonyms
    for page in pages.sorted(by: { $0.file < $1.file }) { mender.mend(page) }
    let lists = layers.map { "\($0.folder)/inventory.yaml" }.filter(PageFiles.exists)
    for file in lists + folders.flatMap(CitingFiles.declarations) { mender.mend(declaration: file) }
    for file in folders.flatMap(CitingFiles.others) { mender.look(into: file) }
    return mender.move
  }

  /// A path as pages have it; what cannot be one is a problem.
  private static func pagePath(_ text: String) throws(Problem) -> String {
    let path = text.hasSuffix(".md") ? String(text.dropLast(3)) : text
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.contains("#"), path != "synonyms",
      !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") })
    else {
      throw Problem(
        .usage, "“\(text)” is no path of a page.",
        help: "Write it as `knowledge list` shows it: mistakes/own-it.")
    }
    return path
  }

  /// The file of a page in one layer and where it goes; nil when the layer has no such page.
  private static func file(moving old: String, to new: String, in layer: KnowledgeLayer)
    throws(Problem) -> (from: String, to: String)?
  {
    let prefix = layer.prefix.isEmpty ? "" : layer.prefix + "/"
    guard old.hasPrefix(prefix) else { return nil }
    let from = "\(layer.folder)/\(old.dropFirst(prefix.count)).md"
    guard PageFiles.exists(from) else { return nil }
    guard new.hasPrefix(prefix) else {
      throw Problem(
        .usage, "“\(old)” is a page of the plugin \(layer.prefix).",
        help: "Its path goes on beginning with `\(prefix)`.", at: Place(file: from))
    }
    guard PageFiles.isWritable(from) else {
      throw Problem(
        .unreadable, "You may not move “\(old)”.",
        help: "It belongs to somebody else, or came with Rapport. A page of your own at the same "
          + "path takes its place.", at: Place(file: from))
    }
    return (from, "\(layer.folder)/\(new.dropFirst(prefix.count)).md")
  }
}
