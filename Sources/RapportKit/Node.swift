/// A value with its place in a file: what YAML and JSON become before anything decodes them.
///
///     let node = try YAML.read("name: Acme", from: "customer.yaml")
///     node["name"]?.text  // "Acme"
///
/// YAML scalars are `.text` (12:30 is not 750, `no` is not false); JSON keeps its numbers and booleans.
/// Two nodes are equal when their values are; places do not count.
public struct Node: Sendable {
  /// What a node holds.
  public enum Content: Sendable, Hashable {
    /// Nothing: JSON's null, YAML's `~`.
    case null
    /// A boolean from JSON or from code.
    case bool(Bool)
    /// A number from JSON or from code.
    case number(Double)
    /// A scalar of YAML, or a string.
    case text(String)
    /// A sequence.
    case list([Node])
    /// A mapping, in the order it was written.
    case map([Entry])
  }

  /// One key of a mapping with its value.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public var key: String
    /// Where the key stands.
    public var place: Place?
    /// The value.
    public var value: Node

    /// Pairs `key` with `value`.
    public init(_ key: String, _ value: Node, at place: Place? = nil) {
      self.key = key
      self.value = value
      self.place = place
    }

    /// Keys and values alone are compared.
    public static func == (a: Entry, b: Entry) -> Bool { a.key == b.key && a.value == b.value }

    /// Keys and values alone are hashed.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(key)
      hasher.combine(value)
    }
  }

  /// What it holds.
  public var value: Content
  /// Where it stands; nil for a value made by code.
  public var place: Place?

  /// Wraps `value`.
  public init(_ value: Content, at place: Place? = nil) {
    self.value = value
    self.place = place
  }
}

extension Node: Hashable {
  /// Values alone are compared.
  public static func == (a: Node, b: Node) -> Bool { a.value == b.value }

  /// Values alone are hashed.
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension Node: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByNilLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self.init(.text(value)) }
  /// A boolean.
  public init(booleanLiteral value: Bool) { self.init(.bool(value)) }
  /// A number.
  public init(integerLiteral value: Int) { self.init(.number(Double(value))) }
  /// Nothing.
  public init(nilLiteral: ()) { self.init(.null) }
  /// A list.
  public init(arrayLiteral elements: Node...) { self.init(.list(elements)) }
  /// A mapping.
  public init(dictionaryLiteral elements: (String, Node)...) {
    self.init(.map(elements.map { Entry($0.0, $0.1) }))
  }
}

extension Node {
  /// A text node, or null for nil.
  public static func text(_ string: String?) -> Node { Node(string.map(Content.text) ?? .null) }
  /// A number node, or null for nil.
  public static func number(_ number: Double?) -> Node { Node(number.map(Content.number) ?? .null) }
  /// A number node, or null for nil.
  public static func number(_ number: Int?) -> Node { .number(number.map(Double.init)) }
  /// A list node.
  public static func list(_ nodes: [Node]) -> Node { Node(.list(nodes)) }
  /// A mapping without the keys whose value is null.
  public static func compact(_ pairs: KeyValuePairs<String, Node>) -> Node {
    Node(.map(pairs.filter { !$0.1.isNull }.map { Entry($0.0, $0.1) }))
  }

  /// Whether it holds nothing.
  public var isNull: Bool { value == .null }

  /// The text of a scalar: a string as it is, a number without a needless fraction, `true` or `false`.
  public var text: String? {
    switch value {
    case .text(let text): text
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .bool(let bool): bool ? "true" : "false"
    case .null, .list, .map: nil
    }
  }

  /// The whole number, of a number or of a text that is one.
  public var int: Int? { text.flatMap { Int($0) } }

  /// The boolean, of a boolean or of `true`, `false`, `yes`, `no`.
  public var bool: Bool? {
    switch value {
    case .bool(let bool): bool
    case .text("true"), .text("yes"): true
    case .text("false"), .text("no"): false
    default: nil
    }
  }

  /// The elements of a list; nil for anything else.
  public var list: [Node]? {
    if case .list(let nodes) = value { nodes } else { nil }
  }

  /// The entries of a mapping; nil for anything else.
  public var entries: [Entry]? {
    if case .map(let entries) = value { entries } else { nil }
  }

  /// The value of `key` in a mapping. Setting nil removes the key.
  public subscript(key: String) -> Node? {
    get { entries?.first { $0.key == key }?.value }
    set {
      var entries = self.entries ?? []
      let index = entries.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let new?): entries[index].value = new
      case (let index?, nil): entries.remove(at: index)
      case (nil, let new?): entries.append(Entry(key, new))
      case (nil, nil): return
      }
      value = .map(entries)
    }
  }
}
