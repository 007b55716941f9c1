import RapportKit

/// A questionnaire as a form somebody fills in without Rapport.
struct AnswersForm {
  let questionnaire: Questionnaire
  let role: Role
  let customer: String
  let rater: String?
  /// Who asks; nil leaves it open.
  let sender: String?
  let wording: Wording

  /// What is asked: the customer's seven, or a colleague's short form.
  var items: [Item] { questionnaire.items(of: role == .customer ? .customer : .short) }

  /// The form's file name without its ending: `acme-questions`, with the person where one is named. It goes to the
  /// customer, so that the questionnaire's name does not stand in it.
  var fileName: String {
    [customer, "questions", rater ?? (role == .colleague ? "colleague" : "")]
      .map(Self.slug).filter { !$0.isEmpty }.joined(separator: "-")
  }

  /// Letters, digits and hyphens.
  static func slug(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// The last question: one wish, in their own words.
  var wish: String {
    role == .customer
      ? "What is one thing you would have us do in another way?"
      : "What is one thing you would do in another way?"
  }

  /// "Seven questions from Sam Reed, and one wish".
  var heading: String {
    let count = wording.count(items.count, "question").capitalizedFirst
    return "\(count)\(sender.map { " from \($0)" } ?? ""), and one wish"
  }

  /// What to think of, and of a colleague also who is meant.
  var think: String {
    role == .customer
      ? questionnaire.they ?? ""
      : questionnaire.think.naming(customer) + " “You” is all of us who work for \(customer)."
  }

  /// What is asked for before the answers are shown by themselves.
  var consent: String { "May our report show your answers by themselves?" }

  /// Who will see the answers.
  var privacy: String {
    "Whoever you send them to reads them. Our report shows them by themselves only if you agree, and "
      + "otherwise only together with those of two others or more."
  }

  // MARK: - As text

  /// The form as a text that is read back as it stands: each answer goes behind its colon.
  var text: String {
    var lines = [
      "# \(heading).",
      "# \(think.isEmpty ? "" : think + " ")Write each answer behind its colon: the number, or yes or no; `na` when it does not apply, `unknown` when you do not know. Leave out what you do not want to answer, leave the rest as it is, and send the file back."
        .wrappedComment,
      "",
      "questionnaire: \(questionnaire.id)",
      "version: \(questionnaire.version)",
      "customer: \(Self.scalar(customer))",
      "role: \(role.rawValue)",
      "",
      "# Your name, if you like:",
      "rater: \(rater.map(Self.scalar) ?? "")",
      "# \(consent) yes or no. \(privacy)".wrappedComment,
      "consent: no",
      "",
      "answers:",
    ]
    for (index, item) in items.enumerated() {
      lines.append("  # \(index + 1). \(item.wording(for: role))")
      lines.append("  #    \(words(item).joined(separator: ", "))")
      lines.append("  \(item.id):")
    }
    lines += ["", "# \(wish)", "# Write between the quotation marks.", "wish: \"\"", ""]
    return lines.joined(separator: "\n")
  }

  /// What can be written: a number for each answer, or yes or no.
  private func words(_ item: Item) -> [String] {
    if item.kind == .yesno { return ["yes or no"] }
    return choices(item).enumerated().map { "\($0 + 1) = \($1.label)" }
  }

  /// A text as YAML reads it as it is.
  private static func scalar(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " } && !text.isEmpty
    return isPlain ? text : Node.text(text).json
  }

  /// What can be answered: the id that goes into the file, and its words.
  private func choices(_ item: Item) -> [Question.Option] {
    switch item.kind {
    case .scale(let labels): labels.enumerated().map { .init("\($0 + 1)", label: $1) }
    case .yesno: [.init("yes"), .init("no")]
    case .choice: item.options(for: role)
    }
  }

  // MARK: - As a table

  /// The form as a table: the last cell of each line is the answer.
  var csv: String {
    var rows = [
      ["id", "question", "answers", "your answer"],
      [
        "questionnaire",
        [
          heading + ".", think,
          "Leave the last column of this line and of the next three as it is.",
        ]
        .filter { !$0.isEmpty }.joined(separator: " "), "", questionnaire.id,
      ],
      ["version", "leave as it is", "", "\(questionnaire.version)"],
      ["customer", "leave as it is", "", customer],
      ["role", "leave as it is", "", role.rawValue],
      ["rater", "Your name, if you like", "", rater ?? ""],
      ["consent", "\(consent) \(privacy)", "yes or no", "no"],
    ]
    for item in items {
      rows.append([
        item.id, item.wording(for: role),
        (words(item) + ["na = does not apply", "unknown = I do not know"]).joined(separator: "; "),
        "",
      ])
    }
    rows.append(["wish", wish, "in your words", ""])
    return CSVRows.text(rows)
  }

  // MARK: - As a page

  /// The values of `form.html`.
  var values: [String: Node] {
    [
      "questionnaire": .text(questionnaire.id),
      "version": .text("\(questionnaire.version)"), "customer": .text(customer),
      "role": .text(role.rawValue), "rater": .text(rater ?? ""), "heading": .text(heading),
      "think": .text(think), "wish": .text(wish), "privacy": .text(privacy),
      "file": .text(fileName + ".json"),
      "formKind": .text(role == .customer ? "customer" : "short"),
      "items": .list(
        items.enumerated().map { index, item in
          [
            "number": .text("\(index + 1)"), "id": .text(item.id),
            "ask": .text(item.wording(for: role)),
            "options": .list(
              choices(item).map {
                ["item": .text(item.id), "value": .text($0.id), "label": .text($0.label)]
              }),
          ]
        }),
    ]
  }
}

extension String {
  /// A long comment over several lines of at most 90 characters.
  fileprivate var wrappedComment: String {
    var lines: [String] = []
    var line = ""
    for word in dropFirst(2).split(separator: " ") {
      if line.count + word.count > 86, !line.isEmpty {
        lines.append("# \(line)")
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + ["# \(line)"]).joined(separator: "\n")
  }
}
