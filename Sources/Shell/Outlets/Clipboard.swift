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
    /// A program took it: `pbcopy`, `wl-copy`, `xclip`, `tmux`.
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
  ///   - environment: PATH, TERM, TMUX, SSH_CONNECTION, WAYLAND_DISPLAY and DISPLAY decide.
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

  /// Keeps `text` and says where: with a program that surely can, else the terminal, else a file.
  ///
  /// Many terminals hear OSC 52 and some do not, without saying which; so a program of the same desktop comes first.
  /// Longer than 70 kB is more than terminals take at a time. Only a file that cannot be written is a problem.
  package func copy(_ text: String) throws(Problem) -> Destination {
    for (name, arguments) in programs {
      guard let program = Spawn.find(name, environment: environment) else { continue }
      if Spawn.run([program] + arguments, input: text, silent: true) == 0 { return .program(name) }
    }
    if let terminal, isSet("TERM"), environment["TERM"] != "dumb", text.utf8.count <= 70_000,
      Files.write(Self.sequence(for: text), to: terminal) == nil
    {
      return .terminal
    }
    let file = stateFolder + "/copied.txt"
    guard Files.replace(file, with: text) else {
      throw Problem(
        .unreadable, "The text could not be copied: \(file) cannot be written.",
        help: "Check the folder, or write the text to a file of your own with `>`.")
    }
    return .file(file)
  }

  /// The programs that could take it where the person sits: tmux, which hears no OSC 52 from within unless told to,
  /// then those of the desktop, unless that is another machine's.
  private var programs: [(String, [String])] {
    var programs: [(String, [String])] = []
    if isSet("TMUX"), terminal != nil { programs.append(("tmux", ["load-buffer", "-w", "-"])) }
    if isSet("SSH_CONNECTION") { return programs }
    programs.append(("pbcopy", []))
    if isSet("WAYLAND_DISPLAY") { programs.append(("wl-copy", [])) }
    if isSet("DISPLAY") { programs.append(("xclip", ["-selection", "clipboard"])) }
    return programs
  }

  private func isSet(_ name: String) -> Bool { environment[name] ?? "" != "" }

  /// What asks a terminal to keep `text` (xterm control sequences, OSC 52).
  static func sequence(for text: String) -> String {
    "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}"
  }
}
