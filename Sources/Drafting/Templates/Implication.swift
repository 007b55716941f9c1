import RapportKit

extension Condition {
  /// Whether `other` holds wherever this one does, as far as their form tells.
  ///
  ///     Condition.oneOf(id: "kind", values: ["price"]).implies(.answered("kind"))  // true
  func implies(_ other: Condition) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (_, .all(let others)) where others.allSatisfy(implies): return true
    case (_, .any(let others)) where others.contains(where: implies): return true
    case (.oneOf(let id, let values), .oneOf(let other, let others)):
      return id == other && Set(values).isSubset(of: others)
    case (.oneOf(let id, _), .answered(let other)): return id == other
    case (.all(let conditions), _): return conditions.contains { $0.implies(other) }
    case (.any(let conditions), _):
      return !conditions.isEmpty && conditions.allSatisfy { $0.implies(other) }
    default: return false
    }
  }
}
