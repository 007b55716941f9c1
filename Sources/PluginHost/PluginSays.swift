import Foundation
package import RapportKit

/// What people say, as routing learns it: from a manifest's `says` and `elsewhere`, and from the plugin's folder `says`.
///
/// `says/COMMAND.txt` has one sentence a line for the command of that name (`promise-kept.txt` for “promise kept”),
/// `says/elsewhere.txt` those that are nobody's. Empty lines and lines that begin with `#` are passed over. A team's
/// own folder replaces single files.
extension Registry {
  /// What people say for `command`; none when it is no plugin's.
  package func says(of command: String) throws(Problem) -> [String] {
    for listing in listings
    where listing.problem == nil && listing.commands.contains(where: { $0.name == command }) {
      let entry = try manifest(of: listing.name).commands.first { $0.command.name == command }
      return (entry?.command.says ?? []) + (try listing.files.sentences(Self.file(of: command)))
    }
    return []
  }

  /// What the plugins that work name as nobody's.
  package func elsewhere() throws(Problem) -> [String] {
    var sentences: [String] = []
    for listing in listings where listing.problem == nil {
      sentences += try manifest(of: listing.name).elsewhere
      sentences += try listing.files.sentences("elsewhere.txt")
    }
    return sentences
  }

  /// The files in the folder `says` of the plugin called `name` that no command of it is named as.
  package func strayingSays(of name: String) throws(Problem) -> [String] {
    let listing = try listing(name)
    let known = Set(["elsewhere.txt"] + listing.commands.map { Self.file(of: $0.name) })
    return listing.files.list("says").filter { !known.contains($0.name) }.map(\.file)
  }

  private static func file(of command: String) -> String {
    command.replacing(" ", with: "-") + ".txt"
  }
}

extension PluginFiles {
  /// The sentences of a file in `says`, one a line; none when there is no such file.
  fileprivate func sentences(_ name: String) throws(Problem) -> [String] {
    guard let file = find("says/\(name)") else { return [] }
    return try readText(file).split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }
}
