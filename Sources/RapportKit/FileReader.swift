/// Reads files: the data of plugins, and what a person names. Reading has no side effect; writing is for the host.
///
///     for file in try context.files.data("questionnaires") {
///       let node = try context.files.node(file)  // with places, for `Problem`s that point at a line
///     }
public protocol FileReader: Sendable {
  /// The YAML files in `folder` of the command's plugin, of the plugins that add to such a folder, of the person and of
  /// the workspace, in this order and by name; a later file of the same name replaces an earlier one.
  func data(_ folder: String) throws(Problem) -> [TextFile]
  /// The file at `path`, from the folder the person stands in; `-` is standard input.
  func text(_ path: String) throws(Problem) -> TextFile
  /// Hands the path of each file in the folder at `path` to `body`, folders within it included, in no certain order;
  /// names that begin with a dot are left out. No list is kept, so that a folder may be of any size.
  func each(in path: String, _ body: (String) throws(Problem) -> Void) throws(Problem)
  /// Reads YAML, or JSON where the name ends in `.json`.
  func node(_ file: TextFile) throws(Problem) -> Node
}

extension FileReader {
  /// The paths that `each` hands out, in alphabetical order.
  public func list(_ path: String) throws(Problem) -> [String] {
    var paths: [String] = []
    try each(in: path) { paths.append($0) }
    return paths.sorted()
  }
}

/// A text and the file it came from.
public struct TextFile: Sendable, Hashable {
  /// The file as the person knows it.
  public var path: String
  /// Its text.
  public var text: String

  /// The text of the file at `path`.
  public init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }
}
