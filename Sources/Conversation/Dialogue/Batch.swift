import Crypto
import Foundation
package import RapportKit

/// How a conversation goes when there is nobody to ask.
extension Dialogue {
  /// Takes defaults for what is absent; what is still missing ends the run, all of it named.
  mutating func settle() -> [Effect] {
    var missing = Ending.Missing(certain: [], perhaps: [])
    var failed: [Problem] = []
    for question in pages.last?.questions ?? [] where answers[question.id] == nil {
      guard !leftOpen.contains(question.id) else { continue }
      // What hangs on a missing answer may be asked, and what hangs on that.
      let open = missing.certain + missing.perhaps.map(\.id)
      let holds = question.when.map { $0.holds(for: answers, open: open) } ?? true
      guard holds != false else { continue }
      guard holds == true else {
        if question.required, question.standard == nil {
          let ids = question.when?.ids.filter(open.contains) ?? []
          missing.perhaps.append(.init(id: question.id, dependsOn: ids))
        }
        continue
      }
      if let standard = standard(of: question) {
        do throws(Problem) {
          let value = try reader.read(standard, as: question, answers: answers)
          answers[question.id] = .given(adopt(value), origin: .byDefault, raw: standard)
        } catch {
          failed.append(error)
        }
      } else if question.required {
        missing.certain.append(question.id)
      } else {
        answers[question.id] = Answer(.skipped, origin: .byDefault)
      }
    }
    if let first = failed.first { return [.finish(.failed(first))] }
    guard missing.certain.isEmpty else { return [.finish(.missing(missing))] }
    return [call()]
  }
}

extension Condition {
  /// Whether it holds whatever the answers of `open` will be; nil when that depends on them.
  func holds(for answers: Answers, open: [String]) -> Bool? {
    switch self {
    case .oneOf(let id, _), .answered(let id): return open.contains(id) ? nil : holds(for: answers)
    case .all(let conditions):
      let parts = conditions.map { $0.holds(for: answers, open: open) }
      return parts.contains(false) ? false : parts.contains(nil) ? nil : true
    case .any(let conditions):
      let parts = conditions.map { $0.holds(for: answers, open: open) }
      return parts.contains(true) ? true : parts.contains(nil) ? nil : false
    case .not(let condition): return condition.holds(for: answers, open: open).map { !$0 }
    }
  }
}

extension ConversationID {
  /// The id of a batch run: a hash of the command and its resolved answers, so that the same run is the same record.
  ///
  /// A customer or person counts by name, as whoever is new now is on record the next time. The states of the plugin's
  /// forms count too: with them it says what else it has read, such as a file.
  package init(of command: Command, answers: Answers, states: [String] = []) {
    let answers = answers.naming { Named(name: $0.name.lowercased()) }
    var text = "\(command.plugin) \(command.name)"
    for id in answers.ids.sorted() {
      switch answers[id]?.state {
      case .given(let value)?: text += "\n\(id)=\(value.node.json)"
      case .skipped?: text += "\n\(id)=~"
      case .unknown(let news)?: text += "\n\(id)=unknown \(news?.description ?? "")"
      case nil: break
      }
    }
    for state in states where !state.isEmpty { text += "\n#\(state)" }
    self.init(of: text)
  }

  /// The id that `text` always gives.
  package init(of text: String) {
    self.init(bytes: Array(SHA256.hash(data: Data(text.utf8)).prefix(16)))
  }

  /// The id of the same conversation's `count`-th saving, after what it saved before was taken back. Its records keep
  /// their ids.
  func again(_ count: Int) -> ConversationID {
    ConversationID(rawValue: record(count).rawValue)
  }
}
