import Foundation
import RapportTesting
import Testing

/// Whether Python and its package `icalendar` are here to judge our files.
private let judge: Bool = (try? python("import icalendar", "")).map { $0.status == 0 } ?? false

@Test(.enabled(if: judge, "Skipped: it needs python3 with the package icalendar."))
func `R17 another program reads every calendar file, and the same events keep their ids`() throws {
  let desk = try Desk()
  try desk.run(["promise", "Acme", "new labels by Friday 12:00, Dana"])
  try desk.run([
    "promise", "Acme",
    "Überraschung für die Gäste in Łódź und Århus, \(long) by 29 March 2027 12:00",
  ])
  try desk.run(["promise", "Acme", "boxes; tape, \\ and “quotes” by 1 December"])
  let first = try desk.run(["due", "--ics", "-"])
  let events = try read(first)
  #expect(events.count == 3)
  #expect(
    Set(events.map(\.start)) == [
      "2026-11-27 11:00:00+00:00", "2027-03-29 10:00:00+00:00", "2026-12-01",
    ])
  #expect(events.contains { $0.summary == "Acme: Boxes; tape, \\ and “quotes”" })
  #expect(first.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
  #expect(try desk.run(["due", "--ics", "-"]) == first)

  try desk.run(["promise", "moved", "3", "4 December"])
  let later = try read(try desk.run(["due", "--ics", "-"]))
  #expect(Set(later.map(\.uid)) == Set(events.map(\.uid)))
  #expect(later.contains { $0.start == "2026-12-04" || $0.start.hasPrefix("2026-12-04") })
}

private let long = String(repeating: "größte Sorgfalt ", count: 8)

private struct Event {
  var uid: String
  var start: String
  var summary: String
}

/// The events of `calendar` as Python's icalendar reads them; what it complains of fails the test.
private func read(_ calendar: String) throws -> [Event] {
  let program = """
    import sys, icalendar
    calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
    for part in calendar.walk():
        assert not part.errors, part.errors
    for event in calendar.walk("VEVENT"):
        assert event["DTSTAMP"].dt and len(event.walk("VALARM")) == 1
        event.to_ical()
        print(event["UID"], event["DTSTART"].dt, event["SUMMARY"], sep="\\t")
    """
  let outcome = try python(program, calendar)
  #expect(outcome.status == 0, "\(outcome.output)")
  return outcome.output.split(separator: "\n").map { line in
    let cells = line.split(separator: "\t").map(String.init)
    return Event(uid: cells[0], start: cells[1], summary: cells[2])
  }
}

private func python(_ program: String, _ input: String) throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["python3", "-c", program]
  let output = Pipe()
  let file = NSTemporaryDirectory() + "rapport-ics-" + UUID().uuidString
  try input.write(toFile: file, atomically: true, encoding: .utf8)
  defer { try? FileManager.default.removeItem(atPath: file) }
  process.standardInput = FileHandle(forReadingAtPath: file)
  process.standardOutput = output
  process.standardError = output
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}
