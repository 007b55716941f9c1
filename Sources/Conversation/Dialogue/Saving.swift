import Foundation
package import RapportKit

/// What a conversation leaves behind: the plugin's change, its messages, its next steps, and whoever is new.
extension Dialogue {
  func assemble(_ reply: Reply) -> Change {
    var change = everything(of: reply)
    // Held again: what was noted the first time and is not any more goes.
    let put = Set(change.put.map(\.id))
    change.remove += (setup.replaces?.records ?? []).filter { !put.contains($0) }
    return change
  }

  private func everything(of reply: Reply) -> Change {
    var change = reply.change
    let zone = surroundings.zone.identifier
    let customer = answers.named("customer")?.id
    let person = answers.named("person")?.id
    change.put = newcomers + change.put

    // A host command shows messages and names steps that are on record already.
    guard !command.plugin.isEmpty else { return change }
    let subject = reply.change.put.first?.id
    for (index, draft) in reply.drafts.enumerated() {
      let record = Record(
        id: id.record(Position.drafts + index), kind: .draft, customer: customer, person: person,
        title: draft.title, state: "draft", plugin: command.plugin,
        body: draft.body(answers: told(answers), command: command), zone: zone)
      change.put.append(record)
      if let subject { change.links.append(.init(record.id, subject, role: "about")) }
    }
    let message = reply.drafts.isEmpty ? nil : id.record(Position.drafts)
    for (index, step) in reply.next.enumerated() {
      let record = Record(
        id: id.record(Position.steps + index), kind: .step, customer: customer, person: person,
        title: step.action, plugin: command.plugin, body: step.body, due: step.due, zone: zone)
      change.put.append(record)
      if let target = subject ?? message {
        change.links.append(.init(record.id, target, role: "for"))
      }
    }
    for (index, id) in answers.ids.filter({ answers[$0]?.isUnknown == true }).enumerated() {
      guard case .unknown(let news?) = answers[id]?.state else { continue }
      // What is unknown is promised as news, and stands in `due`.
      let who = answers.text("person") ?? answers.text("customer") ?? "them"
      let title = "Tell \(who): \(question(id)?.news ?? id)"
      change.put.append(
        Promise(
          id: self.id.record(Position.news + index), title, customer: customer, person: person,
          owner: "me", made: surroundings.today, due: news, plugin: command.plugin,
          zone: surroundings.zone
        ).record)
    }
    return change
  }

  /// The answers as they stand in the message's record, to be read again.
  private func told(_ answers: Answers) -> Node {
    Node(.map(answers.ids.map { Node.Entry($0, told(answers[$0])) }))
  }
}

extension Question {
  /// What the news will be about.
  fileprivate var news: String {
    gap ?? hint ?? id
  }
}

extension Draft {
  /// The subject, or the first words of the text.
  var title: String {
    if let subject = versions.compactMap(\.subject).first { return subject }
    let text = versions.first?.body ?? template
    let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? template
    return first.count > 60 ? first.prefix(59) + "…" : first
  }

  /// The record's body: the texts by channel, and the answers they were made from.
  func body(answers: Node, command: Command) -> Node {
    .compact([
      "command": .text(command.name), "template": .text(template), "kind": .text(kind),
      "to": .text(to?.name), "versions": .list(versions.map(\.node)),
      "answers": answers,
    ])
  }
}

extension Draft.Version {
  /// The version as it stands in a record.
  var node: Node {
    .compact([
      "channel": .text(channel.rawValue), "subject": .text(subject), "body": .text(body),
      "gaps": gaps.isEmpty ? nil : .list(gaps.map { .text($0) }),
    ])
  }

  /// Reads a version from a record; nil when it is not one.
  package init?(_ node: Node) {
    guard let channel = node["channel"]?.text.flatMap(Channel.init), let body = node["body"]?.text
    else { return nil }
    self.init(
      channel, subject: node["subject"]?.text, body: body,
      gaps: node["gaps"]?.list?.compactMap(\.text) ?? [])
  }
}

extension NextStep {
  fileprivate var body: Node {
    .compact([
      "owner": .text(owner), "part": .text(part?.rawValue),
      "versions": draft.map { .list($0.versions.map(\.node)) } ?? nil,
    ])
  }
}
