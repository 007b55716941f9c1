import Formats
import Foundation
import RapportKit
import RapportTesting
import Testing

@testable import Drafting

/// What an element's sentence is worth: taken out of a drafted message, exactly what it alone carried is missing.
struct DeletionTests {
  /// One version of a message that an example of a plugin drafts.
  struct Message: CustomStringConvertible {
    var description: String
    var kind: Kind
    var channel: Channel
    var body: String

    /// The elements wanted, with the sentences that carry each.
    func evidence(in body: String) -> [(want: Kind.Want, sentences: Set<Int>)] {
      let reading = Reading(body)
      let found = DetectorSet.shared.find(reading, reading.sentences())
      return kind.wants.filter { $0.channels.isEmpty || $0.channels.contains(channel) }.map {
        want in
        (want, Set(want.elements.flatMap { found[$0] ?? [] }.map(\.sentence)))
      }
    }

    func missing(in body: String) -> Set<String> {
      Set(evidence(in: body).filter(\.sentences.isEmpty).map(\.want.element))
    }
  }

  @Test func `nine in ten drafted examples are taken for what they are`() throws {
    let messages = try Self.messages().filter { $0.channel != .call && $0.channel != .internal }
    let wrong = messages.compactMap { message -> String? in
      let guess = Shipped.checker.likelyKind(of: message.body)
      return guess == message.kind.name ? nil : "\(message): \(guess ?? "nothing")"
    }
    #expect(wrong.count * 10 <= messages.count, "\(wrong)")
  }

  @Test func `a sentence taken out of a drafted example misses exactly what it alone carried`()
    throws
  {
    let messages = try Self.messages()
    try #require(messages.count > 8)
    var faults: [String] = []
    for message in messages {
      let reading = Reading(message.body)
      let sentences = reading.sentences()
      let evidence = message.evidence(in: message.body)
      for (want, found) in evidence where found.isEmpty && want.level > .hint {
        faults.append("\(message): \(want.element) has no sentence")
      }
      for (index, sentence) in sentences.enumerated()
      where evidence.contains(where: { $0.sentences.contains(index) }) {
        let alone = evidence.filter { $0.sentences == [index] || $0.sentences.isEmpty }
        let rest = reading.text(0, sentence.start) + reading.text(sentence.end, reading.bytes.count)
        let missing = message.missing(in: rest)
        let expected = Set(alone.map(\.want.element))
        if missing != expected {
          faults.append(
            "\(message) without “\(reading.text(sentence.start, sentence.end))”: misses "
              + "\(missing.sorted()), not \(expected.sorted())")
        }
      }
    }
    #expect(faults == [])
  }

  /// The messages of all plugins' examples, in all their channels, that are held to a kind.
  private static func messages() throws -> [Message] {
    let kinds = Shipped.sources.kinds
    var messages: [Message] = []
    for plugin in Shipped.plugins {
      let folder = "\(Shipped.root)/Plugins/\(plugin)"
      let manifest = try String(contentsOfFile: "\(folder)/plugin.yaml", encoding: .utf8)
      for command in try YAML.read(manifest, from: "plugin.yaml")["commands"]?.list ?? [] {
        for example in command["examples"]?.list ?? [] {
          let run: String = example["run"]?.text ?? ""
          let now: String = example["now"]?.text ?? "2026-11-24T09:00"
          for draft in try drafts(run, at: now, in: folder) {
            guard let name = draft["kind"]?.text, let kind = kinds[name] else { continue }
            for version in draft["versions"]?.list ?? [] {
              guard let to = version["channel"]?.text, let channel = Channel(rawValue: to),
                channel != .internal, let body = version["body"]?.text
              else { continue }
              messages.append(
                Message(description: "\(run) (\(to))", kind: kind, channel: channel, body: body))
            }
          }
        }
      }
    }
    return messages
  }

  private static func drafts(_ line: String, at now: String, in folder: String) throws -> [Node] {
    let home = NSTemporaryDirectory() + "rapport-deletion-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: home) }
    // Without its channel an example drafts them all.
    var words = line.split(separator: " ").map(String.init)
    if let channel = words.firstIndex(of: "--channel") {
      words.removeSubrange(channel...channel + 1)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Transcripts.builtPrograms + "/rapport")
    process.arguments = words + ["--json"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "HOME": home, "RAPPORT_HOME": home, "RAPPORT_SHARE": Shipped.root, "RAPPORT_NOW": now,
      "TZ": "Europe/Berlin", "LANG": "C.UTF-8", "TERM": "dumb",
    ]
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // JSON is YAML.
    return try YAML.read(String(decoding: output, as: UTF8.self), from: line)["reply"]?["drafts"]?
      .list ?? []
  }
}
