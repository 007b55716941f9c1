import RapportKit
import Shell
import Testing

@Suite struct EnvelopeTests {
  @Test func `a reply is one object whose keys are always there`() {
    let reply = Reply(
      blocks: [.note("Noted."), .bars([Bar("trust", 6, of: 10)])],
      drafts: [
        Draft(
          template: "message", kind: "apology", to: Named(name: "Maria"),
          versions: [.init(.chat, body: "Sorry.")])
      ],
      next: [NextStep("Call", due: Moment(LocalDate(2026, 11, 30)), part: .way)],
      citations: ["mistakes/own-it"])
    #expect(
      Envelope(command: "mistake", status: .done, reply: reply).node.json == """
        {"rapport":1,"command":"mistake","status":"done","reply":{"blocks":[\
        {"type":"note","text":"Noted."},\
        {"type":"bars","bars":[{"label":"trust","value":6,"full":10}]}],\
        "drafts":[{"template":"message","kind":"apology","to":{"id":null,"name":"Maria"},\
        "versions":[{"channel":"chat","subject":null,"body":"Sorry.","gaps":[]}]}],\
        "files":[],"change":{"put":[],"remove":[],"links":[]},\
        "next":[{"action":"Call","owner":"me","due":"2026-11-30","part":"way","draft":null}],\
        "citations":["mistakes/own-it"],"needsAttention":false},"problems":[]}
        """)
  }

  @Test func `a problem is one object, those found with it follow`() {
    let problem = Problem(
      .missingAnswer, "“customer” is missing.", help: "Give it.",
      also: [Problem(.badFile, "Bad.", at: Place(file: "a.yaml", line: 2, column: 3))])
    #expect(
      Envelope(command: nil, status: Outcome(problem), problems: [problem]).node.json == """
        {"rapport":1,"command":null,"status":"missing","reply":null,"problems":[\
        {"code":"missing-answer","message":"“customer” is missing.","help":"Give it.",\
        "file":null,"line":null,"column":null},\
        {"code":"bad-file","message":"Bad.","help":null,"file":"a.yaml","line":2,"column":3}]}
        """)
  }

  @Test(arguments: [
    (Problem.Code.usage, Int32(2)), (.badAnswer, 2), (.missingAnswer, 3), (.notFound, 1),
    (.pluginFailed, 4), (.untrusted, 5), (.interrupted, 130), ("a-plugins-own", 2),
  ])
  func `a problem decides the exit code`(code: Problem.Code, exit: Int32) {
    #expect(Outcome(Problem(code, "It went wrong.")).exitCode == exit)
  }
}
