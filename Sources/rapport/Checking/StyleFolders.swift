import Drafting
import Foundation
import PluginHost
import RapportKit

/// Reads folders of published styles into what a checker is made from.
struct StyleFolders {
  private(set) var sources: CheckSources

  init(_ sources: CheckSources) { self.sources = sources }

  /// Adds what `path` names: a `.vale.ini` or a folder with one, a style, or a folder of styles.
  mutating func add(_ path: String) throws(Problem) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if path.hasSuffix(".ini") { return try addConfig(path) }
    if let config = Self.config(in: path) { return try addConfig(config) }
    let own = try Self.rules(in: path)
    if !own.isEmpty {
      sources.addRules(own, style: Self.name(of: path), isVale: true)
      return
    }
    var styles: [String] = []
    for name in Self.folders(in: path) where try !Self.rules(in: "\(path)/\(name)").isEmpty {
      styles.append(name)
    }
    guard !styles.isEmpty else {
      throw Problem(
        .notFound, "There are no rules in “\(path)”.",
        help: "Name a folder of `.yml` rules, a folder of such styles, or one with a `.vale.ini`.")
    }
    for style in styles {
      sources.addRules(try Self.rules(in: "\(path)/\(style)"), style: style, isVale: true)
    }
  }

  /// The `.vale.ini` of a folder.
  static func config(in folder: String) -> String? {
    [".vale.ini", "_vale.ini", "vale.ini"].map { "\(folder)/\($0)" }.first {
      FileManager.default.fileExists(atPath: $0)
    }
  }

  private mutating func addConfig(_ file: String) throws(Problem) {
    let config = ValeConfig(try readText(file), file: file)
    let number = sources.addConfig(config)
    let base = URL(fileURLWithPath: file).deletingLastPathComponent().path
    let path = config.stylesPath ?? "styles"
    let styles = path.hasPrefix("/") ? path : "\(base)/\(path)"
    var (accepted, rejected): ([String], [String]) = ([], [])
    for name in config.vocabularies {
      for folder in ["\(styles)/config/vocabularies/\(name)", "\(styles)/Vocab/\(name)"] {
        accepted += Self.words("\(folder)/accept.txt")
        rejected += Self.words("\(folder)/reject.txt")
      }
    }
    for style in config.styles {
      if style == "Vale" {
        sources.addBuiltIn(accepted: accepted, rejected: rejected, config: number)
        continue
      }
      let files = try Self.rules(in: "\(styles)/\(style)")
      if files.isEmpty {
        sources.addProblem(
          Problem(
            .notFound, "There is no style “\(style)” in \(path).",
            help: "Correct `StylesPath`, or fetch the style with Vale.", at: Place(file: file)))
      }
      sources.addRules(files, style: style, isVale: true, config: number, accepted: accepted)
    }
  }

  private static func rules(in folder: String) throws(Problem) -> [CheckFile] {
    var files: [CheckFile] = []
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".yml") && !name.hasPrefix(".") {
      files.append(CheckFile(name, try readText("\(folder)/\(name)"), file: "\(folder)/\(name)"))
    }
    return files
  }

  private static func folders(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The name of a style: that of its folder, whatever way leads there.
  private static func name(of path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
  }

  /// The lines of a vocabulary.
  private static func words(_ file: String) -> [String] {
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    return text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter {
        !$0.isEmpty && !$0.hasPrefix("#")
      }
  }
}
