import Foundation
import RapportKit

/// What a typed line does.
extension Dialogue {
  mutating func hear(_ line: String) -> [Effect] {
    guard let question = currentQuestion else { return [] }
    let journal = Effect.journal(
      .line(line, question: question.id, asked: prompt().line, at: surroundings.instant))
    guard let control = Control(line) else {
      return mistaken(line, at: question)
        ?? take(answer(line, to: question), for: question, journal: journal)
    }
    switch control {
    case .run(let text): return [.run(text)]
    case .later: return [.finish(.parked)]
    case .leave: return [.finish(.left)]
    case .cancel: return [.finish(.cancelled)]
    case .help: return [.say(.page(helpPage(question))), .ask(prompt())]
    case .show: return [.say(.page(showPage())), .ask(prompt())]
    case .why:
      guard let why = question.why else {
        let reason =
          command.drafts.isEmpty
          ? "“\(command.name)” cannot do without it."
          : "The answer stands in the message; without it the message would be poorer."
        return [
          .say(.note(question.required ? reason : "It helps; you can leave it out.")),
          .ask(prompt()),
        ]
      }
      return [.look(.section(why))]
    case .back: return [journal] + back()
    case .skip: return [journal] + skip(question)
    case .unknown: return unknown(question, journal: journal)
    case .draft:
      closeList()
      early = true
      return [journal] + proceed()
    case .change(let target):
      // "change passwords" is an answer: only numbers and questions can be changed.
      guard Int(target) != nil || self.question(target) != nil else {
        return take(line.trimmingSpaces, for: question, journal: journal)
      }
      return [journal] + change(target)
    case .edit(nil) where question.type == .text || question.type == .longtext:
      return [.edit(kept(question)?.raw ?? typed[question.id] ?? "", prompt())]
    case .edit(let number?) where row?.rows.indices.contains(number - 1) == true:
      editRow(number - 1)
      return [journal, .ask(prompt())]
    case .remove(let number) where row?.rows.indices.contains(number - 1) == true:
      return [journal] + removeRow(number - 1)
    case .edit(let number?) where row != nil, .remove(let number) where row != nil:
      return [.say(.note("There is no row \(number) yet; `show` lists them.")), .ask(prompt())]
    case .edit, .remove: return take(line.trimmingSpaces, for: question, journal: journal)
    }
  }

  private mutating func take(_ text: String, for question: Question, journal: Effect) -> [Effect] {
    if text.isEmpty { return enter(question, journal: journal) }
    let isText = question.type == .text || question.type == .longtext
    // "Not sure" may be one of the options.
    let isChosen = [.choice, .choices, .scale].contains(question.type)
    if Reader.saysUnknown(text), question.unknown != nil || !isChosen {
      return unknown(question, journal: journal)
    }
    if Reader.saysNothing(text), question.type == .text { return [journal] + skip(question) }
    let correction = Correction(text)
    // "No, it was Friday" is no "no".
    let isPicked = isChosen || question.type == .yesno
    func fits(_ text: String) -> Bool {
      (try? reader.read(text, as: question, answers: known)) != nil
    }
    if let correction,
      isText || isPicked && !fits(correction.text)
        || [.person, .customer, .commitment].contains(question.type),
      let effects = correct(correction, anyWords: !isPicked, journal: journal)
    {
      return effects
    }
    // "No, dana will do it" is what Dana will do.
    if let correction, question.type == .commitment, fits(correction.text) {
      return take(correction.text, for: question, journal: journal)
    }
    do throws(Problem) {
      let value = try reader.read(text, as: question, answers: known)
      return [journal] + accept(.given(value, raw: text), for: question)
    } catch {
      if let correction {
        if let effects = correct(correction, journal: journal) { return effects }
        if fits(correction.text) {
          return take(correction.text, for: question, journal: journal)
        }
      }
      if Reader.saysUnknown(text) { return unknown(question, journal: journal) }
      typed[question.id] = self.line(text, at: question)
      let said = isCommand(text) ? run(text) : .say(.problem(error))
      return [journal.refused, said] + wayOut(of: question) + [.ask(prompt())]
    }
  }

  /// After two answers in a row that do not fit: how it is written, and what else can be said.
  private mutating func wayOut(of question: Question) -> [Effect] {
    misses =
      misses?.question == question.id ? (question.id, (misses?.count ?? 0) + 1) : (question.id, 1)
    guard let misses, misses.count % 2 == 0 else { return [] }
    var ways = ["`skip` passes over it"]
    if question.unknown != nil { ways.append("`unknown` says that you do not know yet") }
    if question.why != nil { ways.append("`why` says what it is for") }
    if !command.drafts.isEmpty { ways.append("`draft` writes the message without it") }
    let last = ways.removeLast()
    let list = ways.isEmpty ? last : ways.joined(separator: ", ") + ", " + last
    return [.say(.note("\(question.how) Or: \(list)."))]
  }

  /// Enter alone takes the default, ends a list, or skips an optional question.
  private mutating func enter(_ question: Question, journal: Effect) -> [Effect] {
    if let row, row.index == 0, row.answers.isEmpty, row.replaced.isEmpty {
      return [journal] + endList()
    }
    // At a question that is asked again, Enter keeps what was said.
    if let old = kept(question), old.origin != .byDefault {
      return old.value == nil || old.raw.isEmpty || question.type == .list
        ? [journal] + accept(old, for: question) : take(old.raw, for: question, journal: journal)
    }
    if let standard = standard(of: question) {
      do throws(Problem) {
        let value = try reader.read(standard, as: question, answers: known)
        return [journal] + accept(.given(value, origin: .byDefault, raw: standard), for: question)
      } catch {
        return [.say(.problem(error)), .ask(prompt())]
      }
    }
    guard question.required else { return [journal] + accept(Answer(.skipped), for: question) }
    let unknown = question.unknown == nil ? "" : "`unknown` says so in the message, "
    let note =
      command.drafts.isEmpty
      ? "This one is needed. `help` says how it is answered, `skip` passes over it."
      : "This one stands in the message: \(unknown)`skip` leaves a mark, `draft` writes it now."
    return [.say(.note(note)), .ask(prompt())]
  }

  mutating func accept(_ answer: Answer, for question: Question) -> [Effect] {
    typed[question.id] = nil
    misses = nil
    var answer = answer
    let before = newcomers.count
    if let value = answer.value { answer.state = .given(adopt(value)) }
    let notes = newcomers[before...].map(note(newcomer:))
    if row != nil { return notes + acceptInRow(answer, for: question) }
    if !asked.contains(question.id) { asked.append(question.id) }
    leftOpen.remove(question.id)
    if setup.personal.contains(where: { $0.id == question.id }), let value = answer.value {
      settings.values[question.id] = value
      return proceed(after: [.remember(setting: question.id, value)])
    }
    answers[question.id] = answer
    if let old = replaced.removeValue(forKey: question.id), old.raw != answer.raw {
      takeBackWhatRests(on: question)
    }
    split(question)
    return proceed(after: notes)
  }

  mutating func skip(_ question: Question) -> [Effect] {
    if let row, row.index == 0, row.editing == nil { return endList() }
    guard question.required, row == nil else { return accept(Answer(.skipped), for: question) }
    if !asked.contains(question.id) { asked.append(question.id) }
    leftOpen.insert(question.id)
    return proceed()
  }

  private mutating func unknown(_ question: Question, journal: Effect) -> [Effect] {
    guard let unknown = question.unknown else {
      return [
        .say(
          .note(
            "This one cannot be left unknown; `skip` passes over it"
              + (command.drafts.isEmpty ? "." : ", `draft` writes it now."))),
        .ask(prompt()),
      ]
    }
    return [journal] + accept(Answer(.unknown(news: news(unknown)), raw: "unknown"), for: question)
  }

  /// When news is promised: today at the time given, or on the next working day when that is under an hour away.
  func news(_ unknown: Question.Unknown) -> Moment? {
    guard let time = unknown.news else { return nil }
    let now = surroundings.now
    let soon = (now.time?.minutes ?? 0) + 60 > time.minutes
    return Moment(soon ? now.date.adding(workdays: 1) : now.date, time)
  }
}
