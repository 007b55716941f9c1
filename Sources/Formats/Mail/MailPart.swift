/// A part of a mail: its headers and its body.
struct MailPart {
  private var headers: [String: String] = [:]
  private let body: ArraySlice<UInt8>
  private static let deepest = 10

  /// Parts headers and body at the first empty line.
  init(_ bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex
    var name: String?
    while at < bytes.endIndex {
      let end = bytes[at...].firstIndex(of: 10) ?? bytes.endIndex
      let line = String(decoding: bytes[at..<end], as: UTF8.self)
      let next = min(end + 1, bytes.endIndex)
      let isFolded = line.first == " " || line.first == "\t"
      let text = line.trimmed
      if text.isEmpty || !isFolded && !text.contains(":") {
        // What is no header is the text already.
        at = text.isEmpty ? next : at
        break
      }
      if isFolded, let name {
        headers[name, default: ""] += " " + text
      } else if let colon = text.firstIndex(of: ":") {
        name = text[..<colon].lowercased()
        headers[name ?? ""] = text[text.index(after: colon)...].trimmed
      }
      at = next
    }
    body = bytes[at...]
  }

  /// `text/plain`, when nothing else is said.
  var type: String {
    let type = headers["content-type"]?.prefix { $0 != ";" }.trimmed.lowercased() ?? ""
    return type.isEmpty ? "text/plain" : type
  }

  /// The charset in lower case.
  var charset: String { parameter("charset")?.lowercased() ?? "utf-8" }

  private var isAttached: Bool {
    headers["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false
  }

  /// A parameter of the content type.
  private func parameter(_ name: String) -> String? {
    for part in (headers["content-type"] ?? "").split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].trimmed.lowercased() == name else { continue }
      let value = pair[1].trimmed
      return value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : value
    }
    return nil
  }

  /// The part a person reads: the plain text before the HTML.
  func readable(depth: Int) -> MailPart? {
    guard depth < Self.deepest, !isAttached else { return nil }
    if type == "text/plain" || type == "text/html" { return self }
    guard type.hasPrefix("multipart/"), let boundary = parameter("boundary") else { return nil }
    let found = Self.parts(of: body, boundary).compactMap { $0.readable(depth: depth + 1) }
    return found.first { $0.type == "text/plain" } ?? found.first
  }

  private static func parts(of body: ArraySlice<UInt8>, _ boundary: String) -> [MailPart] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [MailPart] = []
    var start: Int?
    var at = body.startIndex
    while at < body.endIndex {
      let end = body[at...].firstIndex(of: 10) ?? body.endIndex
      let next = min(end + 1, body.endIndex)
      if body[at..<end].starts(with: mark) {
        let rest = String(decoding: body[(at + mark.count)..<end], as: UTF8.self).trimmed
        if rest.isEmpty || rest == "--" {
          if let start { parts.append(MailPart(body[start..<at])) }
          start = rest.isEmpty ? next : nil
        }
      }
      at = next
    }
    if let start { parts.append(MailPart(body[start...])) }
    return parts
  }

  /// The body without its transfer encoding.
  var decoded: MailBytes {
    switch headers["content-transfer-encoding"]?.lowercased() {
    case "quoted-printable": Self.quotedPrintable(body)
    case "base64": Self.base64(body)
    default: MailBytes(body)
    }
  }

  private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> MailBytes {
    func digit(_ index: Int) -> UInt8? {
      guard index < body.endIndex else { return nil }
      switch body[index] {
      case 48...57: return body[index] - 48
      case 65...70, 97...102: return (body[index] | 32) - 87
      default: return nil
      }
    }
    var out = MailBytes()
    var at = body.startIndex
    while at < body.endIndex {
      guard body[at] == UInt8(ascii: "=") else {
        out.add(body[at], from: at)
        at += 1
        continue
      }
      if let high = digit(at + 1), let low = digit(at + 2) {
        out.add(high << 4 | low, from: at)
        at += 3
      } else {
        // A line's end that is none.
        var end = at + 1
        while end < body.endIndex, [9, 13, 32].contains(body[end]) { end += 1 }
        if end < body.endIndex, body[end] == 10 {
          at = end + 1
        } else {
          out.add(body[at], from: at)
          at += 1
        }
      }
    }
    return out
  }

  private static func base64(_ body: ArraySlice<UInt8>) -> MailBytes {
    var out = MailBytes()
    var bits: UInt32 = 0
    var count = 0
    for at in body.indices {
      let value: UInt8
      switch body[at] {
      case 65...90: value = body[at] - 65
      case 97...122: value = body[at] - 71
      case 48...57: value = body[at] + 4
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="): return out
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        out.add(UInt8(truncatingIfNeeded: bits >> UInt32(count)), from: at)
      }
    }
    return out
  }
}
