import Foundation
import RapportTesting
import Testing

/// Six programs at once, each noting eight promises from a script, in a home that is not there yet: all are kept, the customer
/// they all name for the first time is one, and nobody sees a database that is locked.
@Test func `promises noted by many at once are all there, and none twice`() async throws {
  let desk = try Desk(knowingAcme: false)
  let outputs = try await withThrowingTaskGroup(of: String.self) { group in
    for writer in 1...6 {
      group.addTask {
        let lines = (1...8).map { "promise Acme part \(writer)-\($0) by Friday\n" }.joined()
        let file = "\(desk.home)/script-\(writer)"
        try lines.write(toFile: file, atomically: true, encoding: .utf8)
        return try desk.run(["run", file], errors: true)
      }
    }
    var outputs: [String] = []
    for try await output in group { outputs.append(output) }
    return outputs
  }
  #expect(outputs.allSatisfy { !$0.contains("locked") && !$0.contains("rapport:") })
  let rows = try desk.run(["promise", "list", "--everything", "--csv"]).split(separator: "\n")
    .dropFirst()
  let parts = rows.map { $0.split(separator: ",")[2] }
  #expect(parts.count == 48)
  #expect(Set(parts).count == 48)
  let customers = try desk.run(["customer", "list"])
  #expect(customers.components(separatedBy: "Acme").count == 2)
}
