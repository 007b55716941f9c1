import Glibc
import RapportKit

/// Runs other programs: the editor, the pager, the clipboard's.
enum Spawn {
  /// Runs a program to its end and gives its exit status, 128 and the signal's number when one ended it; nil when it
  /// cannot be started.
  ///
  /// - Parameters:
  ///   - arguments: the program, looked up in PATH, and what it is told.
  ///   - input: what it reads; nil for our own standard input.
  ///   - output: where its standard output goes; nil for ours.
  ///   - silent: whether what it says is thrown away.
  ///
  /// Ctrl-C is the program's meanwhile, not ours.
  static func run(
    _ arguments: [String], input: String? = nil, output: Int32? = nil, silent: Bool = false
  ) -> Int32? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let ends = input == nil ? nil : Files.pipe()
    if input != nil {
      guard let ends else { return nil }
      posix_spawn_file_actions_adddup2(&actions, ends.reading, 0)
    }
    if silent {
      for stream: Int32 in [1, 2] {
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
      }
    }
    if let output { posix_spawn_file_actions_adddup2(&actions, output, 1) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var standard = sigset_t()
    sigemptyset(&standard)
    for signal in [SIGPIPE, SIGINT, SIGQUIT] { sigaddset(&standard, signal) }
    posix_spawnattr_setsigdefault(&attributes, &standard)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    let keys = SignalPipe.ignoring([SIGINT, SIGQUIT])
    defer { SignalPipe.restore(keys) }
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let failed = posix_spawnp(
      &child, words[0] ?? strdup(""), &actions, &attributes, &words, environ)
    if let ends {
      close(ends.reading)
      if failed == 0, let input { _ = Files.write(input, to: ends.writing) }
      close(ends.writing)
    }
    guard failed == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return nil } }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }

  /// The file of the program called `name` in PATH.
  static func find(_ name: String, environment: [String: String]) -> String? {
    (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }
}
