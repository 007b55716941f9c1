import Foundation
import RapportKit
import Shell
import Testing

@Suite struct OutletTests {
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
      let program = folder + "/wl-copy"
      try "#!/bin/sh\nexec /bin/cat > '\(folder)/taken'\n".write(
        toFile: program, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
      let clipboard = Clipboard(
        environment: ["PATH": folder, "WAYLAND_DISPLAY": "wayland-0"], stateFolder: folder,
        terminal: nil)
      #expect(try clipboard.copy("Hello") == .program("wl-copy"))
      #expect(try String(contentsOfFile: folder + "/taken", encoding: .utf8) == "Hello")
    }
  }

  @Test func `over ssh the terminal takes it, not a program on the other machine`() throws {
    try withFolder { folder in
      try "#!/bin/sh\nexit 0  # without reading a word\n".write(
        toFile: folder + "/xclip", atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder + "/xclip")
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
