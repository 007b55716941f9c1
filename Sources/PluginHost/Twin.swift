/// The same file in another language: `message.email.de.md` stands for `message.email.md`.
enum Twin {
  /// The name of the twin of `path` in `language`.
  static func path(_ language: String, of path: String) -> String {
    guard let dot = path.lastIndex(of: ".") else { return "\(path).\(language)" }
    return "\(path[..<dot]).\(language)\(path[dot...])"
  }

  /// Puts the twin in the first of `languages` that has one under the plain name, and leaves the other twins out.
  static func chosen(from files: [String: String], for languages: [String]) -> [String: String] {
    var chosen = files
    for language in languages.reversed() {
      for (name, file) in files {
        guard let twin = taken(name), twin.language == language else { continue }
        chosen[twin.plain] = file
        // A tone that is not written in this language gives way to the plain tone that is.
        for variant in variants(of: twin.plain, in: files)
        where files[path(language, of: variant)] == nil {
          chosen[variant] = nil
        }
      }
    }
    for name in files.keys {
      if let twin = taken(name), chosen[twin.plain] != nil { chosen[name] = nil }
    }
    return chosen
  }

  /// The plain name and the language of a name that has one before its ending: two letters, a region at most.
  static func taken(_ name: String) -> (plain: String, language: String)? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 2, isLanguage(parts[parts.count - 2]) else { return nil }
    let plain = parts.dropLast(2) + [parts[parts.count - 1]]
    return (plain.joined(separator: "."), String(parts[parts.count - 2]))
  }

  private static func isLanguage(_ text: Substring) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, first.count == 2, parts.count <= 2 else { return false }
    return first.allSatisfy { (0x61...0x7a).contains($0) }
      && parts.dropFirst().allSatisfy {
        $0.count == 2 && $0.allSatisfy { (0x41...0x5a).contains($0) }
      }
  }

  /// The names that say more than `plain` does: `message.email.warm.md` of `message.email.md`.
  private static func variants(of plain: String, in files: [String: String]) -> [String] {
    guard let dot = plain.lastIndex(of: ".") else { return [] }
    return files.keys.filter {
      $0.hasPrefix("\(plain[..<dot]).") && $0.hasSuffix(plain[dot...]) && $0 != plain
        && taken($0) == nil
    }
  }
}
