import Conversation
import RapportKit
import Testing

struct HelpPageTests {
  @Test func `A command's page says how it is used`() {
    var command = Commands.sample.all[0]
    command.guidance = ["mistakes/own-it"]
    command.drafts = [DraftSpec("message", channels: [.chat, .email])]
    command.examples = [Example(run: "mistake --answers a.yaml"), Example(run: "mistake --help")]
    command.questions = [
      .customer, .choice("severity", "minor", "major"), .text("more", required: false),
      Question("who", ask: "Who?", type: .person, hint: "Enter to leave out", required: false),
    ]
    command.options = [
      Question("tone", ask: "Which tone", type: .text, hint: "warm", required: false),
      Question("all", ask: "All of it", type: .yesno),
    ]
    #expect(
      HelpPage.page(for: command) == """
        **mistake [CUSTOMER] [HAPPENED]**

        Own a mistake.

        Also: `sorry`, `oops`.

        Or just say it: “we were down and nobody told the customer”

        It asks, and each is a flag too:

        - `--customer` (customer): Customer?
        - `--severity` (minor, major): Severity?
        - `--more` (text): More?  optional
        - `--who` (person): Who?  (Enter to leave out)

        Options:

        - `--tone` (text): Which tone  (warm)
        - `--all`: All of it

        Channels: email, chat.

        Examples:

            rapport mistake --answers a.yaml

        Rests on: `mistakes/own-it` (`knowledge show PAGE`).

        """)
  }

  @Test func `The overview goes by moment, the whole list by plugin`() {
    var briefs = Commands.sample.briefs
    briefs[0].moment = .wrong
    briefs[1].moment = .agree
    #expect(
      HelpPage.overview(briefs) == """
        **Something went wrong**

        - `mistake` (sorry, oops): Own a mistake.

        **Agree and keep**

        - `promise`: Promise.

        Then: `copy` and `sent` a message, `done` a line of `due`, `undo` the last change, `resume` an open conversation, `customer add`, `set me`.

        `help COMMAND` says how one is used, `help all` lists every one. Or write what happened, in your own words.

        """)
    #expect(
      HelpPage.all(Array(briefs.prefix(4))) == """
        **Rapport**

        - `due` (today): What is due.

        **m**

        - `mistake` (sorry, oops): Own a mistake.

        **p**

        - `promise`: Promise.
        - `promise kept` (kept): Kept.

        """)
  }

  @Test func `Every flag is on the flags' page`() {
    let page = HelpPage.flags()
    for spec in Flags.specs { #expect(page.contains("`--\(spec.name)")) }
  }
}
