extension MailBytes {
  /// Turns bytes of `charset` into UTF-8; a sentence when the charset is not known.
  mutating func readCharset(_ charset: String) -> String? {
    switch charset {
    case "utf-8", "utf8", "us-ascii", "ascii": return nil
    case "iso-8859-1", "latin1", "windows-1252", "cp1252", "iso-8859-15":
      var out = MailBytes()
      for (byte, origin) in zip(bytes, origins) {
        out.add(Self.western(byte, euro: charset == "iso-8859-15"), from: origin)
      }
      self = out
      return nil
    default:
      return "The charset “\(charset)” is not known; the mail was read as UTF-8."
    }
  }

  /// A byte of Windows-1252, which browsers and mail programs read for ISO 8859-1 too.
  private static func western(_ byte: UInt8, euro: Bool) -> String.UTF8View {
    if euro, byte == 0xA4 { return "€".utf8 }
    let scalar = (0x80...0x9F).contains(byte) ? windows[Int(byte) - 0x80] : UInt32(byte)
    return String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8
  }

  private static let windows: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  /// The text of an HTML part: without tags, styles and scripts, with a line for each block.
  var withoutTags: MailBytes {
    var out = MailBytes()
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "<"):
        let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
        let name = String(
          decoding: bytes[(at + 1)..<end].prefix { $0 > 32 }, as: UTF8.self
        ).lowercased()
        if Self.breaks.contains(name) { out.add("\n".utf8, from: origins[at]) }
        at = Self.hides.contains(name) ? skip(name, from: end) : min(end + 1, bytes.count)
      case UInt8(ascii: "&"):
        let end = bytes[at...].prefix(12).firstIndex(of: UInt8(ascii: ";")) ?? at
        let name = String(decoding: bytes[min(at + 1, end)..<end], as: UTF8.self)
        out.add(Self.entity(name)?.utf8 ?? "&".utf8, from: origins[at])
        at = Self.entity(name) == nil ? at + 1 : end + 1
      default:
        out.add(bytes[at], from: Int(origins[at]))
        at += 1
      }
    }
    return out
  }

  private func skip(_ name: String, from start: Int) -> Int {
    let close = Array("</\(name)".utf8)
    var at = start
    while at + close.count <= bytes.count {
      if bytes[at..<(at + close.count)].map({ $0 | 32 }).elementsEqual(close.map { $0 | 32 }) {
        return (bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
      }
      at += 1
    }
    return bytes.count
  }

  private static let hides: Set<String> = ["style", "script", "head", "title"]
  private static let breaks: Set<String> = [
    "br", "br/", "/p", "/div", "/li", "/tr", "/h1", "/h2", "/h3", "/h4", "/ul", "/ol", "p", "hr",
  ]

  private static func entity(_ name: String) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos", "rsquo", "#39": return "'"
    case "nbsp", "#160": return " "
    case "ndash": return "–"
    case "mdash": return "—"
    case "hellip": return "…"
    case "euro": return "€"
    default:
      guard name.hasPrefix("#") else { return nil }
      let code =
        name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
  }
}
