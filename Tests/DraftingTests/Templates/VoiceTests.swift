import RapportKit
import Testing

@testable import Drafting

/// What an answer becomes in a message to the customer, and in one about them.
struct VoiceTests {
  private static let addressee = Addressee(customer: "Acme", person: "Maria Ortiz")

  private func voice(person: String? = "Maria Ortiz") -> Voice {
    var voice = Voice(address: { text, _ in text })
    voice.addressee = Addressee(customer: "Acme", person: person)
    return voice
  }

  @Test(arguments: [
    ("we lost two days of their data", "we lost two days of your data"),
    ("Rob was rude to them", "Rob was rude to you"),
    ("I sent their contract to another customer", "I sent your contract to another customer"),
    (
      "we delivered a cake with nuts although they ordered it without",
      "we delivered a cake with nuts although you ordered it without"
    ),
    ("we sent the wrong parts to them", "we sent the wrong parts to you"),
    ("we forgot to call them back", "we forgot to call you back"),
    (
      "we charged their cards twice and did not tell them",
      "we charged your cards twice and did not tell you"
    ),
    ("our driver left their parcel in the rain", "our driver left your parcel in the rain"),
    ("Their order went missing", "Your order went missing"),
    ("they were left without power", "you were left without power"),
    ("they're waiting", "you are waiting"),
    (
      "we promised them a desk and they never got one",
      "we promised you a desk and you never got one"
    ),
    (
      "we lost all their photos and they need them on Friday",
      "we lost all your photos and you need them on Friday"
    ),
  ])
  func `the customer is spoken to`(text: String, said: String) {
    #expect(voice().text(text, of: nil) == said)
  }

  @Test(arguments: [
    "our developers said they cannot build it", "our drivers lost their way",
    "prices went up and they will rise again", "the labels came late because they were misprinted",
    "our suppliers raised their prices", "our driver said they were closed",
    "we mixed up the boxes and their lids", "Rob and Priya thought they had sent it",
    "the carrier lost it and they never answered", "it went to another customer and they opened it",
    "the note said “they are late”", "we printed the labels and sent off all of them",
  ])
  func `in doubt nothing is turned`(text: String) {
    #expect(voice().text(text, of: nil) == text)
  }

  @Test func `an earlier answer may say who they are`() {
    #expect(voice().namesOthers("our developers deleted it"))
    #expect(!voice().namesOthers("I deleted their orders"))
    #expect(voice().text("they had no list", of: nil, others: true) == "they had no list")
    let harm = Question("harm", ask: "They could not …", type: .text)
    #expect(voice().text("open their shop", of: harm, others: true) == "open your shop")
  }

  @Test func `a reason that begins with they blames nobody`() {
    let cause = Question("cause", ask: "It happened because I …", type: .text)
    #expect(voice().text("they changed their format", of: cause) == "they changed their format")
    #expect(voice().text("I misread their order", of: cause) == "I misread your order")
  }

  @Test func `a commitment speaks to them behind things and not behind people`() {
    let repair = Question("repair", ask: "To put it right, …", type: .commitment)
    for (text, said) in [
      ("print the labels again and bring them", "print the labels again and bring them"),
      ("send them today", "send you today"),
      ("print the labels and send them", "print the labels and send them"),
      ("refund both fees and call them", "refund both fees and call you"),
      ("pack the parts and send them a courier", "pack the parts and send you a courier"),
      ("bring the boxes to their shop", "bring the boxes to your shop"),
    ] {
      #expect(voice().text(text, of: repair) == said)
    }
    #expect(
      voice().text("ask the drivers to give them keys", of: repair)
        == "ask the drivers to give them keys")
  }

  @Test(arguments: [
    ("I forgot to send you the contract", "I forgot to send Acme the contract"),
    ("I sent your contract to another customer", "I sent Acme’s contract to another customer"),
    (
      "we promised you that you would get your desk",
      "we promised Acme that they would get their desk"
    ),
    ("we were late for you", "we were late for Acme"),
    ("the parts you ordered were wrong", "the parts they ordered were wrong"),
    ("we told Acme that you're next", "we told Acme that they're next"),
    ("Thank you for waiting", "Thank you for waiting"),
    ("nobody has used it but you", "nobody has used it but Acme"),
    ("we knew it before you did", "we knew it before they did"),
  ])
  func `for colleagues the customer is spoken about`(text: String, said: String) {
    #expect(voice().aside.text(text, of: nil) == said)
  }

  @Test func `in public nobody is named, and who does it is we`() {
    var voice = Voice(
      address: { text, _ in text.replacing("Maria", with: "you") },
      conceal: { text, _ in text.replacing("Dana", with: "a colleague") })
    voice.addressee = Self.addressee
    #expect(
      voice.on(.email).text("Dana forgot to call Maria", of: nil) == "Dana forgot to call you")
    #expect(
      voice.on(.status).text("Dana forgot to call Maria", of: nil)
        == "a colleague forgot to call you")
    #expect(
      voice.on(.internal).text("Dana forgot to call Maria", of: nil) == "Dana forgot to call Maria")
    #expect(voice.on(.email).doer("Maria") == "you")
    #expect(voice.on(.email).doer("Dana") == "Dana")
    #expect(voice.on(.status).doer("Dana") == "we")
    #expect(voice.on(.internal).doer("Maria") == "Maria")
  }

  @Test func `behind “They can …” a pronoun does`() {
    let instead = Question("instead", ask: "You can …", type: .text)
    #expect(
      voice().aside.text("use the slips we sent you until your order is there", of: instead)
        == "use the slips we sent them until their order is there")
  }

  @Test(
    arguments: [
      ("rob will ring her on thursday at 3pm", 26, 15, "on Thursday 26 November at 15:00"),
      ("dana will credit it by friday", 27, nil, "by Friday 27 November"),
      ("dana will credit it friday", 27, nil, "by Friday 27 November"),
      ("rob will visit them on friday", 27, nil, "on Friday 27 November"),
      ("rob will ring her today at 4pm", 24, 16, "today at 16:00"),
      ("rob will ring her by 4pm today", 24, 16, "by 16:00 today"),
      ("rob will ring her today", 24, nil, "today"),
      ("rob will fix it tomorrow", 25, nil, "by Wednesday 25 November"),
      ("rob will fix it by noon tomorrow", 25, 12, "by 12:00 on Wednesday 25 November"),
      ("rob will be there tomorrow at 9", 25, 9, "on Wednesday 25 November at 9:00"),
    ] as [(String, Int, Int?, String)])
  func `a date keeps its on and at`(text: String, day: Int, hour: Int?, due: String) {
    let by = Moment(LocalDate(2026, 11, day), hour.flatMap { LocalTime($0) })
    let wording = Wording(today: LocalDate(2026, 11, 24))
    #expect(wording.due(Commitment(what: "x", by: by, text: text)) == due)
  }

  @Test(arguments: [
    ("she moves to Scotland with her family", true, false), ("we need the room", true, false),
    ("this year's costs are higher", false, false), ("higher costs", false, false),
    ("this is the last year", true, false), ("it ends on 31 March", true, true),
    ("Kate leaves us in march", false, true), ("we may close", true, false),
    ("it comes next week", true, true), ("it comes on 2026-12-03 only", true, true),
  ])
  func `a clause and a date in it are known by their form`(text: String, whole: Bool, dated: Bool) {
    #expect(Clause.isWhole(text) == whole)
    #expect(Clause.isDated(text) == dated)
  }
}
