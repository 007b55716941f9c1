import RapportKit

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
