/// What stands for a name in a template: a text, a switch or rows, and names of its own below it.
///
///     TemplateValue("an update", children: ["who": "Dana"])  // {{cause}} and {{cause.who}}
///     TemplateValue(.absent, children: ["unknown": "I do not know yet"])  // {{#cause}} is false
package struct TemplateValue: Sendable, Hashable {
  /// What a name shows and whether its section is written.
  package enum Content: Sendable, Hashable {
    /// Shows nothing; its section is left out.
    case absent
    /// Shows the text; its section is written.
    case text(String)
    /// Shows nothing; its section is written when it is true.
    case flag(Bool)
    /// Its section is written once for each row; none counts as absent.
    case list([TemplateValue])
  }

  /// What the name itself shows.
  package var content: Content
  /// The names below it: `{{cause.unknown}}`.
  package var children: [String: TemplateValue]

  /// A value with names below it.
  package init(_ content: Content, children: [String: TemplateValue] = [:]) {
    self.content = content
    self.children = children
  }

  /// A text, or an absent value for nil.
  package init(_ text: String?, children: [String: TemplateValue] = [:]) {
    self.init(text.map(Content.text) ?? .absent, children: children)
  }

  /// Names alone: `{{me.name}}`. Its section is written.
  package static func map(_ children: [String: TemplateValue]) -> TemplateValue {
    TemplateValue(.flag(true), children: children)
  }
}

extension TemplateValue: ExpressibleByStringLiteral {
  /// A text.
  package init(stringLiteral value: String) { self.init(value) }
}
