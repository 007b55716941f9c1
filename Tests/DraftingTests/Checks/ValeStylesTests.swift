import Drafting
import Foundation
import RapportKit
import Testing

/// Published Vale styles with the output their authors expect: `features/rules.feature`.
struct ValeStylesTests {
  @Test(arguments: ["write-good", "Joblint", "alex"])
  func `a published style gives the lines its authors expect`(style: String) throws {
    guard let folder = Shipped.data("vale-styles/\(style)") else { return }
    var wanted: [String: [String]] = [:]
    var fixture = ""
    let feature = try String(contentsOfFile: "\(folder)/features/rules.feature", encoding: .utf8)
    for line in feature.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if line.hasPrefix("When I test") {
        fixture = line.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
      } else if line.contains(".md:") {
        wanted[fixture, default: []].append(line)
      }
    }
    var missing: [String] = []
    var extra: [String] = []
    for (fixture, lines) in wanted {
      let found = try Self.lines("\(folder)/fixtures/\(fixture)", folder, style)
      missing += lines.filter { !found.contains($0) }
      extra += found.filter { !lines.contains($0) }
    }
    let all = wanted.values.map(\.count).reduce(0, +)
    print("\(style): \(all - missing.count) of \(all) lines, \(extra.count) more")
    // alex has renamed its rules since its expected lines were written; write-good's fixture of Weasel words holds
    // one more than its authors list.
    #expect(missing.filter { !$0.contains(":alex.Profanity:") } == [])
    #expect(
      extra.filter { !$0.contains(":alex.") }
        == (style == "write-good"
          ? ["test.md:5:23:write-good.Weasel:'fairly' is a weasel word!"] : []))
  }

  /// What the style finds in a fixture under the fixture's own `.vale.ini`.
  private static func lines(_ fixture: String, _ folder: String, _ style: String) throws -> [String]
  {
    let ini = try String(contentsOfFile: "\(fixture)/.vale.ini", encoding: .utf8)
    let config = ValeConfig(ini, file: ".vale.ini")
    #expect(config.stylesPath == "../../")
    #expect(config.styles == [style])
    #expect(config.problems == [])
    var sources = CheckSources()
    sources.addRules(
      Shipped.files("\(folder)/\(style)"), style: style, isVale: true,
      config: sources.addConfig(config))
    let checker = Checker(sources)
    #expect(checker.problems == [])
    var lines: [String] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: fixture).sorted()
    where file.hasSuffix(".md") {
      let text = try String(contentsOfFile: "\(fixture)/\(file)", encoding: .utf8)
      let report = try checker.check(text, held: .nothing, channel: .email, path: file)
      lines += CheckOutput.line(report, path: file).split(separator: "\n").map(String.init)
    }
    return lines
  }
}
