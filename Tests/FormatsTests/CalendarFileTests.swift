import Foundation
import RapportKit
import Testing

@testable import Formats

private let berlin = TimeZone(identifier: "Europe/Berlin") ?? .gmt
private let changed = Date(timeIntervalSince1970: 1_795_000_000)

private func event(_ title: String, _ start: String, zone: TimeZone = berlin) -> CalendarEvent {
  CalendarEvent(
    id: "01J0000000000000000000000A", title,
    start: Moment(iso: start) ?? Moment(LocalDate(2026, 1, 1)), zone: zone, changed: changed,
    version: 2, reminder: LocalDuration(minutes: 900))
}

@Test func `a calendar is written whole`() {
  let file = CalendarFile("Rapport", [event("Acme: labels, boxes; tape", "2026-11-27")])
  #expect(
    file.text.split(separator: "\r\n").map(String.init) == [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rapport//Rapport//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "NAME:Rapport", "X-WR-CALNAME:Rapport",
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "BEGIN:VEVENT",
      "UID:01J0000000000000000000000A@rapport", "DTSTAMP:20261118T110640Z",
      "LAST-MODIFIED:20261118T110640Z", "SEQUENCE:2", "DTSTART;VALUE=DATE:20261127",
      "DTEND;VALUE=DATE:20261128", "SUMMARY:Acme: labels\\, boxes\\; tape", "TRANSP:TRANSPARENT",
      "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Acme: labels\\, boxes\\; tape",
      "TRIGGER:-PT15H", "END:VALARM", "END:VEVENT", "END:VCALENDAR",
    ])
}

@Test(arguments: [
  ("2026-03-28T12:00", "20260328T110000Z"), ("2026-03-29T12:00", "20260329T100000Z"),
  ("2026-10-24T12:00", "20261024T100000Z"), ("2026-10-25T12:00", "20261025T110000Z"),
])
func `noon stays noon on both sides of a change of the clocks`(local: String, utc: String) {
  #expect(CalendarFile("x", [event("Call", local)]).text.contains("DTSTART:\(utc)\r\n"))
}

@Test(arguments: ["Überraschungsgäste in Łódź", "東京ガスへの新しいラベル", "👩🏽‍🚀 e\u{301}"])
func `a line folds at 75 octets and comes back whole`(word: String) {
  let line = "SUMMARY:" + String(repeating: word + " ", count: 12)
  let folded = CalendarFile.folded(line)
  let pieces = folded.components(separatedBy: "\r\n")
  #expect(pieces.count > 1)
  #expect(pieces.allSatisfy { $0.utf8.count <= 75 })
  #expect(folded.replacingOccurrences(of: "\r\n ", with: "") == line)
}

@Test func `what has a meaning in a calendar is escaped, and control characters go`() {
  #expect(CalendarFile.escaped("a\\b;c,d\ne\r\nf\u{07}g") == "a\\\\b\\;c\\,d\\ne\\nfg")
}

@Test func `comma-separated values stand in quotes where they must`() {
  #expect(
    CSV.text([["no", "what"], ["4", "labels, \"new\""], ["5", "two\nlines"]])
      == "no,what\n4,\"labels, \"\"new\"\"\"\n5,\"two\nlines\"\n")
}
