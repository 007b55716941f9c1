import RapportKit

/// Reads the JSON that `Node.json` wrote, with its keys in their order (RFC 8259).
///
///     try JSONText.read(#"{"b":1,"a":[true,null]}"#).json  // {"b":1,"a":[true,null]}
///
/// What was written here is read here, so a mistake in it means damage: `JSONText.Damage`.
enum JSONText {
  /// The text is not JSON.
  struct Damage: Error {}

  static func read(_ text: String) throws(Damage) -> Node {
    if text == "{}" { return [:] }
    var text = text
    var reader = Reader(bytes: text.withUTF8 { Array($0) })
    let node = try reader.value()
    guard reader.at == reader.bytes.count else { throw Damage() }
    return node
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    mutating func value() throws(Damage) -> Node {
      skipSpace()
      defer { skipSpace() }
      switch peek {
      case UInt8(ascii: "{"): return try map()
      case UInt8(ascii: "["): return try list()
      case UInt8(ascii: "\""): return .text(try string())
      case UInt8(ascii: "t"): return try word("true", true)
      case UInt8(ascii: "f"): return try word("false", false)
      case UInt8(ascii: "n"): return try word("null", nil)
      default: return try number()
      }
    }

    private mutating func map() throws(Damage) -> Node {
      var entries: [Node.Entry] = []
      at += 1
      skipSpace()
      if take("}") { return Node(.map([])) }
      repeat {
        skipSpace()
        let key = try string()
        skipSpace()
        guard take(":") else { throw Damage() }
        entries.append(Node.Entry(key, try value()))
      } while take(",")
      guard take("}") else { throw Damage() }
      return Node(.map(entries))
    }

    private mutating func list() throws(Damage) -> Node {
      var nodes: [Node] = []
      at += 1
      skipSpace()
      if take("]") { return .list([]) }
      repeat { nodes.append(try value()) } while take(",")
      guard take("]") else { throw Damage() }
      return .list(nodes)
    }

    private mutating func string() throws(Damage) -> String {
      guard take("\"") else { throw Damage() }
      var out: [UInt8] = []
      while true {
        let start = at
        while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { at += 1 }
        out.append(contentsOf: bytes[start..<at])
        if take("\"") { return String(decoding: out, as: UTF8.self) }
        guard take("\\") else { throw Damage() }
        try escape(into: &out)
      }
    }

    private mutating func escape(into out: inout [UInt8]) throws(Damage) {
      guard let byte = peek else { throw Damage() }
      at += 1
      switch byte {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "u"):
        // Only control characters are ever written so.
        guard let scalar = Unicode.Scalar(try hex()) else { throw Damage() }
        out.append(contentsOf: Array(String(Character(scalar)).utf8))
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
      default: throw Damage()
      }
    }

    private mutating func hex() throws(Damage) -> UInt32 {
      guard at + 4 <= bytes.count,
        let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
      else { throw Damage() }
      at += 4
      return value
    }

    private mutating func number() throws(Damage) -> Node {
      let start = at
      while let byte = peek, "+-.eE0123456789".utf8.contains(byte) { at += 1 }
      guard let number = Double(String(decoding: bytes[start..<at], as: UTF8.self)) else {
        throw Damage()
      }
      return .number(number)
    }

    private mutating func word(_ word: String, _ node: Node) throws(Damage) -> Node {
      guard bytes[at...].starts(with: word.utf8) else { throw Damage() }
      at += word.utf8.count
      return node
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard peek == UInt8(ascii: character) else { return false }
      at += 1
      return true
    }

    private mutating func skipSpace() {
      while let byte = peek, byte == 0x20 || (0x09...0x0D).contains(byte) { at += 1 }
    }
  }
}
