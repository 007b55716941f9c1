import RapportKit

extension Report {
  /// What to know first: whose view is the lowest, how you see the same, how it moved, and how much that rests on.
  var inShort: String {
    [lowest, voices].compactMap(\.self).joined(separator: " ")
  }

  /// "The customer (Maria Ortiz) puts trust at 1.5 of 5, down from 4.0 on Fri 28 Aug and the lowest here. You put it
  /// at 3.3."
  private var lowest: String? {
    guard people.count > 1,
      let person = people.filter({ $0.scores.reading.rank != nil }).min(by: {
        $0.scores.reading.rank ?? 0 < $1.scores.reading.rank ?? 0
      }), case .lower(let score?, let id?, _) = person.scores.reading,
      let dimension = questionnaire.dimensions.first(where: { $0.id == id })
    else { return nil }
    let role = person.scores.response.role
    let who = role == .me ? "You put" : "\(named(person)) puts"
    let moved = moved(dimension, role)
    let text =
      "\(who) \(dimension.title.lowercased()) at \(figure(score)) of 5,\(moved.map { " \($0) and" } ?? "") the lowest here."
    let mine = people.first { $0.scores.response.role == .me }?.scores.dimensions[id]?.mean
    guard role != .me, let mine else { return text }
    return "\(text) You put it at \(figure(mine))."
  }

  /// "down from 4.0 on Fri 28 Aug"; nil when there is no clear change.
  private func moved(_ dimension: Questionnaire.Dimension, _ role: Role) -> String? {
    guard
      let line = trend.lines.first(where: {
        $0.group == role.group && $0.title == dimension.title && $0.sinceLast != .unclear
      }), line.points.count == trend.dates.count, line.points.count > 1
    else { return nil }
    let before = line.points.count - 2
    return
      "\(line.sinceLast == .declined ? "down" : "up") from \(figure(line.points[before])) on \(wording.short(Moment(trend.dates[before])))"
  }

  private func named(_ person: Person) -> String {
    let isNumbered = person.label.last?.isNumber == true
    return isNumbered ? person.label.capitalizedFirst : "The \(person.label)"
  }

  /// On how many people it rests, and what so few can say.
  private var voices: String? {
    let roles = people.map(\.scores.response.role)
    let customers = roles.count { $0 == .customer }
    if roles == [.me] {
      return isWithheld
        ? nil : "This is your view alone: nobody at \(customer) has answered these questions."
    }
    let all =
      "\(wording.number(roles.count).capitalizedFirst) \(roles.count == 1 ? "person" : "people")"
    let few = customers < Conventions.group ? ": so few are a reason to ask, and no proof." : "."
    if customers == roles.count { return "\(all) at \(customer) answered\(few)" }
    let there = customers == 0 ? "nobody" : "\(wording.number(customers)) of them"
    return "\(all) answered, \(there) at \(customer)\(few)"
  }
}
