import Drafting
import Formats
import Foundation
import PluginHost
import RapportKit

/// A text to be checked, with what is known about the file it comes from.
struct CheckInput {
  /// The file as the person named it; `-` for standard input.
  let path: String
  /// What is checked.
  let text: String
  /// How it is written.
  let format: TextFormat
  /// What is odd about it, as sentences.
  private(set) var notes: [String] = []
  /// The mail it was taken out of.
  private var mail: Mail?

  /// The endings of files that are looked for in folders.
  static let endings = ["md", "markdown", "txt", "text", "eml"]

  /// Reads `path`.
  static func read(_ path: String) throws(Problem) -> CheckInput {
    if path == "-" {
      let data = FileHandle.standardInput.readDataToEndOfFile()
      return CheckInput(path, Array(data), .markdown)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Problem(
        .unreadable, "This file cannot be read.", help: "Does it exist, and may you read it?",
        at: Place(file: path))
    }
    switch ending(path) {
    case "eml": return CheckInput(path, Mail(Array(data)))
    case "txt", "text": return CheckInput(path, Array(data), .plain)
    default: return CheckInput(path, Array(data), .markdown)
    }
  }

  /// A text that somebody pasted.
  init(pasted text: String) {
    path = "-"
    self.text = text
    format = .plain
  }

  private init(_ path: String, _ mail: Mail) {
    self.path = path
    self.mail = mail
    text = mail.text
    format = .plain
    notes = mail.notes
  }

  private init(_ path: String, _ bytes: [UInt8], _ format: TextFormat) {
    self.path = path
    self.format = format
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if let valid = String(validating: bytes, as: UTF8.self) {
      text = valid
    } else {
      text = String(decoding: bytes, as: UTF8.self)
      notes.append("This is not all UTF-8; what is not stands as � and was checked around.")
    }
    if bytes.contains(0) { notes.append("There is a NUL in this file. Is it a text?") }
  }

  private static func ending(_ path: String) -> String {
    path.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() ?? ""
  }

  /// Whether the file can be written anew from the text.
  var isWhole: Bool { mail == nil && path != "-" && notes.isEmpty }

  /// The report with its places in the file.
  func placed(_ report: CheckReport) -> CheckReport {
    guard let mail else { return report }
    var report = report
    for index in report.findings.indices {
      let finding = report.findings[index]
      (report.findings[index].line, report.findings[index].column) = mail.place(
        line: finding.line, column: finding.column)
    }
    for index in report.speech.indices {
      if let line = report.speech[index].line, let column = report.speech[index].column {
        (report.speech[index].line, report.speech[index].column) = mail.place(
          line: line, column: column)
      }
    }
    return report
  }

  /// The files that `paths` name: folders stand for the texts below them, in order, without hidden ones.
  static func files(_ paths: [String]) throws(Problem) -> [String] {
    var files: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        files.append(path)
        continue
      }
      let found = below(path)
      guard !found.isEmpty || paths.count > 1 else {
        throw Problem(
          .notFound, "There is no text in “\(path)”.",
          help: "Looked for: \(endings.map { ".\($0)" }.joined(separator: ", ")).")
      }
      files += found
    }
    return files
  }

  private static func below(_ folder: String, depth: Int = 0) -> [String] {
    let base = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().flatMap { name -> [String] in
      let path = "\(base)/\(name)"
      guard !name.hasPrefix(".") else { return [] }
      if endings.contains(ending(name)) { return [path] }
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      // A link back up would never end; nobody keeps messages this deep.
      guard isThere, isFolder.boolValue, depth < 16 else { return [] }
      return below(path, depth: depth + 1)
    }
  }
}
