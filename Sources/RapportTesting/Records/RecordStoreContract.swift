public import RapportKit

/// What every `RecordStore` keeps to, as checks that each want a fresh, empty store.
///
///     @Test(arguments: RecordStoreContract.checks)
///     func `keeps the contract`(check: RecordStoreContract.Check) async throws {
///       try await check.run(on: InMemoryRecordStore())
///     }
///
/// A check that fails throws a `Breach`, which says what was expected and what came.
public enum RecordStoreContract {
  /// All checks.
  public static let checks: [Check] = saving + refusing + querying + undoing + histories

  /// One promise, with what proves it.
  public struct Check: Sendable, CustomStringConvertible {
    /// The promise, as a sentence.
    public let description: String
    private let body: @Sendable (any RecordStore) async throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (any RecordStore) async throws -> Void)
    {
      self.description = description
      self.body = body
    }

    /// Proves the promise on `store`, which must be empty; throws a `Breach` where it is not kept.
    public func run(on store: any RecordStore) async throws { try await body(store) }
  }

  /// A promise that was not kept.
  public struct Breach: Error, CustomStringConvertible {
    /// What was expected and what came.
    public let description: String
  }

  static func expect<T: Equatable>(_ actual: T, _ expected: T, _ what: String) throws(Breach) {
    guard actual != expected else { return }
    throw Breach(description: "\(what): expected \(expected), got \(actual)")
  }

  /// Expects `body` to refuse with this problem.
  static func expectProblem(
    _ code: Problem.Code, _ message: String, _ body: () async throws(Problem) -> Saved
  ) async throws(Breach) {
    let result = await outcome(body)
    guard case .failure(let problem) = result else {
      throw Breach(description: "expected a problem “\(message)”, got \(result)")
    }
    try expect(
      "\(problem.code.rawValue): \(problem.message)", "\(code.rawValue): \(message)", "the problem")
    guard problem.help != nil else {
      throw Breach(description: "“\(message)” does not say what to do next")
    }
  }

  private static func outcome(
    _ body: () async throws(Problem) -> Saved
  ) async -> Result<Saved, Problem> {
    do throws(Problem) { return .success(try await body()) } catch { return .failure(error) }
  }
}
