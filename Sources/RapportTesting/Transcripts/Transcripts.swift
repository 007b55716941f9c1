public import Foundation

/// Runs the commands on Markdown pages and compares what they print with what the page says.
///
///     ```console
///     $ rapport customer add Acme
///     Acme added.
///     $ rapport timeline Acmee
///     rapport: I know no customer called “Acmee”.
///       Did you mean “Acme”?
///     [exit 2]
///     ```
///
/// Each page has a fresh folder, in which its commands run one after another by `/bin/sh`, with the clock, the zone
/// and the environment fixed; what one command saves, the next finds. Behind a command stand the lines of its
/// standard output, then those of its standard error, then `[exit N]` when N is not 0. A command goes on in the
/// next line behind a `\`. A block that begins ```` ```yaml file=rise.yaml ```` writes that file. The folder's own
/// path is shown as `~`, and what `links` names by its name there.
///
/// With `RECORD_TRANSCRIPTS=1` in our environment a page that differs is written anew, and still fails, so that
/// somebody looks at the change.
public struct Transcripts: Sendable {
  /// The folder that `rapport` is in; it stands first in PATH.
  public var programs: String
  /// The clock: `RAPPORT_NOW`.
  public var now: String
  /// The zone: `TZ`.
  public var zone: String
  /// What stands in every page's folder from the start: files and folders outside it, by their names there.
  public var links: [String: String]
  /// What stands in every page's folder from the start: files by their paths there.
  public var files: [String: Data]
  /// Further environment variables.
  public var environment: [String: String]
  /// How many seconds one command may take.
  public var timeout: Double
  /// Whether pages that differ are written anew.
  public var records: Bool

  /// Runs pages with the program beside the tests; `RECORD_TRANSCRIPTS` decides about `records` when nobody else does.
  public init(
    programs: String = Transcripts.builtPrograms, now: String = "2026-11-24T09:00:00+01:00",
    zone: String = "Europe/Berlin", links: [String: String] = [:],
    files: [String: Data] = [:], environment: [String: String] = [:], timeout: Double = 60,
    records: Bool? = nil
  ) {
    self.programs = programs
    self.now = now
    self.zone = zone
    self.links = links
    self.files = files
    self.environment = environment
    self.timeout = timeout
    self.records =
      records ?? (ProcessInfo.processInfo.environment["RECORD_TRANSCRIPTS"] == "1")
  }

  /// The folder of the running test bundle, where the build puts the program too.
  public static var builtPrograms: String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return String(own[..<(own.lastIndex(of: "/") ?? own.startIndex)])
  }

  /// The pages in `folder`, by name.
  public static func pages(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { folder + "/" + $0 }
  }

  /// Runs a page; nil when all is as it says, else the differences, to be read by a person.
  ///
  ///     #expect(try Transcripts().check(page) == nil)
  ///
  /// A page that cannot be read or written is an error.
  public func check(_ page: String) throws -> String? {
    let text = try String(contentsOfFile: page, encoding: .utf8)
    let parsed = TranscriptPage(text)
    let folder = NSTemporaryDirectory() + "rapport-page-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder + "/out", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: folder + "/page", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/page/" + name, withDestinationPath: target)
    }
    for (path, data) in files { try write(data, to: path, in: folder + "/page") }

    var differences: [String] = []
    var written: [String] = []
    var copied = 0
    for part in parsed.parts {
      switch part {
      case .file(let name, let text): try write(Data(text.utf8), to: name, in: folder + "/page")
      case .command(let command, let line, let expected):
        let printed = try run(command, in: folder)
        written += parsed.lines[copied..<expected.lowerBound] + printed
        copied = expected.upperBound
        let wanted = Array(parsed.lines[expected])
        if printed != wanted {
          let changes = LineDifference.between(wanted, printed)
          differences.append("\(page):\(line + 1): $ \(command)\n\(changes)")
        }
      }
    }
    guard !differences.isEmpty else { return nil }
    var report = differences.joined(separator: "\n\n")
    if records {
      written += parsed.lines[copied...]
      try written.joined(separator: "\n").write(toFile: page, atomically: true, encoding: .utf8)
      report += "\n\n\(page) is written anew. Look at the change, and run again without recording."
    }
    return report
  }

  private func write(_ data: Data, to name: String, in folder: String) throws {
    let file = URL(fileURLWithPath: folder).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// What a command prints: standard output, standard error, `[exit N]`.
  private func run(_ command: String, in folder: String) throws -> [String] {
    let home = folder + "/page"
    let fixed = [
      "HOME": home, "RAPPORT_HOME": home + "/.rapport", "RAPPORT_NOW": now, "TZ": zone,
      "PATH": programs + ":/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "dumb",
    ]
    guard
      let outcome = try Child.run(
        ["/bin/sh", "-c", command], environment: fixed.merging(environment) { $1 }, folder: home,
        scratch: folder + "/out", timeout: timeout)
    else { return ["/bin/sh could not be started"] }
    var lines: [String] = []
    for text in [outcome.output, outcome.error] {
      lines += shown(text, in: home).split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      if lines.last == "" { lines.removeLast() }
    }
    guard let status = outcome.status else { return lines + ["[did not end within \(timeout) s]"] }
    return status == 0 ? lines : lines + ["[exit \(status)]"]
  }

  /// What was printed, with the page's own folder as `~` and what is linked by its name there.
  private func shown(_ text: String, in home: String) -> String {
    var text = text.replacing(home, with: "~")
    for link in links.sorted(by: { $0.value.count > $1.value.count }) {
      text = text.replacing(link.value, with: link.key)
    }
    return text
  }
}
