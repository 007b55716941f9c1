import FoundationEssentials
import Glibc
package import RapportKit

/// Puts text where it can be pasted from.
///
///     let place = try Clipboard(environment: environment, stateFolder: "…/rapport").copy(mail)
///     place.description  // "the clipboard" or "…/rapport/copied.txt"
package struct Clipboard: Sendable {
  /// Where a text went.
  package enum Destination: Sendable, Hashable, CustomStringConvertible {
    /// The terminal was asked to keep it (OSC 52), which works over ssh too.
    case terminal
    /// A program took it: `pbcopy`, `wl-copy`, `xclip`.
    case program(String)
    /// It lies in a file.
    case file(String)

    /// Where it is, for a sentence: "Copied to \(destination)."
    package var description: String {
      switch self {
      case .terminal, .program: "the clipboard"
      case .file(let file): file
      }
    }
  }

  private let environment: [String: String]
  private let stateFolder: String
  private let terminal: Int32?

  /// A clipboard for these surroundings.
  ///
  /// - Parameters:
  ///   - environment: TERM, DISPLAY, WAYLAND_DISPLAY and PATH decide.
  ///   - stateFolder: where a file lies when there is nothing else.
  ///   - terminal: the terminal's descriptor; nil when there is none.
  package init(
    environment: [String: String], stateFolder: String, terminal: Int32? = standardTerminal
  ) {
    self.environment = environment
    self.stateFolder = stateFolder
    self.terminal = terminal
  }

  /// Standard output when it is a terminal.
  package static var standardTerminal: Int32? { isatty(1) == 1 ? 1 : nil }

  /// Keeps `text` and says where.
  ///
  /// Longer than 70 kB is more than terminals take at a time. Only a file that cannot be written is a problem.
  package func copy(_ text: String) throws(Problem) -> Destination {
    if let terminal, environment["TERM"] ?? "" != "", environment["TERM"] != "dumb",
      text.utf8.count <= 70_000, Files.write(Self.sequence(for: text), to: terminal) == nil
    {
      return .terminal
    }
    for (name, arguments) in programs {
      guard let program = Spawn.find(name, environment: environment) else { continue }
      if Spawn.run([program] + arguments, input: text, silent: true) == 0 { return .program(name) }
    }
    let file = stateFolder + "/copied.txt"
    guard Files.replace(file, with: text) else {
      throw Problem(
        .unreadable, "The text could not be copied: \(file) cannot be written.",
        help: "Check the folder, or write the text to a file of your own with `>`.")
    }
    return .file(file)
  }

  /// The programs that could take it here.
  private var programs: [(String, [String])] {
    var programs: [(String, [String])] = [("pbcopy", [])]
    if environment["WAYLAND_DISPLAY"] ?? "" != "" { programs.append(("wl-copy", [])) }
    if environment["DISPLAY"] ?? "" != "" {
      programs.append(("xclip", ["-selection", "clipboard"]))
    }
    return programs
  }

  /// What asks a terminal to keep `text` (xterm control sequences, OSC 52).
  static func sequence(for text: String) -> String {
    "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}"
  }
}
