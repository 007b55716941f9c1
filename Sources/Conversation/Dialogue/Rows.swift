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

  mutating func acceptInRow(_ answer: Answer, for question: Question) -> [Effect] {
    guard var row else { return proceed() }
    row.answers[question.id] = answer
    repeat {
      row.index += 1
    } while row.index < row.question.group.count
      && row.question.group[row.index].when?.holds(for: merged(row.answers)) == false
    if row.index == row.question.group.count {
      row.rows.append(row.answers)
      row.answers = Answers()
      row.index = 0
    }
    self.row = row
    return [.ask(prompt())]
  }

  /// Ends the list with the rows it has; without any it is skipped.
  mutating func endList() -> [Effect] {
    guard let row else { return proceed() }
    self.row = nil
    begun[row.question.id] = nil
    guard !row.rows.isEmpty else { return skip(row.question) }
    return accept(.list(row.rows), for: row.question)
  }

  /// Leaves a list before its end; its rows are there when it is asked again.
  mutating func leaveList() {
    if let row { begun[row.question.id] = row.rows }
    row = nil
  }

  /// Ends every list where it stands, begun rows and all, as the message is wanted now.
  mutating func closeList() {
    if let row {
      begun[row.question.id] = row.rows + (row.answers.isEmpty ? [] : [row.answers])
    }
    row = nil
    for (id, rows) in begun where answers[id] == nil && !rows.isEmpty { answers[id] = .list(rows) }
  }

  mutating func backInRow() -> Bool {
    guard var row else { return false }
    if row.index > 0 {
      row.index -= 1
    } else if let last = row.rows.popLast() {
      row.answers = last
      row.index = row.question.group.count - 1
    } else {
      return false
    }
    // A question that was not asked is not asked again.
    while row.index > 0, row.answers[row.question.group[row.index].id] == nil { row.index -= 1 }
    row.answers[row.question.group[row.index].id] = nil
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
