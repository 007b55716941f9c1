/// Finds promises in any text: a draft, a sheet, a pasted email.
///
///     try await context.reading.promises(in: "We will send the labels by Friday.")  // who "We", by Friday 27 November
public protocol PromiseReader: Sendable {
  /// The promises we make in `text`, in its order; lines that quote somebody else are passed over.
  func promises(in text: String) async throws(Problem) -> [FoundPromise]
  /// `text`, which is one promise, with who keeps it taken off; nil where it names nobody ("new labels").
  ///
  /// - Parameter customers: what the customer and the person there are called; what one of them does is theirs.
  func promise(_ text: String, to customers: [String]) async throws(Problem) -> FoundPromise?
}

/// A promise as it stands in a text.
public struct FoundPromise: Sendable, Hashable {
  /// Who does it, as written; nil when nobody is named: "the labels will be sent".
  public var who: String?
  /// What is promised, without who and when.
  public var what: String
  /// By when.
  public var due: Moment?
  /// The words as they stand.
  public var text: String
  /// The line they begin in, from 1.
  public var line: Int
  /// Whether the customer does it, and not we.
  public var isTheirs: Bool

  /// Describes a promise that was found.
  public init(
    who: String?, what: String, due: Moment?, text: String, line: Int, isTheirs: Bool = false
  ) {
    self.who = who
    self.what = what
    self.due = due
    self.text = text
    self.line = line
    self.isTheirs = isTheirs
  }
}

/// Finds nothing: for contexts without a reader.
public struct NoPromises: PromiseReader {
  /// Needs nothing.
  public init() {}
  /// None.
  public func promises(in text: String) async throws(Problem) -> [FoundPromise] { [] }
  /// Nobody.
  public func promise(_ text: String, to customers: [String]) async throws(Problem) -> FoundPromise?
  {
    nil
  }
}
