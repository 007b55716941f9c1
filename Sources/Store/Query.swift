import GRDB
import RapportKit

extension RecordQuery {
  /// The records that fit, in their order.
  func fetch(_ db: Database) throws -> [Record] {
    let (sql, arguments) = statement
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
      .map(Record.init(row:))
  }

  /// The statement that finds them.
  var statement: (sql: String, arguments: StatementArguments) {
    var conditions: [String] = []
    var arguments: StatementArguments = []
    func require(_ condition: String, _ argument: some DatabaseValueConvertible) {
      conditions.append(condition)
      arguments += [argument]
    }

    if !ids.isEmpty {
      require("id IN (SELECT value FROM json_each(?))", ids.map(\.rawValue).jsonList)
    }
    if let number { require("number = ?", number) }
    if !kinds.isEmpty {
      // With `+` its index is not used: the first few by date are found sooner along the index on the date.
      let kind = order == .due ? "+kind" : "kind"
      require("\(kind) IN (SELECT value FROM json_each(?))", kinds.map(\.rawValue).jsonList)
    }
    if let customer { require("customer = ?", customer.rawValue) }
    if !states.isEmpty { require("state IN (SELECT value FROM json_each(?))", states.jsonList) }
    if let title { require("folded_title = ?", title.folded) }
    if order == .due { conditions.append("due_utc IS NOT NULL") }

    var sql = "SELECT \(Record.columns) FROM record"
    if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
    sql += " ORDER BY " + order.sql
    if let limit {
      sql += " LIMIT ?"
      arguments += [max(0, limit)]
    }
    return (sql, arguments)
  }
}

extension RecordQuery.Order {
  /// The terms of ORDER BY; SQLite puts NULL last when it descends.
  fileprivate var sql: String {
    switch self {
    case .number: "number"
    case .latest: "\(RecordSchema.happenedKey) DESC, number DESC"
    case .due: "due_utc, number"
    }
  }
}

extension Sequence where Element == String {
  /// A JSON list, for `json_each`.
  var jsonList: String { Node.list(map { .text($0) }).json }
}
