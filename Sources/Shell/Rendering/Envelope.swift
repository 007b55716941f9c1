package import RapportKit

/// What a run gives as JSON, in one versioned shape whose keys are always there.
///
///     Envelope(command: "mistake", status: .done, reply: reply).node.json
///     // {"rapport":1,"command":"mistake","status":"done","reply":{…},"problems":[]}
package struct Envelope: Sendable {
  /// The command's name; nil when none was understood.
  package var command: String?
  /// How it ended.
  package var status: Outcome
  /// What it gave.
  package var reply: Reply?
  /// What stood in the way.
  package var problems: [Problem]

  /// Wraps what a run gave.
  package init(
    command: String?, status: Outcome, reply: Reply? = nil, problems: [Problem] = []
  ) {
    self.command = command
    self.status = status
    self.reply = reply
    self.problems = problems
  }

  /// The envelope.
  package var node: Node {
    [
      "rapport": 1, "command": .text(command), "status": .text(status.rawValue),
      "reply": reply?.node ?? nil,
      "problems": .list(problems.flatMap { [$0] + $0.also }.map(\.node)),
    ]
  }
}

extension Problem {
  /// The problem as JSON, without those found with it.
  package var node: Node {
    [
      "code": .text(code.rawValue), "message": .text(message), "help": .text(help),
      "file": .text(place?.file), "line": .number(place?.line), "column": .number(place?.column),
    ]
  }
}

extension Reply {
  /// The reply as JSON.
  package var node: Node {
    var node: Node = [
      "blocks": .list(blocks.map(\.node)), "drafts": .list(drafts.map(\.node)),
      "files": .list(files.map { ["path": .text($0.path), "text": .text($0.text)] }),
      "change": change.node, "next": .list(next.map(\.node)),
      "citations": .list(citations.map { .text($0.description) }),
      "needsAttention": Node(.bool(needsAttention)),
    ]
    for entry in data.entries ?? [] { node[entry.key] = entry.value }
    return node
  }
}

extension RapportKit.Block {
  /// The block as JSON; `type` says what it is.
  package var node: Node {
    switch self {
    case .markdown(let text): ["type": "markdown", "text": .text(text)]
    case .note(let text): ["type": "note", "text": .text(text)]
    case .verbatim(let text): ["type": "verbatim", "text": .text(text)]
    case .lines(let text): ["type": "lines", "text": .text(text)]
    case .table(let table):
      [
        "type": "table", "columns": .list(table.columns.map { .text($0) }),
        "rows": .list(table.rows.map { .list($0.map { .text($0) }) }),
      ]
    case .bars(let bars):
      [
        "type": "bars",
        "bars": .list(
          bars.map {
            [
              "label": .text($0.label), "value": .finite($0.value), "full": .finite($0.full),
            ]
          }),
      ]
    case .trend(let lines):
      [
        "type": "trend",
        "lines": .list(
          lines.map {
            [
              "label": .text($0.label), "values": .list($0.values.map { .finite($0) }),
              "low": .finite($0.low), "high": .finite($0.high), "says": .text($0.says),
            ]
          }),
      ]
    }
  }
}

extension Draft {
  /// The draft as JSON, with every version.
  package var node: Node {
    [
      "template": .text(template), "kind": .text(kind),
      "to": to.map { ["id": .text($0.id?.rawValue), "name": .text($0.name)] } ?? nil,
      "versions": .list(
        versions.map {
          [
            "channel": .text($0.channel.rawValue), "subject": .text($0.subject),
            "body": .text($0.body), "gaps": .list($0.gaps.map { .text($0) }),
          ]
        }),
    ]
  }
}

extension NextStep {
  /// The step as JSON.
  package var node: Node {
    [
      "action": .text(action), "owner": .text(owner), "due": .text(due?.description),
      "part": .text(part?.rawValue), "draft": draft?.node ?? nil,
    ]
  }
}

extension Change {
  /// The change as JSON.
  package var node: Node {
    [
      "put": .list(put.map(\.node)), "remove": .list(remove.map { .text($0.rawValue) }),
      "links": .list(
        links.map {
          [
            "from": .text($0.from.rawValue), "to": .text($0.to.rawValue), "role": .text($0.role),
          ]
        }),
    ]
  }
}

extension Record {
  /// The record as JSON.
  package var node: Node {
    [
      "id": .text(id.rawValue), "number": .number(number), "kind": .text(kind.rawValue),
      "customer": .text(customer?.rawValue), "person": .text(person?.rawValue),
      "title": .text(title), "state": .text(state), "plugin": .text(plugin), "by": .text(by),
      "changed": .text(changed), "body": body, "happened": .text(happened?.description),
      "due": .text(due?.description), "zone": .text(zone),
    ]
  }
}

extension Node {
  /// A number; null for what JSON has no number for.
  fileprivate static func finite(_ number: Double) -> Node {
    number.isFinite ? .number(number) : nil
  }
}
