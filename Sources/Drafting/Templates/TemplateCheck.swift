import Formats
package import RapportKit

extension Templates {
  /// Holds every template against the names its commands know: a name nobody gives, a missing part, or a value that
  /// may be absent outside its section is a problem with its place; the rest follow in `also`.
  package static func check(_ files: [String: TemplateFile], for commands: [Command])
    throws(Problem)
  {
    var check = TemplateCheck(files: files)
    for command in commands {
      for draft in command.drafts {
        check.message(
          draft.id, known: .of(command, when: draft.when), place: command.place)
      }
      for save in command.saves {
        check.line(save.title, known: .of(command, when: save.when), place: command.place)
      }
      for step in command.next {
        let shape = TemplateShape.of(command, when: step.when)
        check.line(step.action, known: shape, place: command.place)
        if let draft = step.draft { check.message(draft, known: shape, place: command.place) }
      }
    }
    // What no command names is held against all of them: code may fill it.
    let union = TemplateShape.map(
      Dictionary(
        commands.flatMap { TemplateShape.of($0).children.map { ($0.key, $0.value) } },
        uniquingKeysWith: { first, _ in first }))
    for name in files.keys.sorted() where TemplateName(name) != nil && !check.seen.contains(name) {
      check.template(name, known: union)
    }
    if let first = check.problems.first {
      var problem = first
      problem.also = Array(check.problems.dropFirst())
      throw problem
    }
  }
}

/// Collects what is wrong with templates.
struct TemplateCheck {
  let files: [String: TemplateFile]
  var problems: [Problem] = []
  /// The templates and parts that have been held against some command.
  var seen: Set<String> = []

  init(files: [String: TemplateFile]) { self.files = files }

  mutating func message(_ id: String, known: TemplateShape, place: Place?) {
    let names = files.keys.filter { TemplateName($0)?.id == id }.sorted()
    if names.isEmpty {
      let ids = Set(files.keys.compactMap(TemplateName.init).map(\.id)).sorted()
      report(
        Problem(
          .brokenPlugin, "There is no template “\(id)”.",
          help: id.nearest(in: ids).map { "Did you mean “\($0)”?" }
            ?? "Add `templates/\(id).email.md`.", at: place))
    }
    for name in names { template(name, known: known) }
  }

  mutating func template(_ name: String, known: TemplateShape) {
    guard let file = files[name] else { return }
    seen.insert(name)
    walk(file.text, file: file.file, known: known, around: [], chain: [name])
  }

  /// A line of a manifest: what is wrong in it is placed at the command, whose line is known.
  mutating func line(_ text: String, known: TemplateShape, place: Place?) {
    var own = TemplateCheck(files: files)
    own.walk(text, file: place?.file ?? "a line", known: known, around: [], chain: [])
    for problem in own.problems {
      var problem = problem
      if problem.place?.file == place?.file { problem.place = place }
      report(problem)
    }
  }

  private mutating func walk(
    _ text: String, file: String, known: TemplateShape, around: [Section], chain: [String]
  ) {
    let template: Template
    do { template = try Template(text, file: file) } catch { return report(error) }
    for tag in template.tags {
      var sections = around
      for outer in tag.around {
        sections.append(
          Section(path: resolve(outer.name, in: sections, known), inverted: outer.inverted))
      }
      if tag.kind == .partial {
        part(tag, known: known, around: sections, chain: chain)
      } else if !["", "."].contains(tag.name), !tag.name.hasSuffix(")") {
        // A paragraph of its own falls away whole when its value is absent.
        let alone = chain.count == 1 && Self.isParagraph(tag, of: text)
        name(tag, in: sections, known, alone: alone)
      } else if tag.name.hasSuffix(")"), !["first()", "last()"].contains(tag.name) {
        report(
          Problem(
            .brokenPlugin, "“\(tag.name)” is not known here.",
            help: "In a list, `{{#first()}}` and `{{^last()}}` are.", at: tag.place))
      }
    }
  }

  private mutating func part(
    _ tag: Template.Tag, known: TemplateShape, around: [Section], chain: [String]
  ) {
    let name = Templates.source(of: tag.name, in: files)
    guard let file = files[name] else {
      let parts = files.keys.filter { $0.hasPrefix("parts/") }.map { String($0.dropFirst(6)) }
      report(
        Problem(
          .brokenPlugin, "There is no part “\(tag.name)”.",
          help: tag.name.nearest(in: parts.sorted()).map { "Did you mean “\($0)”?" }
            ?? "Add `templates/parts/\(tag.name).md`.", at: tag.place))
      return
    }
    guard !chain.contains(name) else {
      report(
        Problem(
          .brokenPlugin, "“\(tag.name)” includes itself.", help: "Take one of the two out.",
          at: tag.place))
      return
    }
    seen.insert(name)
    walk(file.text, file: file.file, known: known, around: around, chain: chain + [name])
  }

  /// Whether nothing but `tag` stands between empty lines.
  private static func isParagraph(_ tag: Template.Tag, of text: String) -> Bool {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { String($0).trimmed }
    guard let line = tag.place.line, lines.indices.contains(line - 1) else { return false }
    return lines[line - 1] == "{{\(tag.name)}}" && (line == 1 || lines[line - 2].isEmpty)
      && (line == lines.count || lines[line].isEmpty)
  }

  private mutating func name(
    _ tag: Template.Tag, in sections: [Section], _ known: TemplateShape, alone: Bool
  ) {
    guard let path = resolve(tag.name, in: sections, known) else {
      let names = known.children.flatMap { root, shape in
        [root] + shape.children.keys.map { "\(root).\($0)" }
      }
      report(
        Problem(
          .brokenPlugin, "Nothing gives “\(tag.name)”.",
          help: tag.name.nearest(in: names.sorted()).map { "Did you mean “\($0)”?" }
            ?? "A template may name the command's questions, options and `values`.",
          at: tag.place))
      return
    }
    guard tag.kind == .value, !alone else { return }
    if let missing = unguarded(path, in: sections, known) {
      report(
        Problem(
          .brokenPlugin, "“\(missing)” may be absent, and then this sentence has a hole.",
          help: "Put the sentence between `{{#\(missing)}}` and `{{/\(missing)}}`.", at: tag.place))
    }
  }

  /// The first name on the way to `path` that may be absent and has no section around the tag.
  private func unguarded(_ path: [String], in sections: [Section], _ known: TemplateShape)
    -> String?
  {
    var shapes: [TemplateShape] = []
    var shape = known
    for name in path {
      shape = shape.children[name] ?? TemplateShape()
      shapes.append(shape)
    }
    let first = shapes.lastIndex { $0.detached } ?? 0
    for index in first..<path.count where shapes[index].optional {
      let prefix = Array(path[...index])
      let guarded = sections.contains { section in
        guard let outer = section.path else { return false }
        if !section.inverted { return outer == prefix || outer.starts(with: prefix) }
        // {{^cause}} is the place for {{cause.unknown}}.
        return path.last == "unknown" && outer == Array(path.dropLast())
      }
      if !guarded { return prefix.joined(separator: ".") }
    }
    return nil
  }

  /// The full name that `name` means inside `sections`; nil when nothing gives it.
  private func resolve(_ name: String, in sections: [Section], _ known: TemplateShape) -> [String]?
  {
    let parts = name.split(separator: ".").map(String.init)
    let scopes = sections.reversed().filter { !$0.inverted }.compactMap(\.path) + [[]]
    for scope in scopes {
      guard let base = shape(scope, known), let first = parts.first,
        base.children[first] != nil || (base.open && !scope.isEmpty && known.children[first] == nil)
      else { continue }
      return shape(scope + parts, known) == nil ? nil : scope + parts
    }
    return nil
  }

  private func shape(_ path: [String], _ known: TemplateShape) -> TemplateShape? {
    var shape = known
    for name in path {
      if let child = shape.children[name] {
        shape = child
      } else if shape.open {
        shape = TemplateShape(open: true)
      } else {
        return nil
      }
    }
    return shape
  }

  private mutating func report(_ problem: Problem) {
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// A section around a tag, by its full name; nil when nothing gives it.
  struct Section {
    var path: [String]?
    var inverted: Bool
  }
}
