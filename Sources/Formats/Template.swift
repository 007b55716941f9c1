import Mustache
package import RapportKit

/// A Mustache template, of plain text unless its values are to be escaped for HTML; an absent value never prints.
///
///     let template = try Template("Hello {{name}}.", file: "hello.md")
///     try template.render(with: ["name": "Ann & Bo"])  // "Hello Ann & Bo."
///
/// Names that are not among the values print nothing: hold `tags` against what is known before rendering.
/// Changed delimiters and names of partials that come from values are refused, so that `tags` tells all.
package struct Template: Sendable {
  /// The text as written.
  package let text: String
  /// The file as the person knows it.
  package let file: String
  /// Its tags in the order of the text, comments and closing tags left out.
  package let tags: [Tag]

  private let parsed: MustacheTemplate

  /// Parses `text`; what cannot be read is a problem with its line and column in `file`.
  ///
  /// - Parameter escaping: whether values are escaped for HTML.
  package init(_ text: String, file: String, escaping: Bool = false) throws(Problem) {
    self.text = text
    self.file = file
    tags = try TemplateScan(text, file: file).tags()
    do {
      parsed = try MustacheTemplate(
        string: (escaping ? Self.html : Self.plain) + text.endingInNewline)
    } catch let error as MustacheTemplate.ParserError {
      throw Problem(
        .badFile, "This template cannot be read: \(Self.reason(error.error)).",
        help: "A tag is `{{name}}`, `{{#name}}…{{/name}}`, `{{^name}}…{{/name}}` or `{{>part}}`.",
        at: Place(
          file: file, line: error.context.lineNumber - 1, column: error.context.columnNumber))
    } catch {
      throw Problem(.badFile, "This template cannot be read: \(error).", at: Place(file: file))
    }
  }

  /// The names of the partials it includes.
  package var partials: [String] { tags.filter { $0.kind == .partial }.map(\.name) }

  /// The text with `values` for its names and `partials` for the templates it includes.
  package func render(
    with values: [String: TemplateValue], partials: [String: Template] = [:]
  ) -> String {
    let library = MustacheLibrary(templates: partials.mapValues(\.parsed))
    let text = parsed.render(TemplateBox(.map(values)), library: library)
    return self.text.hasSuffix("\n") ? text : String(text.dropLast(text.hasSuffix("\n") ? 1 : 0))
  }

  /// Without it, swift-mustache escapes for HTML; partials start over, so every source carries it.
  private static let plain = "{{%CONTENT_TYPE: TEXT}}\n"
  private static let html = "{{%CONTENT_TYPE: HTML}}\n"

  private static func reason(_ error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "a section is closed under another name"
    case .expectedSectionEnd: "a section is not closed"
    case .unfinishedName: "a tag is not finished, or its name holds a character no name has"
    default: "the tag here is not one of Mustache's"
    }
  }
}

/// A value as swift-mustache asks for it. Every answer goes through here, so that nothing prints "nil".
private struct TemplateBox: MustacheParent, MustacheCustomRenderable {
  let value: TemplateValue

  init(_ value: TemplateValue) { self.value = value }

  var renderText: String { if case .text(let text) = value.content { text } else { "" } }

  /// Whether the section is left out.
  var isNull: Bool {
    switch value.content {
    case .absent, .flag(false): true
    case .text, .flag(true), .list: false
    }
  }

  func child(named name: String) -> Any? {
    guard let child = value.children[name] else { return nil }
    if case .list(let rows) = child.content { return rows.map(TemplateBox.init) }
    return TemplateBox(child)
  }
}

extension String {
  /// A partial without a last newline would glue to the line after it.
  fileprivate var endingInNewline: String { hasSuffix("\n") ? self : self + "\n" }
}
