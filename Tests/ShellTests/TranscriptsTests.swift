import Foundation
import RapportTesting
import Testing

@Suite struct TranscriptsTests {
  let page = """
    # A page

    ```yaml file=notes/rise.yaml
    from: 2027-03-01
    ```

    ```console
    $ cat notes/rise.yaml
    from: 2027-03-01
    $ echo one > kept; echo out; echo err >&2; \\
      exit 3
    out
    err
    [exit 3]
    $ cat kept; echo; echo "$RAPPORT_NOW $TZ"
    one

    2026-11-24T09:00:00+01:00 Europe/Berlin
    $ echo "$PWD"; true
    ~
    ```

    ```sh
    $ not run
    ```

    """

  private func check(_ text: String, records: Bool = false) throws -> (
    report: String?, page: String
  ) {
    try withFolder { folder in
      let file = folder + "/page.md"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let report = try Transcripts(records: records).check(file)
      return (
        report?.replacing(folder + "/", with: ""), try String(contentsOfFile: file, encoding: .utf8)
      )
    }
  }

  @Test func `a page that tells the truth passes`() throws {
    #expect(try check(page).report == nil)
  }

  @Test func `a difference is shown where it is`() throws {
    let wrong = page.replacing("\nerr\n[exit 3]", with: "\nerror")
    #expect(
      try check(wrong).report == """
        page.md:10: $ echo one > kept; echo out; echo err >&2; \\
          exit 3
          out
        - error
        + err
        + [exit 3]
        """)
  }

  @Test func `a recording writes the page anew and still fails`() throws {
    let wrong = page.replacing("\nerr\n[exit 3]", with: "").replacing("~\n", with: "")
    let recorded = try check(wrong, records: true)
    #expect(recorded.page == page)
    #expect(
      recorded.report?.hasSuffix("Look at the change, and run again without recording.") == true)
  }

  @Test func `a command that does not end is stopped`() throws {
    try withFolder { folder in
      let file = folder + "/page.md"
      try "```console\n$ echo a; sleep 30\na\n```\n".write(
        toFile: file, atomically: true, encoding: .utf8)
      let report = try Transcripts(timeout: 0.2, records: false).check(file)
      #expect(report?.hasSuffix("  a\n+ [did not end within 0.2 s]") == true)
    }
  }

  @Test func `a folder that is linked stands in the page's folder and is shown by its name`() throws
  {
    try withFolder { folder in
      let file = folder + "/page.md"
      try "```console\n$ ls -d data; readlink data\ndata\ndata\n```\n".write(
        toFile: file, atomically: true, encoding: .utf8)
      #expect(try Transcripts(links: ["data": folder], records: false).check(file) == nil)
    }
  }
}
