import Drafting
import Foundation
import RapportKit
import Testing

/// Messages from many trades that are as they should be.
struct GoodMessagesTests {
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
      $0 != "README.md" && $0.hasSuffix(".md")
    }.sorted()
  static let folder = "\(Shipped.root)/Tests/DraftingTests/Fixtures"

  static func message(_ name: String) throws -> (text: String, kind: String, channel: Channel) {
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    func field(_ key: String) -> String {
      text.split(separator: "\n").first { $0.hasPrefix("\(key): ") }.map {
        String($0.dropFirst(key.count + 2))
      } ?? ""
    }
    return (text, field("kind"), Channel(rawValue: field("channel")) ?? .email)
  }

  @Test func `there are thirty of them`() { #expect(Self.names.count >= 30) }

  @Test(arguments: names)
  func `a good message raises no error and no warning`(name: String) throws {
    let (text, kind, channel) = try Self.message(name)
    let report = try Shipped.checker.check(text, kind: kind, channel: channel)
    let found = report.findings.filter { $0.level > .hint }.map {
      "\($0.line):\($0.column) \($0.check) \($0.match)"
    }
    #expect(found == [])
  }
}
