import Foundation

/// One answer: given, skipped or unknown. A question without an `Answer` is missing.
public struct Answer: Sendable, Hashable {
  /// What became of the question.
  public enum State: Sendable, Hashable {
    /// Answered.
    case given(Value)
    /// Left out of the message.
    case skipped
    /// Not known yet, and said so, with when there will be news.
    case unknown(news: Moment?)
  }

  /// Where an answer comes from.
  public enum Origin: String, Sendable, Hashable, Codable {
    /// Typed at its question.
    case typed
    /// Read out of the first sentence, or out of another answer.
    case text
    /// Given by `--set` or a flag.
    case flag
    /// Given by an answers file.
    case file
    /// Known from the records.
    case record
    /// The question's default.
    case byDefault = "default"
  }

  /// What became of the question.
  public var state: State
  /// Where it comes from.
  public var origin: Origin
  /// What was written, to the letter; nothing a person typed is lost.
  public var raw: String

  /// An answer in `state`.
  public init(_ state: State, origin: Origin = .typed, raw: String = "") {
    self.state = state
    self.origin = origin
    self.raw = raw
  }

  /// A given answer.
  public static func given(_ value: Value, origin: Origin = .typed, raw: String = "") -> Answer {
    Answer(.given(value), origin: origin, raw: raw)
  }

  /// The value of a given answer.
  public var value: Value? { if case .given(let value) = state { value } else { nil } }

  /// Whether it was said that this is not known yet.
  public var isUnknown: Bool { if case .unknown = state { true } else { false } }
}

/// The answers of one run, by question id, in the order they came.
///
///     answers["repair"]?.value      // .commitment(…)
///     answers.text("cause")         // "I released an update without testing it"
///     let mistake = try answers.decode(Mistake.self)
public struct Answers: Sendable, Hashable {
  /// The question ids, in the order they were answered.
  public private(set) var ids: [String] = []
  private var byID: [String: Answer] = [:]

  /// No answers.
  public init() {}

  /// The answer of `id`; setting nil makes it missing again.
  public subscript(id: String) -> Answer? {
    get { byID[id] }
    set {
      if let newValue {
        if byID.updateValue(newValue, forKey: id) == nil { ids.append(id) }
      } else if byID.removeValue(forKey: id) != nil {
        ids.removeAll { $0 == id }
      }
    }
  }

  /// Whether nothing has been answered.
  public var isEmpty: Bool { ids.isEmpty }

  /// Adds `other`'s answers; where both have one, `other`'s stands.
  public mutating func merge(_ other: Answers) {
    for id in other.ids { self[id] = other[id] }
  }

  /// The given text, choice or name of `id`.
  public func text(_ id: String) -> String? {
    switch self[id]?.value {
    case .text(let text), .choice(let text): text
    case .customer(let named), .person(let named): named.name
    case .commitment(let commitment): commitment.text
    default: nil
    }
  }

  /// The given values as one JSON object; skipped and unknown answers are left out.
  public var node: Node {
    Node(.map(ids.compactMap { id in self[id]?.value.map { Node.Entry(id, $0.node) } }))
  }

  /// Decodes the given values into a plugin's own type, whose optional properties may be unanswered.
  ///
  /// A mismatch is a `brokenPlugin` problem: the manifest's questions and the type have drifted apart.
  public func decode<T: Decodable>(_ type: T.Type) throws(Problem) -> T {
    do {
      return try JSONDecoder().decode(type, from: Data(node.json.utf8))
    } catch {
      throw Problem(
        .brokenPlugin, "The answers do not fit \(type): \(error).",
        help: "Make the manifest's questions and the type agree.")
    }
  }
}

extension Node {
  /// The value as compact JSON, keys in their order.
  public var json: String {
    switch value {
    case .null: return "null"
    case .number(let number) where !number.isFinite: return "null"
    case .bool, .number: return text ?? "null"
    case .text(let text): return Self.quoted(text)
    case .list(let nodes): return "[" + nodes.map(\.json).joined(separator: ",") + "]"
    case .map(let entries):
      return "{" + entries.map { Self.quoted($0.key) + ":" + $0.value.json }.joined(separator: ",")
        + "}"
    }
  }

  /// `text` as a JSON string: quotes, backslashes and control characters escaped (RFC 8259, section 7).
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
