public import FoundationEssentials

/// Something with a date that a calendar shows. The same `id` again is the same event, brought up to date.
public struct CalendarEvent: Sendable, Hashable {
  /// What it is known by, for ever: a record's id.
  public var id: String
  /// One line.
  public var title: String
  /// What else there is to say.
  public var notes: String?
  /// When: a day, or a moment in `zone`.
  public var start: Moment
  /// How long it lasts; nil for a reminder, which takes no time.
  public var length: LocalDuration?
  /// The zone of `start`.
  public var zone: TimeZone
  /// When it was last changed; a calendar keeps the later one.
  public var changed: Date
  /// How often its date was changed.
  public var version: Int
  /// How long before its start it is brought to mind; nil for never.
  public var reminder: LocalDuration?
  /// Where: a place, a number to call, an address on the web.
  public var place: String?

  /// Describes an event.
  public init(
    id: String, _ title: String, notes: String? = nil, start: Moment, length: LocalDuration? = nil,
    zone: TimeZone, changed: Date, version: Int = 0, reminder: LocalDuration? = nil,
    place: String? = nil
  ) {
    self.id = id
    self.title = title
    self.notes = notes
    self.start = start
    self.length = length
    self.zone = zone
    self.changed = changed
    self.version = version
    self.reminder = reminder
    self.place = place
  }
}
