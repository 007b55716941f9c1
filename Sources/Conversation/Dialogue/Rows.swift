import RapportKit

/// Lists: a group of questions, asked again until Enter alone ends them.
extension Dialogue {
  /// What the question being put may refer to: the answers, and those of its row.
  var known: Answers { row.map { merged($0.answers) } ?? answers }

  /// The answers with those of a row.
  func merged(_ rowAnswers: Answers) -> Answers {
    var all = answers
    all.merge(rowAnswers)
    return all
  }

  /// Begins a list, or goes on where it was left.
  mutating func beginList(_ question: Question) {
    row = begun.removeValue(forKey: question.id) ?? Row(question: question, rows: [])
    // What the row waits for may hang on an answer that has changed since.
    if row?.index != 0 { passOver() }
  }

  mutating func acceptInRow(_ answer: Answer, for question: Question) -> [Effect] {
    row?.answers[question.id] = answer
    row?.index += 1
    passOver()
    return [.ask(prompt())]
  }

  /// Goes past the row's questions that are not asked; after the last one the row is complete.
  private mutating func passOver() {
    guard var row else { return }
    while row.index < row.question.group.count,
      row.question.group[row.index].when?.holds(for: merged(row.answers)) == false
    {
      row.answers[row.question.group[row.index].id] = nil
      row.index += 1
    }
    if row.index == row.question.group.count {
      if let place = row.editing {
        row.rows[place] = row.answers
      } else {
        row.rows.append(row.answers)
      }
      row = Row(question: row.question, rows: row.rows)
    }
    self.row = row
  }

  /// Ends the list with the rows it has; without any it is skipped.
  mutating func endList() -> [Effect] {
    guard let row else { return proceed() }
    self.row = nil
    guard !row.rows.isEmpty else { return skip(row.question) }
    return accept(.list(row.rows), for: row.question)
  }

  /// Leaves a list before its end; it goes on where it stood when it is asked again.
  mutating func leaveList() {
    if let row { begun[row.question.id] = row }
    row = nil
  }

  /// Ends every list where it stands, begun rows and all, as the message is wanted now.
  mutating func closeList() {
    leaveList()
    for (id, row) in begun where answers[id] == nil {
      var rows = row.rows
      if let place = row.editing {
        rows[place].merge(row.answers)
      } else if !row.answers.isEmpty {
        rows.append(row.answers)
      }
      if !rows.isEmpty { answers[id] = .list(rows) }
    }
  }

  /// Asks the questions of the row at `place` again; Enter keeps what it says.
  mutating func editRow(_ place: Int) {
    guard let row else { return }
    self.row = Row(
      question: row.question, rows: row.rows, editing: place, replaced: row.rows[place])
  }

  /// Takes the row at `place` out of the list.
  mutating func removeRow(_ place: Int) -> [Effect] {
    guard var row else { return proceed() }
    let gone = row.rows.remove(at: place)
    // A row that is asked again moves up, or is gone.
    if let editing = row.editing {
      if editing == place { row = Row(question: row.question, rows: row.rows) }
      if editing > place { row.editing = editing - 1 }
    }
    self.row = row
    return [.say(.note("Removed: \(line(of: gone, in: row.question)).")), .ask(prompt())]
  }

  /// A row in one line: "Dana, called".
  func line(of answers: Answers, in list: Question) -> String {
    list.group.compactMap { part in answers[part.id]?.value.map { display($0, of: part) } }
      .joined(separator: ", ")
  }

  mutating func backInRow() -> Bool {
    guard var row else { return false }
    if row.index > 0 {
      row.index -= 1
    } else if row.editing != nil, !row.cameBack {
      // The row stays as it was.
      self.row = Row(question: row.question, rows: row.rows)
      return true
    } else {
      let before = (row.editing ?? row.rows.count) - 1
      guard row.rows.indices.contains(before) else { return false }
      row = Row(
        question: row.question, rows: row.rows, answers: row.rows[before],
        index: row.question.group.count - 1, editing: before, cameBack: true)
    }
    // A question that was not asked is not asked again.
    while row.index > 0, row.answers[row.question.group[row.index].id] == nil { row.index -= 1 }
    let id = row.question.group[row.index].id
    row.replaced[id] = row.answers[id]
    row.answers[id] = nil
    self.row = row
    return true
  }
}

extension Answer {
  /// The answer of a list; what was typed is its rows.
  fileprivate static func list(_ rows: [Answers]) -> Answer {
    .given(.list(rows), raw: Value.list(rows).node.json)
  }
}
