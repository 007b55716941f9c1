import Foundation
package import RapportKit

/// A calendar as other programs read it (RFC 5545): one file to open or to subscribe to.
///
///     CalendarFile("Rapport", events).text  // BEGIN:VCALENDAR …
///
/// Times are written in UTC, so that no change of daylight saving time moves them; a day stays a day in every zone. Nothing in
/// it depends on when it is written: the same events give the same bytes.
package struct CalendarFile: Sendable, Hashable {
  /// What a calendar calls it.
  package var name: String
  /// What is in it.
  package var events: [CalendarEvent]

  /// A calendar of `events`.
  package init(_ name: String, _ events: [CalendarEvent]) {
    self.name = name
    self.events = events
  }

  /// The file, its lines ended by CR LF and folded at 75 octets.
  package var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rapport//Rapport//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "NAME:\(Self.escaped(name))", "X-WR-CALNAME:\(Self.escaped(name))",
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ]
    for event in events { lines += Self.lines(of: event) }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private static func lines(of event: CalendarEvent) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:\(escaped(event.id))@rapport", "DTSTAMP:\(utc(event.changed))",
      "LAST-MODIFIED:\(utc(event.changed))", "SEQUENCE:\(event.version)",
    ]
    let start = event.start
    if start.time == nil {
      lines.append("DTSTART;VALUE=DATE:\(day(start.date))")
      lines.append("DTEND;VALUE=DATE:\(day(start.date.adding(days: 1)))")
    } else {
      let instant = start.instant(in: event.zone)
      lines.append("DTSTART:\(utc(instant))")
      if let length = event.length { lines.append("DURATION:\(length)") }
    }
    lines.append("SUMMARY:\(escaped(event.title))")
    if let notes = event.notes { lines.append("DESCRIPTION:\(escaped(notes))") }
    if let place = event.place { lines.append("LOCATION:\(escaped(place))") }
    lines.append("TRANSP:\(event.length == nil ? "TRANSPARENT" : "OPAQUE")")
    if let reminder = event.reminder {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(escaped(event.title))",
        "TRIGGER:-\(reminder)", "END:VALARM",
      ]
    }
    return lines + ["END:VEVENT"]
  }

  /// `text` with what has a meaning of its own escaped (RFC 5545, 3.3.11), and without control characters.
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\", ";", ",": out += "\\\(character)"
      case "\n", "\r\n", "\r": out += "\\n"
      case "\t": out.append(character)
      default:
        out.unicodeScalars.append(
          contentsOf: character.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
      }
    }
    return out
  }

  /// `line` in pieces of at most 75 octets, each after the first behind a space; no character is cut.
  static func folded(_ line: String) -> String {
    var out = ""
    var octets = 0
    func add(_ piece: String.UnicodeScalarView) {
      let width = piece.reduce(0) { $0 + UTF8.width($1) }
      if octets + width > 75 {
        out += "\r\n "
        octets = 1
      }
      out.unicodeScalars.append(contentsOf: piece)
      octets += width
    }
    for character in line {
      let scalars = String(character).unicodeScalars
      if character.utf8.count <= 74 {
        add(scalars)
      } else {
        for scalar in scalars { add(String(scalar).unicodeScalars) }
      }
    }
    return out
  }

  private static func day(_ date: LocalDate) -> String { date.description.replacing("-", with: "") }

  private static func utc(_ instant: Date) -> String {
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down))
    let moment = Moment(instant, in: .gmt)
    let time = moment.time?.description.replacing(":", with: "") ?? "0000"
    let second = ((seconds % 60) + 60) % 60
    return "\(day(moment.date))T\(time)\(second < 10 ? "0" : "")\(second)Z"
  }
}
