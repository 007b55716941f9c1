import RapportKit
import Shell
import Testing

@Suite struct MarkdownRenderingTests {
  let page = """
    # Own it

    Say **what** you did, in _one_ sentence, with `undo` at hand;
    see [the page](own-it.md) or https://example.org.

    - First a rather long item that goes past the edge of the line
    - Second
      1. inner one
      2. inner two

    9. nine

    10. ten ~~old~~

    > Quoted words that are long enough to wrap around the edge.

    ```sh
    rapport mistake   --answers a.yaml
    ```

    | Promise | Kept |
    | --- | ---: |
    | Label archive | 3 |
    | Credit | 12 |

    ---
    """

  @Test func `Markdown reads well on a narrow screen`() {
    #expect(
      renderer(terminal(40)).markdown(page) == """
        Own it

        Say what you did, in one sentence, with
        `undo` at hand; see the page or
        https://example.org.

        • First a rather long item that goes
          past the edge of the line
        • Second
          1. inner one
          2. inner two

        9.  nine

        10. ten old

        │ Quoted words that are long enough to
        │ wrap around the edge.

          rapport mistake   --answers a.yaml

        Promise        Kept
        ─────────────  ────
        Label archive     3
        Credit           12

        ────────────────────────────────────────

        """)
  }

  @Test func `with --plain nothing is drawn`() {
    let plain = Screen(isTerminal: false, environment: [:], plain: true)
    #expect(
      renderer(plain).markdown("- one\n\n> two\n\n|a|\n|-|\n|b|\n")
        == "- one\n\n> two\n\na\n-\nb\n")
  }

  @Test func `styles are marked in colour, and a code loses its backticks`() {
    #expect(
      renderer(terminal(80, colours: true)).markdown("## Say **it** with `undo`")
        == "\u{1B}[1mSay it with \u{1B}[0m\u{1B}[1;36mundo\u{1B}[0m\n")
  }

  @Test func `a table gives way where it is widest, and its cells wrap`() {
    let table = RapportKit.Table(
      columns: ["When", "What", "Days"],
      rows: [
        ["23 Nov", "The printers were down for three hours", "1"], ["2 Oct", "Praise", "12"],
      ])
    #expect(
      renderer(terminal(30)).render(.table(table)) == """
        When    What              Days
        ──────  ────────────────  ────
        23 Nov  The printers         1
                were down for
                three hours
        2 Oct   Praise              12

        """)
  }

  @Test func `a table without room for its columns becomes a list`() {
    let table = RapportKit.Table(
      columns: ["Customer", "Contact", "Standing"],
      rows: [["Acme Corporation", "Maria Ortiz", "good, but cooling"], ["Birch", "Lund", "new"]])
    #expect(
      renderer(terminal(22)).render(.table(table)) == """
        Customer: Acme
        Corporation
        Contact: Maria Ortiz
        Standing: good, but
        cooling

        Customer: Birch
        Contact: Lund
        Standing: new

        """)
  }

  @Test func `in a pipe each row of a table is one line`() {
    let long = String(repeating: "word ", count: 30) + "end"
    let table = RapportKit.Table(columns: ["A", "B"], rows: [[long, "x"]])
    let lines = renderer(pipe).render(.table(table)).split(separator: "\n")
    #expect(lines.count == 3 && lines[2] == "\(long)  x")
  }

  @Test func `bars carry their numbers`() {
    let bars = [Bar("trust", 6, of: 10), Bar("respect shown", 4.5, of: 5), Bar("none", 0, of: 0)]
    #expect(
      renderer(terminal(50)).render(.bars(bars)) == """
        trust          ███████████████░░░░░░░░░░  6 of 10
        respect shown  ███████████████████████░░  4.5 of 5
        none           ░░░░░░░░░░░░░░░░░░░░░░░░░  0 of 0

        """)
    #expect(
      renderer(Screen(isTerminal: false, environment: [:], plain: true))
        .render(.bars([Bar("trust", 12, of: 10)]))
        == "trust  ##############################  12 of 10\n")
  }

  @Test func `figures over time carry their numbers and what is said of them`() {
    let trend = [
      TrendLine("Trust", [4, 3.3, 1], from: 1, to: 5, says: "declined"),
      TrendLine("  Honesty", [5, 5, 5], from: 1, to: 5),
    ]
    #expect(
      renderer(terminal(60)).render(.trend(trend)) == """
        Trust      ▆▅▁  4.0 3.3 1.0  declined
          Honesty  ███  5.0 5.0 5.0

        """)
    #expect(
      renderer(Screen(isTerminal: false, environment: [:], plain: true)).render(.trend(trend))
        == "Trust      4.0 3.3 1.0  declined\n  Honesty  5.0 5.0 5.0\n")
  }
}
