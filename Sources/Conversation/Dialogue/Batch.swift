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
      if let when = question.when, !when.holds(for: answers) {
        let open = when.ids.filter { missing.certain.contains($0) }
        if !open.isEmpty, question.required { missing.perhaps.append((question.id, open)) }
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

extension ConversationID {
  /// The id of a batch run: a hash of the command and its resolved answers, so that the same run is the same record.
  init(of command: Command, answers: Answers) {
    var text = "\(command.plugin) \(command.name)"
    for id in answers.ids.sorted() {
      guard let answer = answers[id] else { continue }
      text += "\n\(id)="
      switch answer.state {
      case .given(.customer(let named)), .given(.person(let named)): text += named.name.lowercased()
      case .given(let value): text += value.node.json
      case .skipped: text += "~"
      case .unknown(let news): text += "unknown \(news?.description ?? "")"
      }
    }
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
