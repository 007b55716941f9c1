import Foundation

extension Child {
  /// What a program that ran to its end wrote, and its exit status; nil when it was stopped for taking too long.
  struct Outcome {
    var output: String
    var error: String
    var status: Int32?
  }

  /// Runs a program that reads nothing, for at most `timeout` seconds; nil when it cannot be started.
  ///
  /// - Parameter scratch: an existing folder for what it writes.
  static func run(
    _ arguments: [String], environment: [String: String], folder: String, scratch: String,
    timeout: Double
  ) throws -> Outcome? {
    let files = (output: scratch + "/1", error: scratch + "/2")
    guard
      let child = spawn(arguments, environment: environment, folder: folder, files: files)
    else { return nil }
    let end = Clock.now + timeout
    var status = status(child)
    while status == nil, Clock.now < end {
      usleep(500)
      status = Self.status(child)
    }
    if status == nil {
      kill(-child, SIGKILL)
      waitpid(child, nil, 0)
    }
    func text(_ file: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
    }
    return Outcome(output: try text(files.output), error: try text(files.error), status: status)
  }
}
