import Foundation
import PluginHost
import RapportKit

/// `plugin list`: the plugins, and why one cannot be used.
struct PluginList: HostCommand {
  static let command = Command(
    "plugin list", aliases: ["plugins"], summary: "List the plugins, and what is wrong with any.")

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let rows = host.registry.listings.map { listing in
      [
        listing.name, listing.version, listing.layer, listing.problem == nil ? "works" : "broken",
        listing.problem == nil
          ? Self.heads(listing.commands.map(\.name)) : listing.problem?.message ?? "",
      ]
    }
    let broken = host.registry.listings.compactMap(\.problem).map { problem in
      let place = problem.place.map { "\($0): " } ?? ""
      return Block.note("\(place)\(problem.message) \(problem.help ?? "")")
    }
    return .done(
      Reply(
        blocks: [.table(Table(columns: ["plugin", "version", "from", "", "commands"], rows: rows))]
          + broken,
        needsAttention: !broken.isEmpty))
  }
}

extension PluginList {
  /// The commands by their first word, with how many stand behind it: "promise (13), agree"; `plugin info` has them all.
  fileprivate static func heads(_ names: [String]) -> String {
    var heads: [String] = []
    for name in names {
      let head = String(name.prefix { $0 != " " })
      if !heads.contains(head) { heads.append(head) }
    }
    return heads.map { head in
      let count = names.count { $0 == head || $0.hasPrefix(head + " ") }
      return count > 1 ? "\(head) (\(count))" : head
    }.joined(separator: ", ")
  }
}

/// `plugin info`: what a plugin is made of, and from which layer each replaced file comes.
struct PluginInfo: HostCommand {
  static let command = Command(
    "plugin info", summary: "Show a plugin's files, commands and overlays.", arguments: ["plugin"],
    questions: [Question("plugin", ask: "Which plugin?", type: .text)])

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let listing = try host.registry.listing(request.answers.text("plugin") ?? "")
    if let problem = listing.problem { throw problem }
    let manifest = try host.registry.manifest(of: listing.name)
    var text =
      "**\(manifest.name) \(manifest.version)** (\(listing.layer))\n\n\(manifest.summary)\n\n"
    text += "In `\(listing.files.folder)`\n\n"
    for entry in manifest.commands {
      text += "- `\(entry.command.name)` (\(entry.runtime.rawValue)): \(entry.command.summary)\n"
    }
    for file in listing.files.overlaid() {
      let owner = file.overlay.hasPrefix("\(host.folders.config)/") ? "yours" : "the workspace's"
      let standing =
        switch file.standing {
        case .added: "added by \(owner)"
        case .replaced: "replaced by \(owner)"
        case .outdated: "replaced by \(owner); the shipped one has changed since"
        }
      text += "- `\(file.path)`: \(standing)\n"
    }
    return .done(Reply(blocks: [.markdown(text)]))
  }
}

/// `plugin copy`: begins an overlay of one file in the person's own layer.
struct PluginCopy: HostCommand {
  static let changes = Changing.atOnce
  static let command = Command(
    "plugin copy", summary: "Copy a plugin's file into your own layer, to change it there.",
    arguments: ["file"],
    questions: [
      Question("file", ask: "Which file?", type: .text, hint: "mistakes/templates/message.email.md")
    ])

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let path = request.answers.text("file") ?? ""
    let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2, !parts[1].contains(".."), parts[1] != "plugin.yaml" else {
      throw Problem(
        .usage, "“\(path)” names no file of a plugin that can be replaced.",
        help: "Write the plugin and the file: mistakes/templates/message.email.md.")
    }
    let listing = try host.registry.listing(parts[0])
    // The plugin's own text, whatever overlays and twins stand over it.
    let shipped = PluginFiles(folder: listing.files.folder)
    guard shipped.find(parts[1]) != nil else {
      let folder = parts[1].split(separator: "/").dropLast().joined(separator: "/")
      let near = parts[1].nearest(in: shipped.list(folder).map { "\(folder)/\($0.name)" })
      throw Problem(
        .notFound, "“\(listing.name)” has no file “\(parts[1])”.",
        help: near.map { "Did you mean “\(listing.name)/\($0)”?" }
          ?? "See the files in \(listing.files.folder).")
    }
    let (text, _) = try shipped.text(parts[1])
    let target = "\(host.folders.config)/plugins/\(listing.name)/\(parts[1])"
    guard !FileManager.default.fileExists(atPath: target) else {
      throw Problem(.conflict, "Your copy is there already.", help: "Edit \(target).")
    }
    do {
      try FileManager.default.createDirectory(
        atPath: URL(fileURLWithPath: target).deletingLastPathComponent().path,
        withIntermediateDirectories: true)
      try text.write(toFile: target, atomically: true, encoding: .utf8)
      try text.write(toFile: PluginFiles.base(of: target), atomically: true, encoding: .utf8)
    } catch {
      throw Problem(
        .unreadable, "The copy cannot be written.", help: "May you write there?",
        at: Place(file: target))
    }
    return .done(Reply(blocks: [.verbatim(target), .note("Edit it; it takes effect at once.")]))
  }
}
