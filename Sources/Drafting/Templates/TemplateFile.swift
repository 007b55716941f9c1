import RapportKit

/// A file of a plugin's `templates/` folder.
package struct TemplateFile: Sendable, Hashable {
  /// Its text.
  package var text: String
  /// The file as the person knows it.
  package var file: String

  /// A template's text and where it stands.
  package init(_ text: String, file: String) {
    self.text = text
    self.file = file
  }
}

/// What a template file's name says: `message.email.warm.de` is the message `message`, by email, in the tone `warm`,
/// in German.
struct TemplateName: Hashable {
  /// The message.
  var id: String
  /// Where it goes.
  var channel: Channel
  /// What follows: a tone, a language, both or nothing.
  var variants: [String]

  /// Reads a name without `.md`; nil for a part, whose name has no channel.
  init?(_ name: String) {
    let parts = name.split(separator: ".").map(String.init)
    guard parts.count >= 2, let channel = Channel(rawValue: parts[1]) else { return nil }
    id = parts[0]
    self.channel = channel
    variants = Array(parts.dropFirst(2))
  }

  /// The names of `id` in `channel`, the best for `tone` and `language` first.
  static func candidates(_ id: String, _ channel: Channel, tone: String?, language: String?)
    -> [String]
  {
    let base = "\(id).\(channel.rawValue)"
    let twin = language.map { ".\($0)" }
    return [
      tone.map { "\(base).\($0)\(twin ?? "")" }, twin.map { base + $0 },
      tone.map { "\(base).\($0)" }, base,
    ].compactMap(\.self)
  }
}
