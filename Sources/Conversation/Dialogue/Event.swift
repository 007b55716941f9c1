package import Foundation
package import RapportKit

/// What a conversation hears.
package enum Event: Sendable {
  /// It begins.
  case start
  /// A line was typed.
  case line(String)
  /// A line was begun when the conversation was left.
  case begun(String)
  /// Ctrl-C at a question.
  case interrupt
  /// Ctrl-D at a question, or the window was closed.
  case end
  /// The plugin answered.
  case stepped(Result<Step, Problem>)
  /// What was looked up.
  case found(Found)
  /// A command that was run in between is over: who is on record by now, and the settings.
  case returned(Directory, Settings)
  /// A command that was run in between left the program.
  case left
  /// Saving gave this.
  case saved(Result<Saved, Problem>)

  /// What a look-up gives.
  package enum Found: Sendable {
    /// The people on record.
    case directory(Directory)
    /// A section of the knowledge base; nil when there is none.
    case section(KnowledgeSection?)
    /// The answers given last time for this customer.
    case last(Answers)
  }
}

/// What a conversation asks to be done, in order.
package enum Effect: Sendable {
  /// Write this to the journal before going on.
  case journal(JournalEntry)
  /// Ask this, and send the line back.
  case ask(QuestionPrompt)
  /// Let the person write in their editor, beginning from this text, and send what it becomes back as the line.
  case edit(String, QuestionPrompt)
  /// Say this.
  case say(Remark)
  /// Call the plugin.
  case call(Request)
  /// Look something up.
  case look(Look)
  /// Save this.
  case save(Change, Reply)
  /// Remember a setting.
  case remember(setting: String, Value)
  /// Run a line as a command of its own, and say when it is over.
  case run(String)
  /// It is over.
  case finish(Ending)

  /// What is to be looked up.
  package enum Look: Sendable, Hashable {
    /// The people on record.
    case directory
    /// A section of the knowledge base.
    case section(Citation)
    /// The answers given last time to this command for this customer.
    case last(command: String, customer: RecordID)
  }
}

/// A line of a conversation's journal.
package enum JournalEntry: Sendable, Hashable {
  /// A line was typed at a question.
  case line(String, question: String, asked: String, at: Date)
  /// A line was typed at a question that does not fit it: kept, to be mended.
  case refused(String, question: String, asked: String, at: Date)
  /// A line was begun when the conversation was left.
  case begun(String, question: String, asked: String, at: Date)
}

extension Effect {
  /// The same line in the journal, as one that does not fit.
  var refused: Effect {
    guard case .journal(.line(let line, let question, let asked, let at)) = self else {
      return self
    }
    return .journal(.refused(line, question: question, asked: asked, at: at))
  }
}

/// How a conversation ends.
package enum Ending: Sendable {
  /// With a reply, saved or shown.
  case done(Reply, Saved?)
  /// Parked: `resume` goes on.
  case parked
  /// Parked, and the program is to be left.
  case left
  /// Given up.
  case cancelled
  /// With answers missing, and nobody to ask.
  case missing(Missing)
  /// With a problem.
  case failed(Problem)

  /// The answers that are missing.
  package struct Missing: Sendable, Hashable {
    /// Those that are certainly asked.
    package var certain: [String]
    /// Those that may be asked, with the answers it depends on.
    package var perhaps: [Perhaps] = []
  }

  /// An answer that is missing when others turn out so.
  package struct Perhaps: Sendable, Hashable {
    /// The question.
    package var id: String
    /// The missing answers it hangs on.
    package var dependsOn: [String]
  }
}

/// A question as it is put to a person.
package struct QuestionPrompt: Sendable, Hashable {
  /// The question's id.
  package var id: String
  /// Which question it is, from 1.
  package var number: Int
  /// How many there are, as far as is known; nil for the few that follow the last that was counted.
  package var total: Int?
  /// The question.
  package var ask: String
  /// A few words in brackets.
  package var hint: String?
  /// What Enter alone means.
  package var standard: String?
  /// What can be chosen, by number.
  package var options: [String]
  /// What was answered before, offered by the Up key.
  package var earlier: [String]
  /// Whether an answer may have several lines.
  package var lines = false

  /// Puts `ask` as question `number`.
  package init(
    id: String, number: Int, total: Int?, ask: String, hint: String? = nil,
    standard: String? = nil, options: [String] = [], earlier: [String] = [], lines: Bool = false
  ) {
    self.id = id
    self.number = number
    self.total = total
    self.ask = ask
    self.hint = hint
    self.standard = standard
    self.options = options
    self.earlier = earlier
    self.lines = lines
  }

  /// The words that the engine answers at every question.
  package static let engineWords = [
    "back", "skip", "unknown", "why", "help", "show", "change", "draft", "later", "cancel",
  ]

  /// "1 of 4 · They could not …  (what; from when to when)".
  package var line: String {
    var line = "\(number)\(total.map { " of \(max(number, $0))" } ?? "") · \(ask)"
    if let hint { line += "  (\(hint))" }
    if let standard { line += "  [\(standard)]" }
    return line
  }
}

/// Something a conversation says besides its questions.
package enum Remark: Sendable, Hashable {
  /// A line about what was understood or done.
  case note(String)
  /// An answer that does not fit, and how to write it.
  case problem(Problem)
  /// Several lines that were asked for: `show`, `why`, `help`.
  case page(String)
}
