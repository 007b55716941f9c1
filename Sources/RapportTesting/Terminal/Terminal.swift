import Glibc

/// Runs a program on a terminal of its own, types into it and reads its screen.
///
///     let terminal = try Terminal(["rapport"], columns: 80, rows: 24, environment: ["HOME": home])
///     try terminal.wait(for: "rapport>")
///     terminal.send("ask refunds")
///     terminal.send(.enter)
///     try terminal.wait(for: "Refunds")
///     terminal.send(.ctrlD)
///     let status = try terminal.exit()  // 0
///
/// Wait for the prompt before you type: what is typed ahead is shown twice, by the terminal and by the line editor.
/// The terminal is a real one, so line editing, signals and window sizes are the system's. A program that still runs
/// when the value goes is ended.
public final class Terminal {
  /// A key or a chord that no text stands for.
  public enum Key: String, Sendable, CaseIterable {
    /// Enter.
    case enter = "\r"
    /// Tab.
    case tab = "\t"
    /// Backspace.
    case backspace = "\u{7F}"
    /// Escape.
    case escape = "\u{1B}"
    /// The arrow up.
    case up = "\u{1B}[A"
    /// The arrow down.
    case down = "\u{1B}[B"
    /// The arrow to the right.
    case right = "\u{1B}[C"
    /// The arrow to the left.
    case left = "\u{1B}[D"
    /// Ctrl-A.
    case ctrlA = "\u{1}"
    /// Ctrl-C.
    case ctrlC = "\u{3}"
    /// Ctrl-D.
    case ctrlD = "\u{4}"
    /// Ctrl-E.
    case ctrlE = "\u{5}"
    /// Ctrl-L.
    case ctrlL = "\u{C}"
    /// Ctrl-R.
    case ctrlR = "\u{12}"
    /// Ctrl-U.
    case ctrlU = "\u{15}"
    /// Ctrl-X.
    case ctrlX = "\u{18}"
    /// Ctrl-Z.
    case ctrlZ = "\u{1A}"
  }

  /// What went wrong, with the screen as it was.
  public struct Failure: Error, CustomStringConvertible {
    /// What was expected, and what was there.
    public let description: String
  }

  private let master: Int32
  private let child: pid_t
  private var virtual: VirtualScreen
  private var mark = (line: 0, column: 0)
  private var erasures = 0
  private var status: Int32?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - arguments: the program, looked up in PATH, and what it is told.
  ///   - columns: the width of the window.
  ///   - rows: its height.
  ///   - environment: all of the program's environment, but for TERM=xterm and a PATH where none is given.
  ///   - folder: the folder it starts in; ours when nil.
  public init(
    _ arguments: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
    folder: String? = nil
  ) throws(Failure) {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    virtual = VirtualScreen(columns: columns, rows: rows)
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    // TIOCSPTLCK and TIOCGPTN of asm-generic/ioctls.h, which Swift does not import.
    guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0,
      ioctl(master, 0x8004_5430, &number) == 0
    else { throw Failure(description: "The system has no pseudo-terminal to give.") }
    Self.size(master, columns: columns, rows: rows)
    let given = ["TERM": "xterm", "PATH": "/usr/local/bin:/usr/bin:/bin"]
      .merging(environment) { $1 }
    guard
      let child = Child.spawn(
        arguments, environment: given, folder: folder, terminal: "/dev/pts/\(number)")
    else {
      close(master)
      throw Failure(description: "“\(arguments.first ?? "")” could not be started.")
    }
    self.child = child
  }

  deinit {
    if status == nil {
      kill(-child, SIGKILL)
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
    close(master)
  }

  /// Types `text`.
  public func send(_ text: String) {
    take(for: 0)
    mark = (virtual.scrolled + virtual.row, virtual.column)
    erasures = virtual.erasures
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EAGAIN { return }
      take(for: count > 0 ? 0 : 10)
    }
  }

  /// Presses a key.
  public func send(_ key: Key) { send(key.rawValue) }

  /// Pastes `text` as a terminal does that marks what is pasted (bracketed paste).
  public func paste(_ text: String) { send("\u{1B}[200~\(text)\u{1B}[201~") }

  /// Waits until `text` stands on the screen behind the place where the cursor was at the last `send`, and so is
  /// new. A text that is wrapped by the terminal has a line end there.
  ///
  /// - Parameter timeout: how many seconds; then it is a failure that shows the screen.
  public func wait(for text: String, timeout: Double = 60) throws(Failure) {
    try wait("for “\(text)”", timeout: timeout) {
      let start = virtual.erasures == erasures ? mark : (line: virtual.scrolled, column: 0)
      return virtual.text(from: start).contains(text)
    }
  }

  /// Waits until the whole screen fulfils `condition`.
  public func wait(timeout: Double = 60, until condition: (String) -> Bool) throws(Failure) {
    try wait("in vain", timeout: timeout) { condition(virtual.lines.joined(separator: "\n")) }
  }

  /// The screen: lines without the spaces at their ends, and without empty lines at the bottom.
  public var screen: String {
    take(for: 0)
    return virtual.lines.joined(separator: "\n")
  }

  /// Where the cursor is, both from 0.
  public var cursor: (row: Int, column: Int) {
    take(for: 0)
    return (virtual.row, virtual.column)
  }

  /// What the program put on the clipboard (OSC 52), in base 64.
  public var clipboard: String? {
    take(for: 0)
    return virtual.clipboard
  }

  /// Changes the size of the window; the program gets SIGWINCH.
  public func resize(columns: Int, rows: Int) {
    take(for: 0)
    virtual.resize(columns: columns, rows: rows)
    Self.size(master, columns: columns, rows: rows)
  }

  /// Waits for the program's end and gives its exit status, 128 and the signal's number when one ended it.
  public func exit(timeout: Double = 60) throws(Failure) -> Int32 {
    try wait("for the program's end", timeout: timeout) {
      if status == nil { status = Child.status(child) }
      return status != nil
    }
    take(for: 0)
    return status ?? 0
  }

  /// Whether the program has ended.
  public var isOver: Bool {
    if status == nil { status = Child.status(child) }
    return status != nil
  }

  private func wait(_ what: String, timeout: Double, _ condition: () -> Bool) throws(Failure) {
    let end = Clock.now + timeout
    take(for: 0)
    while !condition() {
      guard Clock.now < end else {
        throw Failure(
          description: "Waited \(timeout) s \(what). The screen was:\n"
            + virtual.lines.joined(separator: "\n"))
      }
      take(for: 20)
    }
  }

  /// Takes in what the program has written, waiting up to so many milliseconds for the first of it.
  private func take(for milliseconds: Int32) {
    var bytes = [UInt8](repeating: 0, count: 65536)
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var patience = milliseconds
    while poll(&source, 1, patience) > 0 {
      let count = read(master, &bytes, bytes.count)
      guard count > 0 else {
        // The program has closed its side; a moment until its end is known.
        if patience > 0 { usleep(1000) }
        return
      }
      virtual.write(bytes[..<count])
      patience = 0
    }
  }

  private static func size(_ terminal: Int32, columns: Int, rows: Int) {
    var window = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &window)
  }
}
