import Glibc
package import RapportKit

/// Lets a person write in their own editor.
package enum Editor {
  /// Opens `text` in `$VISUAL`, else `$EDITOR`, else `vi`, and gives what it has become, without the last line's end.
  ///
  /// An editor that cannot be started, or that ends with an error, is a problem; `text` is then unchanged.
  ///
  /// - Parameter suffix: the ending of the file's name, by which editors know Markdown.
  package static func edit(
    _ text: String, suffix: String = ".md", environment: [String: String]
  ) throws(Problem) -> String {
    let editor =
      [environment["VISUAL"], environment["EDITOR"]].lazy.compactMap(\.self)
      .first { !$0.isEmpty } ?? "vi"
    let folder = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    // Safe because the six letters are what mkstemps asks for, and puts the file's own in the place of.
    var name = Array("\(folder)/rapport-XXXXXX\(suffix)".utf8CString)
    let descriptor = mkstemps(&name, Int32(suffix.utf8.count))
    guard descriptor >= 0 else {
      throw Problem(
        .unreadable, "No file for the editor could be made in \(folder).",
        help: "Make room there, or set TMPDIR to another folder.")
    }
    let file = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(file) }
    let failed = Files.write(text.isEmpty ? "" : text + "\n", to: descriptor)
    close(descriptor)
    // $EDITOR may hold arguments, as in "code --wait"; the shell takes it apart.
    // Its screen is the terminal, even when our standard output goes to a file.
    let status =
      failed == nil
      ? Spawn.run(
        ["/bin/sh", "-c", "exec \(editor) \"$1\"", "sh", file], output: isatty(1) == 1 ? nil : 2)
      : nil
    guard status == 0, let bytes = Files.read(file) else {
      throw Problem(
        "editor", "The editor (\(editor)) did not end well; the text is as it was.",
        help: "Set VISUAL or EDITOR to an editor that is installed.")
    }
    var edited = String(decoding: bytes, as: UTF8.self)
    if edited.last?.isNewline == true { edited.removeLast() }
    return edited
  }
}
