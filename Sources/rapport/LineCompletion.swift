import Conversation
import Foundation
import RapportKit
import Shell

/// What Tab offers at the prompt: commands, their flags, options' values, customers and files.
@MainActor
final class LineCompletion {
  private let host: Host
  private var customers: [String] = []

  init(_ host: Host) { self.host = host }

  func complete(_ line: String, _ cursor: Int) -> Completions {
    let before = String(decoding: Array(line.utf8).prefix(cursor), as: UTF8.self)
    var words = before.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    let current = before.hasSuffix(" ") || words.isEmpty ? "" : words.removeLast()
    guard let (command, rest) = command(words) else {
      return .candidates(names(words, current))
    }
    if current.hasPrefix("--") { return .candidates(flags(of: command)) }
    if let flag = rest.last, flag.hasPrefix("--") {
      let name = String(flag.dropFirst(2))
      if ["answers"].contains(name) { return .files }
      if name == "channel" {
        return .candidates(Channel.allCases.map { Completion($0.rawValue, kind: .option) })
      }
      if let question = command.question(name) { return .candidates(values(of: question)) }
    }
    let position = rest.count { !$0.hasPrefix("--") }
    guard position < command.arguments.count,
      let question = command.question(command.arguments[position])
    else { return .candidates(flags(of: command)) }
    return question.id == "file" ? .files : .candidates(values(of: question))
  }

  private func names(_ words: [String], _ current: String) -> [Completion] {
    let typed = words.isEmpty ? "" : words.joined(separator: " ") + " "
    return host.briefs.flatMap { [$0.name] + $0.aliases }.filter { $0.hasPrefix(typed) }.sorted()
      .map { Completion(String($0.dropFirst(typed.count)), kind: .command) }
  }

  private func command(_ words: [String]) -> (Command, [String])? {
    for count in [2, 1] where words.count >= count {
      let name = words.prefix(count).joined(separator: " ")
      guard let brief = host.briefs.first(where: { $0.name == name || $0.aliases.contains(name) }),
        let command = try? host.command(brief.name)
      else { continue }
      return (command, Array(words.dropFirst(count)))
    }
    return nil
  }

  private func flags(of command: Command) -> [Completion] {
    let own = (command.questions + command.options).map { "--\($0.id)" }
    return (own + Flags.specs.map { "--\($0.name)" }).map { Completion($0, kind: .flag) }
  }

  private func values(of question: Question) -> [Completion] {
    switch question.type {
    case .customer: customers.map { Completion($0, kind: .name) }
    case .yesno: ["yes", "no"].map { Completion($0, kind: .option) }
    default: question.options.map { Completion($0.id, kind: .option) }
    }
  }

  /// Reads the customers' names anew; before each prompt, so that a new one completes at once.
  func refresh() async {
    guard FileManager.default.fileExists(atPath: host.folders.records) else { return }
    // Without the names Tab offers none; the next command says what is wrong with the records.
    let records = (try? await host.store.records(.init(kinds: [.customer]))) ?? []
    customers = records.map(\.title)
  }
}
