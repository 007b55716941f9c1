import Formats
import Foundation
import RapportKit

/// The files beside the knowledge base that cite it: the YAML of plugins, kinds and rules.
enum CitingFiles {
  /// The YAML files below `folder`, but for a plugin's examples, which hold answers.
  static func declarations(in folder: String) -> [String] {
    names(in: folder).filter { name in
      (name.hasSuffix(".yaml") || name.hasSuffix(".yml")) && !name.hasPrefix("examples/")
    }.map { "\(folder)/\($0)" }
  }

  /// The other files below `folder`: templates, and the code of a plugin.
  static func others(in folder: String) -> [String] {
    names(in: folder).filter { $0.hasSuffix(".swift") || $0.hasSuffix(".md") }
      .map { "\(folder)/\($0)" }
  }

  /// The citations under `keys` of a YAML file.
  static func mentions(in file: String, keys: Set<String>) throws(Problem) -> [Mention] {
    let text = try PageFiles.text(of: file)
    return Mention.citations(
      in: try YAML.read(text, from: file), keys: keys, lines: Markdown.lines(of: text))
  }

  private static func names(in folder: String) -> [String] {
    (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
  }
}
