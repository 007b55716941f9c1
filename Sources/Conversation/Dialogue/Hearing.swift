import Foundation
import RapportKit

/// What a typed line does.
extension Dialogue {
  mutating func hear(_ line: String) -> [Effect] {
    guard let question = currentQuestion else { return [] }
    let journal = Effect.journal(.line(line, surroundings.instant))
    guard let control = Control(line) else {
      return take(Control.answer(line), for: question, journal: journal)
    }
    switch control {
    case .run(let text): return [.run(text), .ask(prompt())]
    case .later: return [.finish(.parked)]
    case .cancel: return [.finish(.cancelled)]
    case .help: return [.say(.page(helpPage(question))), .ask(prompt())]
    case .show: return [.say(.page(showPage())), .ask(prompt())]
    case .why:
      guard let why = question.why else {
        return [
          .say(.note("The answer stands in the message; without it the message would be poorer.")),
          .ask(prompt()),
        ]
      }
      return [.look(.section(why))]
    case .back: return [journal] + back()
    case .skip: return [journal] + skip(question)
    case .unknown: return unknown(question, journal: journal)
    case .draft:
      early = true
      return [journal] + proceed()
    case .change(let target): return [journal] + change(target)
    }
  }

  private mutating func take(_ text: String, for question: Question, journal: Effect) -> [Effect] {
    if text.isEmpty { return enter(question, journal: journal) }
    do throws(Problem) {
      let value = try reader.read(text, as: question, answers: row.map { merged($0.answers) } ?? answers)
      let known = newcomers.count
      let answer = Answer.given(adopt(value), raw: text)
      let notes = newcomers[known...].map(newcomerNote)
      return [journal] + notes + accept(answer, for: question)
    } catch {
      typed[question.id] = text
      return [.say(.problem(error)), .ask(prompt())]
    }
  }

  /// Enter alone takes the default, ends a list, or skips an optional question.
  private mutating func enter(_ question: Question, journal: Effect) -> [Effect] {
    if let row, row.index == 0, row.answers.isEmpty { return [journal] + endList() }
    if let standard = standard(of: question) {
      do throws(Problem) {
        let value = try reader.read(standard, as: question, answers: answers)
        return [journal]
          + accept(.given(adopt(value), origin: .byDefault, raw: standard), for: question)
      } catch {
        return [.say(.problem(error)), .ask(prompt())]
      }
    }
    guard question.required else { return [journal] + accept(Answer(.skipped), for: question) }
    let unknown = question.unknown == nil ? "" : "`unknown` says so in the message, "
    return [
      .say(.note("This one stands in the message: \(unknown)`skip` leaves a mark, `draft` writes it now.")),
      .ask(prompt()),
    ]
  }

  mutating func accept(_ answer: Answer, for question: Question) -> [Effect] {
    typed[question.id] = nil
    if row != nil { return acceptInRow(answer, for: question) }
    if !asked.contains(question.id) { asked.append(question.id) }
    leftOpen.remove(question.id)
    if let personal = setup.personal.first(where: { $0.id == question.id }), let value = answer.value {
      settings.values[personal.id] = value
      return proceed(after: [.remember(setting: personal.id, value)])
    }
    answers[question.id] = answer
    split(question)
    return proceed()
  }

  func newcomerNote(_ record: Record) -> Effect {
    .say(.note("\(record.title) is new to me; added, `undo` takes it back."))
  }

  private mutating func skip(_ question: Question) -> [Effect] {
    if let row, row.index == 0 { return endList() }
    guard question.required, row == nil else { return accept(Answer(.skipped), for: question) }
    if !asked.contains(question.id) { asked.append(question.id) }
    leftOpen.insert(question.id)
    return proceed()
  }

  private mutating func unknown(_ question: Question, journal: Effect) -> [Effect] {
    guard let unknown = question.unknown else {
      return [
        .say(.note("This one cannot be left unknown; `skip` passes over it, `draft` writes it now.")),
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

  private mutating func back() -> [Effect] {
    if row != nil, backInRow() { return [.ask(prompt())] }
    let before = asked.firstIndex { $0 == current } ?? asked.count
    guard before > 0 else {
      return [.say(.note("This is the first question.")), .ask(prompt())]
    }
    return askAgain(asked[before - 1])
  }

  private mutating func change(_ target: String) -> [Effect] {
    let id = Int(target).flatMap { asked.indices.contains($0 - 1) ? asked[$0 - 1] : nil }
      ?? (answers.ids.contains(target) ? target : nil)
    guard let id else {
      return [
        .say(.note("There is no answer “\(target)” yet; `show` lists them with their numbers.")),
        .ask(prompt()),
      ]
    }
    return askAgain(id)
  }

  /// Takes an answer back and asks its question again, beginning from what was typed.
  private mutating func askAgain(_ id: String) -> [Effect] {
    while pages.count > 1, pages.last?.questions.contains(where: { $0.id == id }) == false {
      pages.removeLast()
    }
    row = nil
    typed[id] = answers[id]?.raw
    answers[id] = nil
    leftOpen.remove(id)
    current = id
    if let question = question(id), question.type == .list { row = Row(question: question) }
    return [.ask(prompt())]
  }

  // MARK: - Lists

  private func merged(_ rowAnswers: Answers) -> Answers {
    var all = answers
    all.merge(rowAnswers)
    return all
  }

  private mutating func acceptInRow(_ answer: Answer, for question: Question) -> [Effect] {
    guard var row else { return proceed() }
    row.answers[question.id] = answer
    repeat { row.index += 1 } while row.index < row.question.group.count
      && row.question.group[row.index].when?.holds(for: merged(row.answers)) == false
    if row.index == row.question.group.count {
      row.rows.append(row.answers)
      row.answers = Answers()
      row.index = 0
    }
    self.row = row
    return [.ask(prompt())]
  }

  private mutating func endList() -> [Effect] {
    guard let row else { return proceed() }
    self.row = nil
    guard !row.rows.isEmpty else { return skip(row.question) }
    return accept(.given(.list(row.rows)), for: row.question)
  }

  private mutating func backInRow() -> Bool {
    guard var row else { return false }
    if row.index > 0 {
      row.index -= 1
      row.answers[row.question.group[row.index].id] = nil
    } else if let last = row.rows.popLast() {
      row.answers = last
      row.index = row.question.group.count - 1
      row.answers[row.question.group[row.index].id] = nil
    } else {
      return false
    }
    self.row = row
    return true
  }
}
