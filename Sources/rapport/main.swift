import Foundation
import Shell

Output.ignoreClosedPipes()
let program = Program(
  arguments: Array(CommandLine.arguments.dropFirst()),
  environment: ProcessInfo.processInfo.environment)
exit(await program.run())
