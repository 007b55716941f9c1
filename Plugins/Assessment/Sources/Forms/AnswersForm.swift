import RapportKit

/// A questionnaire as a form somebody fills in without Rapport.
struct AnswersForm {
  let questionnaire: Questionnaire
  let role: Role
  let customer: String
  let rater: String?
  /// Who asks; nil leaves it open.
  let sender: String?

  /// What is asked: the customer's seven, or a colleague's short form.
  var items: [Item] { questionnaire.items(of: role == .customer ? .customer : .short) }

  /// The form's file name without its ending: `acme-respect-and-trust`, with the person where one is named.
  var fileName: String {
    [customer, questionnaire.id, rater ?? (role == .colleague ? "colleague" : "")]
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

  /// Who will see the answers.
  var privacy: String {
    "If you do not agree to be shown by yourself, your answers are only used together with those of "
      + "two others or more."
  }

  // MARK: - As text

  /// The form as a text that is read back as it stands: each answer goes behind its colon.
  var text: String {
    var lines = [
      "# \(questionnaire.title): \(items.count) questions\(customer.isEmpty ? "" : " for \(customer)"), and one wish.",
      "# Write each answer behind its colon: the number, or `na` when it does not apply, or",
      "# `unknown`. Leave the rest as it is, and send the file back.",
      "",
      "questionnaire: \(questionnaire.id)",
      "version: \(questionnaire.version)",
      "customer: \(Self.scalar(customer))",
      "role: \(role.rawValue)",
      "",
      "# Your name, if you like:",
      "rater: \(rater.map(Self.scalar) ?? "")",
      "# May your answers be shown by themselves? yes or no. \(privacy)".wrappedComment,
      "consent: no",
      "",
      "answers:",
    ]
    for (index, item) in items.enumerated() {
      lines.append("  # \(index + 1). \(item.wording(for: role))")
      lines.append(
        "  #    \(choices(item).map { "\($0.id) = \($0.label)" }.joined(separator: ", "))")
      lines.append("  \(item.id):")
    }
    lines += ["", "# \(wish)", "# Write between the quotation marks.", "wish: \"\"", ""]
    return lines.joined(separator: "\n")
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
      ["questionnaire", "leave as it is", "", questionnaire.id],
      ["version", "leave as it is", "", "\(questionnaire.version)"],
      ["customer", "leave as it is", "", customer],
      ["role", "leave as it is", "", role.rawValue],
      ["rater", "Your name, if you like", "", rater ?? ""],
      ["consent", "May your answers be shown by themselves? \(privacy)", "yes or no", "no"],
    ]
    for item in items {
      let words = choices(item).map { $0.id == $0.label ? $0.id : "\($0.id) = \($0.label)" }
      rows.append([
        item.id, item.wording(for: role), (words + ["na", "unknown"]).joined(separator: "; "), "",
      ])
    }
    rows.append(["wish", wish, "in your words", ""])
    return CSVRows.text(rows)
  }

  // MARK: - As a page

  /// The values of `form.html`.
  var values: [String: Node] {
    [
      "title": .text(questionnaire.title), "questionnaire": .text(questionnaire.id),
      "version": .text("\(questionnaire.version)"), "customer": .text(customer),
      "role": .text(role.rawValue), "rater": .text(rater ?? ""), "sender": .text(sender),
      "count": .text("\(items.count)"), "wish": .text(wish), "privacy": .text(privacy),
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
