import Foundation
import RapportKit
import Shell
import Testing

@Suite struct OutletTests {
  /// Writes a script from within a process of its own: a file that this one has open for writing while another test
  /// starts a program cannot be run for a moment ("text file busy").
  private func program(_ script: String, at file: String) throws {
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = [
      "-c", #"printf '#!/bin/sh\nPATH=/usr/bin:/bin\n%s\n' "$1" > "$2"; chmod 755 "$2""#, "sh",
      script, file,
    ]
    try writer.run()
    writer.waitUntilExit()
  }

  @Test func `a terminal is asked to keep the text`() throws {
    try withFolder { folder in
      let file = folder + "/terminal"
      try Data().write(to: URL(fileURLWithPath: file))
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
      let clipboard = Clipboard(
        environment: ["TERM": "xterm"], stateFolder: folder, terminal: handle.fileDescriptor)
      #expect(try clipboard.copy("Grüße") == .terminal)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "\u{1B}]52;c;R3LDvMOfZQ==\u{7}")
    }
  }

  @Test(arguments: [[:], ["TERM": "dumb", "PATH": "/nowhere", "DISPLAY": ":0"]])
  func `without a clipboard the text lies in a file, and it says where`(
    environment: [String: String]
  ) throws {
    try withFolder { folder in
      let state = folder + "/state"
      let clipboard = Clipboard(environment: environment, stateFolder: state, terminal: nil)
      let place = try clipboard.copy("Hello")
      #expect(place == .file(state + "/copied.txt") && place.description == state + "/copied.txt")
      #expect(try String(contentsOfFile: state + "/copied.txt", encoding: .utf8) == "Hello")
    }
  }

  @Test func `a program takes the text where there is a display`() throws {
    try withFolder { folder in
      try program("cat > '\(folder)/taken'", at: folder + "/wl-copy")
      let clipboard = Clipboard(
        environment: ["PATH": folder, "WAYLAND_DISPLAY": "wayland-0"], stateFolder: folder,
        terminal: nil)
      #expect(try clipboard.copy("Hello") == .program("wl-copy"))
      #expect(try String(contentsOfFile: folder + "/taken", encoding: .utf8) == "Hello")
    }
  }

  @Test func `over ssh the terminal takes it, not a program on the other machine`() throws {
    try withFolder { folder in
      try program("exit 0  # without reading a word", at: folder + "/xclip")
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/null"))
      var environment = ["PATH": folder, "DISPLAY": ":10", "TERM": "xterm"]
      func copy() throws -> Clipboard.Destination {
        try Clipboard(
          environment: environment, stateFolder: folder, terminal: handle.fileDescriptor
        ).copy(String(repeating: "Hello ", count: 11_500))
      }
      #expect(try copy() == .program("xclip"))
      environment["SSH_CONNECTION"] = "10.0.0.1 22 10.0.0.2 22"
      #expect(try copy() == .terminal)
    }
  }

  @Test func `a text comes back from the editor as it was left there`() throws {
    let edited = try Editor.edit(
      "We were down.\nSorry.", environment: ["VISUAL": "", "EDITOR": "sed -i s/down/up/"])
    #expect(edited == "We were up.\nSorry.")
  }

  @Test func `an editor that fails is a problem that names it`() {
    let problem = #expect(throws: Problem.self) {
      try Editor.edit("x", environment: ["EDITOR": "false"])
    }
    #expect(problem?.message == "The editor (false) did not end well; the text is as it was.")
  }
}
