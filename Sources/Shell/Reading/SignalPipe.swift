import Dispatch
import Glibc

/// The write end that the handler uses; a C handler can reach nothing but a global.
// Safe because it is set once, before the first handler is installed, and only read after that.
nonisolated(unsafe) private var signalPipeEnd: Int32 = -1

/// Turns signals into bytes on a pipe, so that they are heard in turn with keys, never in the middle of something.
enum SignalPipe {
  /// The read end; -1 when the system has no pipe to give.
  static let descriptor: Int32 = {
    guard let ends = Files.pipe() else { return -1 }
    for end in [ends.reading, ends.writing] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    signalPipeEnd = ends.writing
    return ends.reading
  }()

  /// Sends `signals` to the pipe and gives the actions they had before.
  static func catching(_ signals: [Int32]) -> [(signal: Int32, before: sigaction)] {
    guard descriptor >= 0 else { return [] }
    return signals.compactMap { signal in
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { signal in
        let error = errno
        var byte = UInt8(truncatingIfNeeded: signal)
        write(signalPipeEnd, &byte, 1)
        errno = error
      }
      var before = sigaction()
      return sigaction(signal, &action, &before) == 0 ? (signal, before) : nil
    }
  }

  /// Lets `signals` pass unheard and gives the actions they had before.
  static func ignoring(_ signals: [Int32]) -> [(signal: Int32, before: sigaction)] {
    signals.compactMap { signal in
      var action = sigaction()
      action.__sigaction_handler.sa_handler = SIG_IGN
      var before = sigaction()
      return sigaction(signal, &action, &before) == 0 ? (signal, before) : nil
    }
  }

  /// Gives signals the actions they had before.
  static func restore(_ actions: [(signal: Int32, before: sigaction)]) {
    for (signal, before) in actions {
      var before = before
      sigaction(signal, &before, nil)
    }
  }

  /// The signals that came since the last call, in order.
  static func arrived() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).map(Int32.init)
  }
}

/// Ctrl-C while no line is being read: while a command works.
///
///     let watch = Interrupts.watch { task.cancel() }
///     defer { watch.stop() }
///
/// Once a watch has begun, Ctrl-C no longer ends the program, until `stop`.
package final class Interrupts: Sendable {
  // Safe because a source may be used from any thread.
  nonisolated(unsafe) private let source: (any DispatchSourceRead)?
  private let before: [(signal: Int32, before: sigaction)]

  /// Calls `heard`, on a thread of its own, at each Ctrl-C.
  package static func watch(_ heard: @escaping @Sendable () -> Void) -> Interrupts {
    Interrupts(heard)
  }

  private init(_ heard: @escaping @Sendable () -> Void) {
    before = SignalPipe.catching([SIGINT])
    guard SignalPipe.descriptor >= 0 else {
      source = nil
      return
    }
    let source = DispatchSource.makeReadSource(
      fileDescriptor: SignalPipe.descriptor, queue: .global())
    source.setEventHandler {
      for signal in SignalPipe.arrived() where signal == SIGINT { heard() }
    }
    source.resume()
    self.source = source
  }

  /// Ends the watch.
  package func stop() {
    source?.cancel()
    SignalPipe.restore(before)
  }
}
