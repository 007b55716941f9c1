import Glibc

/// Starts programs for the terminal and the transcripts.
enum Child {
  /// Starts a program in a session of its own, and gives its process id; nil when it cannot be started.
  ///
  /// - Parameters:
  ///   - terminal: the terminal that becomes its input, its outputs and its controlling terminal.
  ///   - files: without a terminal, the files its two outputs go to; it then reads nothing.
  static func spawn(
    _ arguments: [String], environment: [String: String], folder: String?,
    terminal: String? = nil, files: (output: String, error: String)? = nil
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal ?? "/dev/null", O_RDWR, 0)
    if let files {
      let flags = O_WRONLY | O_CREAT | O_TRUNC
      posix_spawn_file_actions_addopen(&actions, 1, files.output, flags, 0o600)
      posix_spawn_file_actions_addopen(&actions, 2, files.error, flags, 0o600)
    } else {
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID of spawn.h, which Swift does not import.
    let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | 0x80
    posix_spawnattr_setflags(&attributes, Int16(flags))

    guard let program = path(of: arguments.first ?? "", environment: environment) else {
      return nil
    }
    let given = [program] + arguments.dropFirst()
    // A shell goes to the folder first; the call that would do so is not in every C library.
    let line =
      folder.map { ["/bin/sh", "-c", #"cd -- "$1" && shift && exec "$@""#, "sh", $0] + given }
      ?? given
    var words: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for string in words + variables { free(string) } }
    var child: pid_t = 0
    return posix_spawn(&child, line[0], &actions, &attributes, &words, &variables) == 0
      ? child : nil
  }

  /// The exit status of a program that has ended, 128 and the signal's number when one ended it; nil while it runs.
  static func status(_ child: pid_t) -> Int32? {
    var status: Int32 = 0
    guard waitpid(child, &status, WNOHANG) == child else { return nil }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }

  /// The program's file: looked up in the PATH it gets, not in ours.
  private static func path(of name: String, environment: [String: String]) -> String? {
    guard !name.contains("/") else { return name }
    return (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }
}

/// The seconds of a clock that never jumps.
enum Clock {
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
