import Foundation
import Shell
import Testing

@Suite struct CommandHistoryTests {
  @Test func `commands come back in the next session`() throws {
    try withFolder { folder in
      let file = folder + "/state/rapport/history"
      var history = CommandHistory(file: file)
      for line in ["ask refunds", "ask refunds", " secret", "  ", "", "say a\\nb 🎉"] {
        history.add(line)
      }
      #expect(history.lines == ["ask refunds", "say a\\nb 🎉"])
      #expect(CommandHistory(file: file).lines == history.lines)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "ask refunds\nsay a\\nb 🎉\n")
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test func `a pasted message is there for Up, and never on disk`() throws {
    try withFolder { folder in
      var history = CommandHistory(file: folder + "/history")
      history.add("due")
      history.add("Dear Sam,\nthe printers are down.")
      #expect(history.lines == ["due", "Dear Sam,\nthe printers are down."])
      let stored = try String(contentsOfFile: folder + "/history", encoding: .utf8)
      #expect(stored == "due\n")
    }
  }

  @Test func `two sessions at once lose nothing`() throws {
    try withFolder { folder in
      let file = folder + "/history"
      var one = CommandHistory(file: file)
      var two = CommandHistory(file: file)
      one.add("from one")
      two.add("from two")
      one.add("one again")
      #expect(CommandHistory(file: file).lines == ["from one", "from two", "one again"])
    }
  }

  @Test func `the file stays bounded and keeps the latest`() throws {
    try withFolder { folder in
      let file = folder + "/history"
      var history = CommandHistory(file: file, limit: 3)
      for number in 1...20 {
        history.add("line \(number)")
        let stored = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").count
        #expect(stored <= 6)
      }
      #expect(history.lines == ["line 18", "line 19", "line 20"])
      #expect(CommandHistory(file: file, limit: 3).lines == history.lines)
    }
  }

  @Test func `lines about a customer can be erased`() throws {
    try withFolder { folder in
      let file = folder + "/history"
      var history = CommandHistory(file: file)
      for line in ["timeline acme", "due", "ask acme refunds"] { history.add(line) }
      let erased = try CommandHistory.erase(from: file) { $0.contains("acme") }
      #expect(erased == 2)
      try history.erase { $0.contains("acme") }
      #expect(history.lines == ["due"])
      #expect(CommandHistory(file: file).lines == ["due"])
      let none = try CommandHistory.erase(from: folder + "/none") { _ in true }
      #expect(none == 0)
    }
  }

  @Test func `a file that cannot be written leaves the session its own history`() {
    var history = CommandHistory(file: "/proc/none/history")
    history.add("due")
    #expect(history.lines == ["due"])
  }
}
