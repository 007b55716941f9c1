import Foundation
import RapportTesting

/// A person's place at a terminal: a home of its own, in which Sam Reed has a phone and a limit, and Acme and
/// Maria Ortiz are known. The clock stands at Tuesday 24 November 2026, 9:00 in Berlin.
final class Desk: Sendable {
  /// The folder of the home.
  let home = NSTemporaryDirectory() + "rapport-desk-" + UUID().uuidString

  /// What finds commands for sentences, learnt once for all desks; a build with checks takes seconds for it.
  static let learnt: Data? = {
    let desk = Desk()
    _ = try? desk.run(["route", "anything"])
    return FileManager.default.contents(atPath: desk.home + "/cache/routing")
  }()

  /// A bare home.
  private init() {
    try? FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
  }

  init(knowingAcme: Bool = true) throws {
    for folder in ["config", "cache"] {
      try FileManager.default.createDirectory(
        atPath: "\(home)/\(folder)", withIntermediateDirectories: true)
    }
    try Self.learnt?.write(to: URL(fileURLWithPath: home + "/cache/routing"))
    let settings = """
      me:
        name: Sam Reed
        phone: "+49 30 5550 142"
      team:
        limit: 500 EUR

      """
    try settings.write(toFile: home + "/config/config.yaml", atomically: true, encoding: .utf8)
    if knowingAcme { try run(["customer", "add", "Acme", "--person", "Maria Ortiz"]) }
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  private var environment: [String: String] {
    [
      "HOME": home, "RAPPORT_HOME": home, "RAPPORT_NOW": "2026-11-24T09:00:00+01:00",
      "TZ": "Europe/Berlin", "LANG": "C.UTF-8", "TERM": "xterm",
      "PATH": Transcripts.builtPrograms + ":/usr/bin:/bin",
    ]
  }

  /// Runs one command to its end and gives what it printed, with `errors` the notes and problems too.
  @discardableResult
  func run(_ arguments: [String], errors: Bool = false) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Transcripts.builtPrograms + "/rapport")
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: home)
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = errors ? pipe : FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  /// Starts the shell and waits for its prompt.
  func sitDown(columns: Int = 80, rows: Int = 70) throws -> Terminal {
    // The shell writes the process id down and becomes the program, so that a test can kill it.
    let terminal = try Terminal(
      ["sh", "-c", "cd \"$RAPPORT_HOME\"; echo $$ > pid; exec rapport"], columns: columns,
      rows: rows,
      environment: environment)
    try terminal.wait(for: "rapport>")
    return terminal
  }

  /// Ends the program at once, as a crash or a power cut does.
  func kill() throws {
    let text = try String(contentsOfFile: home + "/pid", encoding: .utf8)
    Glibc.kill(pid_t(text.prefix { $0.isNumber }) ?? 0, SIGKILL)
  }
}

extension Terminal {
  /// Waits for a prompt, types `line`, presses Enter and waits until `text` stands below it; a line end on the
  /// screen counts as a space. The screen must not have scrolled.
  func say(_ line: String, until text: String = "rapport>") throws {
    try waitForPrompt()
    send(line)
    try wait { $0.unspaced.hasSuffix(line.unspaced) }
    let row = cursor.row
    send(.enter)
    try wait { screen in
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.dropFirst(row + 1).joined(separator: " ").flowing.contains(text)
    }
  }

  /// Waits until the program is ready for a line.
  func waitForPrompt() throws {
    try wait { $0.hasSuffix("rapport>") || $0.hasSuffix("\n>") || $0 == ">" }
  }

  /// The lines of the screen from the last that contains `text` on.
  func screen(from text: String) -> String {
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.lastIndex { $0.contains(text) } ?? lines.startIndex
    return lines[start...].joined(separator: "\n")
  }
}

extension String {
  /// Without white space, as a line that the terminal has wrapped is compared.
  var unspaced: String { filter { !$0.isWhitespace } }

  /// With one space wherever there is white space.
  var flowing: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
