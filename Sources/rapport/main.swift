import Dispatch
import Foundation
import Shell

Output.ignoreClosedPipes()

// Said before anything is started, so that it costs next to nothing.
if CommandLine.arguments.dropFirst() == ["--version"] {
  print("rapport \(Version.number)")
  exit(0)
}

Task { @MainActor in
  let program = Program(
    arguments: Array(CommandLine.arguments.dropFirst()),
    environment: ProcessInfo.processInfo.environment)
  exit(await program.run())
}
dispatchMain()
