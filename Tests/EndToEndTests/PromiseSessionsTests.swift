import Foundation
import RapportTesting
import Testing

extension TerminalSessionsTests {
  @Test func `R14 a promise that stands in a checked text is noted with one key`() throws {
    let desk = try Desk()
    let file = desk.home + "/reply.txt"
    try "Hello Maria,\n\nDana will credit the November fee by Friday.\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    let terminal = try desk.sitDown()
    try terminal.say("check \(file)", until: "note the promise: Dana, credit the November fee")
    try terminal.wait(for: "Enter goes on:")
    terminal.send("1")
    terminal.send(.enter)
    try terminal.wait(for: "To which customer")
    try terminal.say("Acme", until: "Promise noted: Dana, Fri 27 Nov.")
  }

  @Test func `a promise is asked for by its parts, and a bold date is said before it is kept`()
    throws
  {
    let desk = try Desk()
    for (number, days) in [(3, 9), (4, 12), (5, 14)] {
      try desk.run([
        "promise", "Acme", "labels for gate \(number) by 31 October", "--now", "2026-10-01T09:00",
      ])
      try desk.run([
        "promise", "kept", "\(number)", "--now",
        "2026-10-\(1 + days < 10 ? "0" : "")\(1 + days)T09:00",
      ])
    }
    let terminal = try desk.sitDown()
    try terminal.say("promise Acme", until: "We will …")
    try terminal.say("send labels for Oslo", until: "It is done when …")
    try terminal.say("", until: "the time and the money")
    try terminal.say("yes", until: "four in five took 14. Say 14: Tuesday 8 December.")
    try terminal.say("friday", until: "bolder than your history")
    try terminal.say("8 december", until: "Promise noted: you, Tue 8 Dec.")
  }
}
