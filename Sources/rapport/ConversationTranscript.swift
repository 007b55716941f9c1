import Conversation
import Formats
import Foundation
import RapportKit

/// What was said in a conversation, as it stood on the screen: each question, and what was typed at it.
struct ConversationTranscript {
  let host: Host
  let wording: Wording

  /// An open one, from its journal.
  func text(of found: Journal.Found) -> String {
    let command = try? host.command(found.header.command)
    var lines = [head(found.header.command, found.header.began)]
    if let sentence = found.header.given["sentence"]?.text { lines += [said(sentence), ""] }
    for given in found.header.given["answers"]?.list ?? [] {
      let id = given["id"]?.text ?? ""
      lines += [asked(id, command), said(given["value"]?.text ?? given["value"]?.json ?? ""), ""]
    }
    for line in found.lines {
      lines += [line.asked ?? asked(line.question, command), said(line.text), ""]
    }
    return lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
  }

  /// A finished one, from the answers in its message's record, with the message.
  func text(of draft: DraftRecord) throws(Problem) -> String {
    let name = draft.record.body["command"]?.text ?? ""
    let command = try? host.command(name)
    var lines = [head(name, nil)]
    let order = command.map { ($0.questions + $0.options).map(\.id) } ?? []
    let place = { (id: String) in order.firstIndex(of: id) ?? order.count }
    let answers = (draft.record.body["answers"]?.entries ?? []).sorted {
      place($0.key) < place($1.key)
    }
    for entry in answers {
      let text = entry.value.text ?? ""
      let answer = text.isEmpty ? "skip" : (try? rows(text, entry.key, command)) ?? text
      lines += [asked(entry.key, command), said(answer), ""]
    }
    if let version = draft.draft.versions.first {
      lines += [version.subject.map { "Subject: \($0)\n" } ?? "", version.body, ""]
    }
    return lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
  }

  private func head(_ command: String, _ began: Date?) -> String {
    let day = began.map { instant in
      let moment = Surroundings(instant: instant, zone: host.zone).now
      return ", \(wording.date(moment))"
    }
    return "# \(command)\(day ?? "")\n"
  }

  private func asked(_ id: String, _ command: Command?) -> String {
    guard let question = command?.question(id) else { return id }
    return command?.options.contains { $0.id == id } == true ? id : question.ask
  }

  private func said(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { "> \($0)" }.joined(separator: "\n")
  }

  /// A list's rows, one a line.
  private func rows(_ text: String, _ id: String, _ command: Command?) throws(Problem) -> String? {
    guard command?.question(id)?.type == .list else { return nil }
    return try JSON.read(text, from: "answers").list?.map { row in
      (row.entries ?? []).compactMap(\.value.text).joined(separator: ", ")
    }.joined(separator: "\n")
  }
}
