import GRDB
import RapportKit

extension RecordQuery {
  /// The records that fit, in their order.
  func fetch(_ db: Database) throws -> [Record] {
    let (sql, arguments) = statement
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    return try Array(rows.map(Record.init(row:)))
  }

  /// How many fit.
  func count(_ db: Database) throws -> Int {
    let (condition, arguments) = condition
    return try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM record" + condition), arguments: arguments) ?? 0
  }

  /// The statement that finds them.
  var statement: (sql: String, arguments: StatementArguments) {
    var (condition, arguments) = condition
    if order == .due, !undated {
      condition += (condition.isEmpty ? " WHERE " : " AND ") + "due_utc IS NOT NULL"
    }
    var few = condition + " ORDER BY " + order.sql
    if let limit {
      few += " LIMIT ?"
      arguments += [max(0, limit)]
    }
    // The first few of many are found in an index alone, before any record is read.
    if order == .due, limit != nil, customer == nil {
      few = " WHERE number IN (SELECT number FROM record\(few)) ORDER BY \(order.sql)"
    }
    var columns = Record.columns
    if let key = bodyKey?.filter({ $0.isLetter || $0 == "_" }) {
      let value = "body -> '$.\(key)'"
      columns = columns.replacing(
        " body,",
        with: " iif(\(value) IS NULL, '{}', json_object('\(key)', json(\(value)))),")
    }
    let sql = "SELECT \(columns) FROM record" + few
    return (sql, arguments)
  }

  /// What a record must hold to, from WHERE on.
  private var condition: (sql: String, arguments: StatementArguments) {
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
      // With `+` its index is not used: the newest few are found sooner from the end of the table.
      let kind = order == .newest ? "+kind" : "kind"
      require("\(kind) IN (SELECT value FROM json_each(?))", kinds.map(\.rawValue).jsonList)
    }
    if let customer { require("customer = ?", customer.rawValue) }
    if !states.isEmpty { require("state IN (SELECT value FROM json_each(?))", states.jsonList) }
    if let title { require("folded_title = ?", title.folded) }
    if let person { require("person = ?", person.rawValue) }
    if let owner { require("lower(json_extract(body, '$.owner')) = ?", owner.lowercased()) }
    if let dueBy { require("due_utc <= ?", dueBy) }
    if undated { conditions.append("due_utc IS NULL") }
    return (
      conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "), arguments
    )
  }
}

extension RecordQuery.Order {
  /// The terms of ORDER BY; SQLite puts NULL last when it descends.
  fileprivate var sql: String {
    switch self {
    case .number: "number"
    case .newest: "number DESC"
    case .latest: "\(RecordSchema.happenedKey) DESC, number DESC"
    case .due: "due_utc, number"
    }
  }
}

extension Sequence where Element == String {
  /// A JSON list, for `json_each`.
  var jsonList: String { Node.list(map { .text($0) }).json }
}
