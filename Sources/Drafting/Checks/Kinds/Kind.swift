import Formats
import RapportKit

/// What a message of a kind is held to: `kinds/apology.yaml`.
///
///     kind: apology
///     label: an apology
///     wants:
///       - element: responsibility
///         label: what we did
///         level: error                     # when it is missing; warning without it
///         message: Nobody says what they did.
///         why: mistakes/own-it#say-what-you-did-in-the-first-person
///         add: "I should have …"           # a sentence to add
///         or: [unknown_yet]                # elements that do as well
///         channels: [email, chat, letter]  # where it is wanted; everywhere without it
///     optional: [forgiveness]              # reported when found, never missed
///     forbids:
///       - {element: blame_shift, level: warning, message: …, why: …, rewrite: …}
///       - {rule: mistakes.any-inconvenience, level: error}
///     limits: {chat: 90, status: 80, why: writing/short-and-plain}   # words
struct Kind: Sendable, Hashable {
  /// An element that must be there.
  struct Want: Sendable, Hashable {
    var element: String
    var label: String
    var level: Finding.Level
    var message: String
    var why: Citation?
    var add: String?
    var channels: [Channel]
    /// Elements that do in its place.
    var others: [String] = []

    /// The element and those that do in its place.
    var elements: [String] { [element] + others }
  }

  /// An element or a rule that must not.
  struct Forbidden: Sendable, Hashable {
    var element: String?
    var rule: String?
    var level: Finding.Level
    var message: String
    var why: Citation?
    var rewrite: String?
  }

  var name: String
  var label: String
  var wants: [Want] = []
  var optional: [String] = []
  var forbids: [Forbidden] = []
  var limits: [Channel: Int] = [:]
  var limitsWhy: Citation?

  /// Reads a kind from its file.
  init(_ text: String, file: String) throws(Problem) {
    let elements = DetectorSet.elements.map(\.name)
    var fields = try Fields(try YAML.read(text, from: file), of: "a kind")
    name = try fields.required("kind").string("the kind's name")
    label = try fields.optional("label")?.string("the label") ?? name
    for node in try fields.optional("wants")?.elements("“wants”") ?? [] {
      wants.append(try Self.want(node, elements))
    }
    for node in try fields.optional("optional")?.elements("“optional”") ?? [] {
      optional.append(try Self.element(node, elements))
    }
    for node in try fields.optional("forbids")?.elements("“forbids”") ?? [] {
      forbids.append(try Self.forbidden(node, elements))
    }
    for entry in fields.optional("limits")?.entries ?? [] {
      if entry.key == "why" {
        limitsWhy = Citation(try entry.value.string("“why”"))
      } else {
        limits[try Self.channel(entry.key, at: entry.place)] = try entry.value.integer("a limit")
      }
    }
    try fields.done()
  }

  private static func want(_ node: Node, _ elements: [String]) throws(Problem) -> Want {
    var fields = try Fields(node, of: "something wanted")
    let element = try element(try fields.required("element"), elements)
    let known = DetectorSet.elements.first { $0.name == element }?.label ?? element
    let label = try fields.optional("label")?.string("the label") ?? known
    var others: [String] = []
    for node in try fields.optional("or")?.elements("“or”") ?? [] {
      others.append(try Self.element(node, elements))
    }
    let want = Want(
      element: element, label: label, level: try level(fields.optional("level")),
      message: try fields.optional("message")?.string("the message")
        ?? "\(label.capitalizedFirst) is missing.",
      why: try fields.optional("why")?.string("“why”").citation,
      add: try fields.optional("add")?.string("the sentence to add"),
      channels: try channels(fields.optional("channels")), others: others)
    try fields.done()
    return want
  }

  private static func forbidden(_ node: Node, _ elements: [String]) throws(Problem) -> Forbidden {
    var fields = try Fields(node, of: "something forbidden")
    var element: String?
    if let node = fields.optional("element") { element = try Self.element(node, elements) }
    let rule = try fields.optional("rule")?.string("the rule")
    guard (element == nil) != (rule == nil) else {
      throw Problem(
        .badFile, "Something forbidden is an element or a rule.",
        help: "Write `element: …` or `rule: …`, one of them.", at: node.place)
    }
    let forbidden = Forbidden(
      element: element, rule: rule, level: try level(fields.optional("level")),
      message: try fields.optional("message")?.string("the message")
        ?? "This has \(DetectorSet.elements.first { $0.name == element }?.label ?? "what it should not").",
      why: try fields.optional("why")?.string("“why”").citation,
      rewrite: try fields.optional("rewrite")?.string("the rewrite"))
    try fields.done()
    return forbidden
  }

  private static func element(_ node: Node, _ elements: [String]) throws(Problem) -> String {
    let name = try node.string("the element")
    guard elements.contains(name) else {
      throw Problem(
        .badFile, "There is no element “\(name)”.",
        help: name.nearest(in: elements).map { "Did you mean “\($0)”?" }
          ?? "There are: \(elements.joined(separator: ", ")).", at: node.place)
    }
    return name
  }

  private static func level(_ node: Node?) throws(Problem) -> Finding.Level {
    guard let node else { return .warning }
    guard let level = Finding.Level(rawValue: try node.string("the level")) else {
      throw Problem(
        .badFile, "A level is `hint`, `warning` or `error`.", help: "Write one of them.",
        at: node.place)
    }
    return level
  }

  private static func channels(_ node: Node?) throws(Problem) -> [Channel] {
    var channels: [Channel] = []
    for text in try node?.strings("the channels") ?? [] {
      channels.append(try channel(text, at: node?.place))
    }
    return channels
  }

  private static func channel(_ text: String, at place: Place?) throws(Problem) -> Channel {
    if let channel = Channel(rawValue: text) { return channel }
    let names = Channel.allCases.map(\.rawValue)
    throw Problem(
      .badFile, "There is no channel “\(text)”.",
      help: text.nearest(in: names).map { "Did you mean “\($0)”?" }
        ?? "There are: \(names.joined(separator: ", ")).", at: place)
  }
}
