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

/// What a template may name, and which of it may be absent.
struct TemplateShape {
  /// Whether it may be absent, so that it stands only inside its section.
  var optional = false
  /// Whether the names around it need no section: `cause.unknown` is there when `cause` is not.
  var detached = false
  /// Whether any name may stand below it.
  var open = false
  var children: [String: TemplateShape] = [:]

  static func map(_ children: [String: TemplateShape]) -> TemplateShape {
    TemplateShape(children: children)
  }

  /// The names that the templates of `command` may use where `when` holds.
  static func of(_ command: Command, when: Condition? = nil) -> TemplateShape {
    var root = of(command.questions, when: when)
    for (id, shape) in of(command.options).children {
      root.children[id] = shape
      root.children[id]?.optional = true
    }
    let some = TemplateShape(optional: true)
    root.children["today"] = dated
    root.children["me"] = TemplateShape(
      open: true, children: ["name": TemplateShape(), "phone": some, "role": some])
    root.children["team"] = TemplateShape(open: true)
    if !command.plugin.isEmpty, root.children[command.plugin] == nil {
      root.children[command.plugin] = TemplateShape(open: true)
    }
    for name in command.values {
      root.children[name] = TemplateShape(optional: true, open: true)
    }
    return root
  }

  private static func of(_ questions: [Question], when: Condition? = nil) -> TemplateShape {
    map(
      Dictionary(
        questions.map { ($0.id, of($0, when: when)) }, uniquingKeysWith: { first, _ in first }))
  }

  private static let dated = TemplateShape(children: [
    "date": TemplateShape(), "day": TemplateShape(), "weekday": TemplateShape(),
    "short": TemplateShape(), "deadline": TemplateShape(), "time": TemplateShape(optional: true),
  ])

  private static func of(_ question: Question, when: Condition?) -> TemplateShape {
    let flag = TemplateShape(optional: true, detached: true)
    var shape = TemplateShape()
    switch question.type {
    case .date: shape = dated
    case .commitment:
      shape.children = [
        "who": TemplateShape(), "what": TemplateShape(), "by": TemplateShape(optional: true),
      ]
    case .text: shape.children = ["clause": flag, "dated": flag]
    case .customer: shape.children = ["name": TemplateShape(), "first": TemplateShape()]
    case .person:
      shape.children = [
        "name": TemplateShape(), "first": TemplateShape(), "greeting": TemplateShape(),
        "dear": TemplateShape(),
      ]
      shape.open = true
    case .choice:
      for option in question.options { shape.children[option.id] = flag }
      shape.children["id"] = TemplateShape()
    case .choices: for option in question.options { shape.children[option.id] = flag }
    case .scale: shape.children["point"] = TemplateShape()
    case .list: shape.children = of(question.group).children
    default: break
    }
    shape.children["unknown"] = flag
    let asked = question.when.map { when?.implies($0) ?? false } ?? true
    let certain =
      when?.implies(.answered(question.id)) ?? false
      || asked && question.required && question.unknown == nil
    shape.optional = !certain || question.type == .yesno || question.type == .list
    return shape
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
        name(tag, in: sections, known)
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

  private mutating func name(_ tag: Template.Tag, in sections: [Section], _ known: TemplateShape) {
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
    guard tag.kind == .value else { return }
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
