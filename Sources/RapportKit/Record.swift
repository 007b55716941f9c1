/// The id of a record: 26 characters of Crockford's base 32, the last two its position in a conversation.
public struct RecordID: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
  /// The 26 characters.
  public var rawValue: String

  /// Takes the characters as they are.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The 26 characters.
  public var description: String { rawValue }
}

/// The id of a conversation: a ULID in a session, a hash of command and answers in batch, in both cases ending
/// in `00`.
public struct ConversationID: RawRepresentable, Sendable, Hashable, Codable,
  CustomStringConvertible
{
  /// The 26 characters.
  public var rawValue: String

  /// Takes the characters as they are.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Makes an id of 16 bytes, the first six of them a time in a ULID. Fewer bytes count as zeros.
  public init(bytes: [UInt8]) {
    var text = ""
    var buffer: UInt32 = 0
    var bits = 2  // 26 characters hold 130 bits; the first two are zero.
    var source = bytes.prefix(16).makeIterator()
    while text.count < 24 {
      while bits < 5 {
        buffer = buffer << 8 | UInt32(source.next() ?? 0)
        bits += 8
      }
      text.append(Self.alphabet[Int(buffer >> UInt32(bits - 5)) & 31])
      bits -= 5
    }
    rawValue = text + "00"
  }

  /// The id of the record at `position`, 0 to 1023.
  public func record(_ position: Int) -> RecordID {
    let tail = [Self.alphabet[position >> 5 & 31], Self.alphabet[position & 31]]
    return RecordID(rawValue: rawValue.prefix(24) + String(tail))
  }

  /// Whether `record` was made in this conversation.
  public func made(_ record: RecordID) -> Bool {
    record.rawValue.prefix(24) == rawValue.prefix(24)
  }

  /// The 26 characters.
  public var description: String { rawValue }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
}

/// Something remembered: a customer, a person, an incident, a promise, a draft, a step, or a plugin's own kind.
///
/// The shape is one for all, so that timeline, due, undo, export and erase work for every plugin's records.
public struct Record: Sendable, Hashable {
  /// The id.
  public var id: RecordID
  /// The short number a person types; the store gives it.
  public var number: Int?
  /// What it is.
  public var kind: Kind
  /// The customer it belongs to.
  public var customer: RecordID?
  /// The person it concerns.
  public var person: RecordID?
  /// One line that says it.
  public var title: String
  /// Where it stands: `open`, `kept`, `draft`, `sent`.
  public var state: String
  /// The plugin that wrote it.
  public var plugin: String
  /// Who wrote it.
  public var by: String?
  /// When it was last written, as an ISO 8601 instant; the store gives it.
  public var changed: String?
  /// The plugin's own data.
  public var body: Node
  /// When it happened.
  public var happened: Moment?
  /// When it is due.
  public var due: Moment?
  /// The IANA zone of both.
  public var zone: String?

  /// Describes a record.
  public init(
    id: RecordID, kind: Kind, customer: RecordID? = nil, person: RecordID? = nil, title: String,
    state: String = "open", plugin: String = "", by: String? = nil, body: Node = [:],
    happened: Moment? = nil, due: Moment? = nil, zone: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.customer = customer
    self.person = person
    self.title = title
    self.state = state
    self.plugin = plugin
    self.by = by
    self.body = body
    self.happened = happened
    self.due = due
    self.zone = zone
  }

  /// What a record is; a plugin may name kinds of its own.
  public struct Kind: RawRepresentable, Sendable, Hashable, Codable, ExpressibleByStringLiteral {
    /// The name, lower case.
    public var rawValue: String
    /// Names a kind.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Names a kind.
    public init(stringLiteral value: String) { rawValue = value }

    /// A customer; `title` is the name, `body.aliases` other names.
    public static let customer: Kind = "customer"
    /// A person at a customer; `title` is the name, `body` has email, role, greeting, language, channel, zone.
    public static let person: Kind = "person"
    /// Something that went wrong; `body.until` is when it ended.
    public static let incident: Kind = "incident"
    /// A promise made; `person` or `body.owner` says by whom, `due` by when.
    public static let promise: Kind = "promise"
    /// A dated next step; `body.owner` says whose.
    public static let step: Kind = "step"
    /// What passed between us; `body.kind` says how: call, mail, visit, praise, complaint; `body.quote` has their words.
    public static let contact: Kind = "contact"
    /// A small hurt; `body` has category and days.
    public static let slip: Kind = "slip"
    /// A message; `body.versions` has its texts by channel, `body.answers` what it was made from.
    public static let draft: Kind = "draft"
  }
}

/// What is to be saved, all of it or nothing.
public struct Change: Sendable, Hashable {
  /// Records to add, or to put in place of those with the same id.
  public var put: [Record]
  /// Records to take away.
  public var remove: [RecordID]
  /// Links between records.
  public var links: [Link]

  /// Gathers a change.
  public init(put: [Record] = [], remove: [RecordID] = [], links: [Link] = []) {
    self.put = put
    self.remove = remove
    self.links = links
  }

  /// Whether there is nothing to save.
  public var isEmpty: Bool { put.isEmpty && remove.isEmpty && links.isEmpty }

  /// That one record has to do with another.
  public struct Link: Sendable, Hashable {
    /// The record that points.
    public var from: RecordID
    /// The record it points at.
    public var to: RecordID
    /// What the second is to the first: `about`, `for`, `repeats`.
    public var role: String

    /// Links `from` to `to`.
    public init(_ from: RecordID, _ to: RecordID, role: String) {
      self.from = from
      self.to = to
      self.role = role
    }
  }
}
