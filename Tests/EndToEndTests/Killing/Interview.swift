import Foundation
import RapportTesting

/// A conversation of twelve questions at a terminal, the last of them about the person who writes.
final class Interview {
  /// What is said to each question, in order.
  static let answers = [
    "Nordlicht", "two crates were missing", "yesterday", "12", "500 EUR", "3 hours", "9:10", "no",
    "minor", "dana will call them by friday", "one more look before the van leaves", "Sam Reed",
  ]
  private static let types = [
    "customer", "text", "date", "number", "money", "duration", "time", "yesno", "choice",
    "commitment", "text",
  ]

  /// The folder of the home.
  let home: String

  init() throws {
    home = NSTemporaryDirectory() + "rapport-interview-" + UUID().uuidString
    let plugin = home + "/config/plugins/interview"
    try FileManager.default.createDirectory(
      atPath: plugin + "/templates", withIntermediateDirectories: true)
    try """
    plugin: interview
    version: 1.0.0
    contract: 1
    summary: Ask twelve things.
    commands:
      - name: interview
        summary: Ask twelve things.
        questions: questions.yaml
        drafts: [{id: message}]
        saves:
          - {kind: visit, title: "{{q2}}"}
        next:
          - {do: "Call {{customer}}", due: {workdays: 3, after: now}}

    """.write(toFile: plugin + "/plugin.yaml", atomically: true, encoding: .utf8)
    let questions = Self.types.enumerated().map { index, type in
      let id = index == 0 ? "customer" : "q\(index + 1)"
      let options = type == "choice" ? ", options: [{id: minor}, {id: major}]" : ""
      return "- {id: \(id), ask: \"Number \(index + 1)?\", type: \(type)\(options)}\n"
    }
    try questions.joined().write(
      toFile: plugin + "/questions.yaml", atomically: true, encoding: .utf8)
    // A yes or no may be absent from a sentence.
    let fields = (2...11).filter { $0 != 8 }.map { "{{q\($0)}}" }.joined(separator: "; ")
    try "Subject: News\n\nHello {{customer}}: \(fields). {{#me.name}}{{me.name}}{{/me.name}}\n"
      .write(
        toFile: plugin + "/templates/message.email.md", atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  private var environment: [String: String] {
    [
      "HOME": home, "RAPPORT_HOME": home, "RAPPORT_NOW": "2026-11-24T09:00:00+01:00",
      "TZ": "Europe/Berlin", "LANG": "C.UTF-8", "TERM": "xterm",
      "PATH": Transcripts.builtPrograms + ":/usr/bin:/bin",
    ]
  }

  /// Starts the shell, and waits until it is ready or has been killed.
  func sitDown(_ more: [String: String] = [:]) throws -> Terminal {
    let terminal = try Terminal(
      ["rapport"], columns: 100, rows: 120, environment: environment.merging(more) { $1 })
    try terminal.wait(timeout: 120) { $0.hasSuffix("rapport>") || terminal.isOver }
    return terminal
  }

  /// Types `line` and waits until the next prompt is there, or the program is no more; false when it is no more.
  ///
  /// What is offered after a message, as to note the promise in it, is passed over with Enter.
  func say(_ line: String, at terminal: Terminal) throws -> Bool {
    let before = terminal.screen
    terminal.send(line)
    terminal.send(.enter)
    let offer = "Enter goes on:"
    try terminal.wait(timeout: 120) {
      $0 != before && ($0.hasSuffix("\n>") || $0.hasSuffix("rapport>") || $0.hasSuffix(offer))
        || terminal.isOver
    }
    if terminal.screen.hasSuffix(offer), !terminal.isOver { return try say("", at: terminal) }
    return !terminal.isOver
  }

  /// The question that the screen shows last; nil when the conversation is over or has not begun.
  static func question(_ screen: String) -> Int? {
    guard screen.hasSuffix("\n>") else { return nil }
    let lines = screen.split(separator: "\n")
    // The last question, about the person who writes, is in no count: "11 of 11 · …", "12 · …".
    let prompt = lines.last { $0.first?.isNumber == true && $0.contains(" · ") }
    return prompt.flatMap { Int($0.prefix { $0.isNumber }) }
  }

  /// Answers from question `first` on to the end; gives how many prompts were seen after answers, and whether it
  /// came to the end.
  func answer(from first: Int, at terminal: Terminal) throws -> (accepted: Int, isOver: Bool) {
    for number in first...12 {
      guard try say(Self.answers[number - 1], at: terminal) else { return (number - 1, false) }
      guard Self.question(terminal.screen) == (number == 12 ? nil : number + 1) else {
        return (number - 1, true)
      }
    }
    return (12, true)
  }

  /// What the records say in the end.
  func outcome() throws -> String {
    try ["timeline Nordlicht", "drafts show", "customer list", "resume"].map { line in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Transcripts.builtPrograms + "/rapport")
      process.arguments = line.split(separator: " ").map(String.init)
      process.environment = environment
      let pipe = Pipe()
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = pipe
      process.standardError = pipe
      try process.run()
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: output, as: UTF8.self)
    }.joined(separator: "--\n")
  }
}
