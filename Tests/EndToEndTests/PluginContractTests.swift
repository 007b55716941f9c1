import Foundation
import RapportTesting
import Testing

@Test(arguments: PluginContract.Subject.shipped(in: package), PluginContract.checks)
func `every shipped plugin keeps the contract`(
  plugin: PluginContract.Subject, check: PluginContract.Check
) async throws {
  try await check.run(on: plugin)
}
