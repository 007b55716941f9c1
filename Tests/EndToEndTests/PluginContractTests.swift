import Foundation
import RapportTesting
import Testing

@Test(arguments: PluginContract.Subject.shipped(in: package), PluginContract.checks)
func `every shipped plugin keeps the contract`(
  plugin: PluginContract.Subject, check: PluginContract.Check
) async throws {
  try await check.run(on: plugin)
}

/// A plugin with one thing wrong, and the promise it breaks.
private let broken: [(promise: String, file: String, from: String, to: String, says: String)] = [
  (
    "its manifest reads", "plugin.yaml", "moment: calm", "moment: clam",
    "plugin.yaml:7:13: “clam” is not a moment.: Did you mean “calm”?"
  ),
  (
    "its templates name only what there is, and leave no hole", "templates/note.email.md",
    "{{customer}}", "{{custmer}}",
    "templates/note.email.md:3:7: Nothing gives “custmer”.: Did you mean “customer”?"
  ),
  (
    "what it cites is in the knowledge base", "plugin.yaml", "mistakes/own-it]", "mistakes/own-up]",
    "plugin.yaml:9:16: There is no section “mistakes/own-up”.: There is no page “mistakes/own-up”."
  ),
  (
    "every command has an example", "plugin.yaml", "    examples:", "    x-examples:",
    "plugin.yaml:6:11: “late” has no example.: Add one to its `examples`; help shows it and this test runs it."
  ),
  (
    "every example runs, shows what it says, and gives the same again", "plugin.yaml",
    "[\"Hello Acme\"]", "[\"Good day\"]", "does not show “Good day” but:"
  ),
  (
    "every choice, and every answer left out or unknown, is understood", "plugin.yaml",
    "late Acme --mood calm", "late Acme --mood frantic",
    "“late” does not understand some of:\nlate Acme --mood frantic --set mood=calm --dry-run --json"
  ),
]

@Test(arguments: PluginContract.checks)
func `the contract finds the plugin that breaks it`(check: PluginContract.Check) async throws {
  let folder = NSTemporaryDirectory() + "rapport-contract-" + UUID().uuidString
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let files = [
    "plugin.yaml": """
    plugin: late
    version: 1.0.0
    contract: 1
    summary: Say that it will be late.
    commands:
      - name: late
        moment: calm
        summary: Say that it will be late.
        guidance: [mistakes/own-it]
        arguments: [customer]
        questions:
          - {id: customer, ask: Which customer?, type: customer}
          - {id: mood, ask: How are they?, type: choice, options: [calm, upset]}
        drafts: [{id: note}]
        examples:
          - {run: late Acme --mood calm, shows: ["Hello Acme"]}

    """,
    "templates/note.email.md": "Subject: It will be late\n\nHello {{customer}}\n",
  ]
  try FileManager.default.createDirectory(
    atPath: folder + "/late/templates", withIntermediateDirectories: true)
  for (name, text) in files {
    try text.write(toFile: "\(folder)/late/\(name)", atomically: true, encoding: .utf8)
  }
  let plugin = PluginContract.Subject(folder + "/late", share: package)
  try await check.run(on: plugin)

  guard let fault = broken.first(where: { $0.promise == check.description }) else { return }
  let text = try #require(files[fault.file]?.replacing(fault.from, with: fault.to))
  try text.write(toFile: "\(folder)/late/\(fault.file)", atomically: true, encoding: .utf8)
  let breach = await #expect(throws: PluginContract.Breach.self) { try await check.run(on: plugin) }
  #expect(breach?.description.contains(fault.says) == true, "\(breach?.description ?? "")")
}
