package import RapportKit

/// The names that reading knows: customers, their people, and colleagues. A value, given.
package struct Directory: Sendable, Hashable {
  /// A customer on record.
  package struct Customer: Sendable, Hashable {
    /// The record.
    package var id: RecordID
    /// The name.
    package var name: String
    /// Other names.
    package var aliases: [String]

    /// Names a customer.
    package init(id: RecordID, name: String, aliases: [String] = []) {
      self.id = id
      self.name = name
      self.aliases = aliases
    }

    /// The value an answer holds.
    package var named: Named { Named(id: id, name: name) }
  }

  /// A person on record.
  package struct Person: Sendable, Hashable {
    /// The record.
    package var id: RecordID
    /// The name.
    package var name: String
    /// The customer the person belongs to.
    package var customer: RecordID?

    /// Names a person.
    package init(id: RecordID, name: String, customer: RecordID? = nil) {
      self.id = id
      self.name = name
      self.customer = customer
    }

    /// The value an answer holds.
    package var named: Named { Named(id: id, name: name) }
  }

  /// The customers.
  package var customers: [Customer]
  /// Their people.
  package var people: [Person]
  /// The names of colleagues.
  package var colleagues: [String]

  /// Gathers the known names.
  package init(customers: [Customer] = [], people: [Person] = [], colleagues: [String] = []) {
    self.customers = customers
    self.people = people
    self.colleagues = colleagues
  }
}
