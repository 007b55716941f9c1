import Conversation
import RapportKit
import Testing

@Suite struct `Filling from a sentence` {
  static let questions: [Question] = [
    Question("customer", ask: "Which customer?", type: .customer, from: .customer),
    Question("person", ask: "Who?", type: .person, from: .person),
    Question("what", ask: "What happened?", type: .text, from: .text),
    Question("when", ask: "When?", type: .date, from: .date),
    Question("length", ask: "How long?", type: .duration, from: .duration),
    Question("cost", ask: "How much?", type: .money, from: .money),
    Question("repair", ask: "To put it right …", type: .commitment, from: .commitment),
    Question(
      "told", ask: "Do they know?", type: .choice,
      options: [
        .init(
          "no",
          says: ["nobody told", "they do not know", "did not tell", "have not heard", "not told"]),
        .init(
          "yes",
          says: [
            "they know", "complained", "they noticed", "are angry", "is angry", "found out",
            "told them straight", "they are waiting",
          ]),
      ], from: .option),
  ]

  @Test(arguments: [
    (
      "we were down three hours yesterday and nobody told Acme",
      "customer=Acme length=PT3H told=no what=we were down when=2026-11-23"
    ),
    ("I sent Acme the wrong invoice", "customer=Acme what=I sent Acme the wrong invoice"),
    ("nobody told Birch Ltd", "customer=Birch Ltd(new) told=no what=nobody told Birch Ltd"),
    (
      "we were down two hours at Northwind yesterday",
      "customer=Northwind(new) length=PT2H what=we were down two hours at Northwind when=2026-11-23"
    ),
    (
      "I sent Northwind the wrong invoice",
      "customer=Northwind(new) what=I sent Northwind the wrong invoice"
    ),
    ("we told Maria Stern about it", "what=we told Maria Stern about it"),
    (
      "we told Maria on Monday",
      "customer=Acme person=Maria Ortiz what=we told Maria when=2026-11-23"
    ),
    ("we were down on Monday", "what=we were down when=2026-11-23"),
    ("we missed the deadline of Friday", "what=we missed the deadline of Friday when=2026-11-20"),
    (
      "Yesterday we shipped Vega the wrong parts.",
      "customer=Vega Logistics GmbH what=we shipped Vega the wrong parts when=2026-11-23"
    ),
    (
      "the delivery to maria was two days late",
      "customer=Acme length=PT48H person=Maria Ortiz what=the delivery to maria was two days late"
    ),
    (
      "I forgot to call Maria at Acme on Friday",
      "customer=Acme person=Maria Ortiz what=I forgot to call Maria at Acme when=2026-11-20"
    ),
    (
      "told Peter at Acme the wrong price last Friday",
      "customer=Acme person=Peter(new) what=I told Peter at Acme the wrong price when=2026-11-20"
    ),
    (
      "we overcharged Oak & Co by 250 EUR in the last invoice",
      "cost=25000 EUR customer=Oak & Co what=we overcharged Oak & Co by 250 EUR in the last invoice"
    ),
    (
      "Dana deleted acme's backup this morning, they don't know",
      "customer=Acme told=no what=Dana deleted acme's backup when=2026-11-24"
    ),
    (
      "our API was slow for 90 minutes on 20 November",
      "length=PT1H30M what=our API was slow when=2026-11-20"
    ),
    (
      "the shop was offline from 9:10 to 12:10 yesterday",
      "length=PT3H what=the shop was offline when=2026-11-23"
    ),
    (
      "Acme complained and I will call them tomorrow",
      "customer=Acme repair=[I|call them|2026-11-25] told=yes what=Acme complained"
    ),
    ("we lost the files for Hillside", "what=we lost the files for Hillside"),
    ("Kite and Acme both got the wrong price", "what=Kite and Acme both got the wrong price"),
    ("a kite got stuck in the drone", "what=a kite got stuck in the drone"),
    (
      "Sorry, we missed the call with Northwind two weeks ago",
      "customer=Northwind(new) what=we missed the call with Northwind when=2026-11-10"
    ),
    (
      "Monday's release broke the login for everyone",
      "what=Monday's release broke the login for everyone"
    ),
    (
      "How to Tell Client I Quit After I Already Accepted Work",
      "what=How to Tell Client I Quit After I Already Accepted Work"
    ),
    ("Our PDF export sends the EUR total in USD", "what=Our PDF export sends the EUR total in USD"),
    ("we moved the server to Berlin", "what=we moved the server to Berlin"),
    ("I told Peter the wrong thing", "what=I told Peter the wrong thing"),
    ("the outage lasted three hours", "length=PT3H what=the outage lasted three hours"),
    ("the release was yesterday", "what=the release was yesterday when=2026-11-23"),
    (
      "backups run every day and cost 20 EUR a day",
      "cost=2000 EUR what=backups run every day and cost 20 EUR a day"
    ),
    ("we agreed 30 days notice", "what=we agreed 30 days notice"),
    ("version 2.10 broke 24/7 support", "what=version 2.10 broke 24/7 support"),
    (
      "invoice INV-2026-11-20 went to the wrong client",
      "what=invoice INV-2026-11-20 went to the wrong client"
    ),
    ("3/4 of the labels were blank", "what=3/4 of the labels were blank"),
    (
      "we could not print for half an hour, and Oak is angry",
      "customer=Oak & Co length=PT30M told=yes what=we could not print"
    ),
    ("I've been waiting since June 8th", "what=I've been waiting when=2026-06-08"),
    (
      "the team missed a deadline for Globex GmbH",
      "customer=Globex GmbH(new) what=the team missed a deadline for Globex GmbH"
    ),
    (
      "Birch Ltd never got the refund of £40",
      "cost=4000 GBP customer=Birch Ltd(new) what=Birch Ltd never got the refund of £40"
    ),
    ("we promised delivery by Friday", "what=we promised delivery by Friday"),
    (
      "our API returned errors from 2pm to 4pm on Monday",
      "length=PT2H what=our API returned errors when=2026-11-23"
    ),
    (
      "we had an outage between 9 and 12 yesterday",
      "length=PT3H what=we had an outage when=2026-11-23"
    ),
    (
      "Yesterday between 9 and 11 Acme couldn't log in",
      "customer=Acme length=PT2H what=Acme couldn't log in when=2026-11-23"
    ),
    (
      "On 12 November between 14:00 and 16:30 customers could not log in",
      "length=PT2H30M what=customers could not log in when=2026-11-12"
    ),
    (
      "a three-hour outage hit Acme on 20 November",
      "customer=Acme length=PT3H what=a three-hour outage hit Acme when=2026-11-20"
    ),
    ("Acme has not yet been told", "customer=Acme told=no what=Acme has not yet been told"),
    (
      "we will be two weeks late with the Hillside Foods website",
      "customer=Hillside Foods length=PT336H what=we will be two weeks late with the Hillside Foods website"
    ),
    (
      "nobody told them, we will write to them by noon",
      "repair=[we|write to them|2026-11-24T12:00] told=no what=nobody told them"
    ),
    (
      "We lost the parcel. Nobody told them. Dana will send a new one tomorrow.",
      "repair=[Dana|send a new one|2026-11-25] told=no what=We lost the parcel"
    ),
    (
      "the technician arrived two hours late on Tuesday morning",
      "length=PT2H what=the technician arrived two hours late when=2026-11-17"
    ),
    ("Sam sent Maria's contract to Tom Jones", "what=Sam sent Maria's contract to Tom Jones"),
    (
      "I emailed John at Cyberdyne the wrong file",
      "customer=Cyberdyne(new) person=John(new) what=I emailed John at Cyberdyne the wrong file"
    ),
    ("Told Siemens AG we'd fix it", "customer=Siemens AG(new) what=I told Siemens AG we'd fix it"),
    (
      "someone from Globex called, they are furious",
      "customer=Globex(new) what=someone from Globex called, they are furious"
    ),
    (
      "We forgot about Soylent's renewal",
      "customer=Soylent(new) what=We forgot about Soylent's renewal"
    ),
    (
      "The parcel to Ms Ortiz got lost",
      "customer=Acme person=Maria Ortiz what=The parcel to Ms Ortiz got lost"
    ),
    (
      "With Black Friday coming we forgot Acme",
      "customer=Acme what=With Black Friday coming we forgot Acme"
    ),
    (
      "I promised Maria the report for Monday",
      "customer=Acme person=Maria Ortiz what=I promised Maria the report for Monday"
    ),
    ("we moved the call to Friday", "what=we moved the call to Friday"),
    ("we told IBM the wrong date", "customer=IBM(new) what=we told IBM the wrong date"),
    ("kite was charged twice", "customer=Kite what=kite was charged twice"),
    ("We charged 1.200 EUR instead of 120 EUR", "what=We charged 1.200 EUR instead of 120 EUR"),
    ("yesterday", "what=yesterday when=2026-11-23"),
    ("customers noticed nothing", "what=customers noticed nothing"),
  ])
  func `what is sure, and no more`(_ text: String, _ expected: String) {
    let filled = Fixture.reader().fill(text, questions: Self.questions, answers: Answers())
    #expect(filled.answers.line == expected)
  }

  @Test(arguments: [
    ("we were down and they know", "told=yes what=we were down"),
    ("we lost their files, they know", "told=yes what=we lost their files"),
    ("we lost the files, they found out themselves", "told=yes what=we lost the files"),
    ("we broke the export; they are waiting", "told=yes what=we broke the export"),
    ("broke the export, we told them straight away", "told=yes what=I broke the export"),
    ("i sent the wrong file!!! Acme knows", "customer=Acme told=yes what=i sent the wrong file"),
    ("i sent the wrong file - they know", "told=yes what=i sent the wrong file"),
    (
      "we were down three hours yesterday, Priya fixed it at 11, nobody told Acme",
      "customer=Acme length=PT3H told=no what=we were down when=2026-11-23"
    ),
    (
      "missed our meeting with Sunrise Care this morning, totally forgot",
      "customer=Sunrise Care(new) what=I missed our meeting with Sunrise Care when=2026-11-24"
    ),
    ("Missed the deadline of Friday", "what=I missed the deadline of Friday when=2026-11-20"),
    ("was rude to Maria", "customer=Acme person=Maria Ortiz what=I was rude to Maria"),
    ("broke the export", "what=I broke the export"),
    (
      "I was rude!!! they know. It was on the phone",
      "told=yes what=I was rude! It was on the phone"
    ),
    (
      "delivered the wrong cake on saturday - the client found out at the party",
      "told=yes what=I delivered the wrong cake when=2026-11-21"
    ),
    ("charged Acme twice, my fault", "customer=Acme what=I charged Acme twice"),
    (
      "sent another customer's contract to Acme",
      "customer=Acme what=I sent another customer's contract to Acme"
    ),
    (
      "we deleted two days of orders. They don't know yet. Should I tell them?",
      "told=no what=we deleted two days of orders"
    ),
    (
      "our shop was down for three hours yesterday and Acme could not print",
      "customer=Acme length=PT3H what=our shop was down for three hours and Acme could not print when=2026-11-23"
    ),
    ("delayed delivery", "what=delayed delivery"),
    (
      "promised Acme an offer by Monday and haven't sent it",
      "customer=Acme what=I promised Acme an offer by Monday and haven't sent it"
    ),
    (
      "we sent the wrong pallets on Friday and told them today, they know",
      "told=yes what=we sent the wrong pallets when=2026-11-20"
    ),
    (
      "we sent the wrong pallets, it took two days and Sam fixed it in 3 hours",
      "length=PT48H what=we sent the wrong pallets, it took two days"
    ),
    (
      "we sent the wrong pallets and the driver was rude",
      "what=we sent the wrong pallets and the driver was rude"
    ),
  ])
  func `what happened is told apart from the rest`(_ text: String, _ expected: String) {
    let filled = Fixture.reader().fill(text, questions: Self.questions, answers: Answers())
    #expect(filled.answers.line == expected)
  }

  @Test(arguments: [
    ("Dana will send the report by Friday", "due=2026-11-27"),
    ("tell Acme on Friday", "due=2026-11-27"),
    ("renewal call next Monday at 10:00", "due=2026-11-30T10:00"),
    ("we were down yesterday", ""), ("call them in 3 days", "due=2026-11-27"),
    ("call them on the 26th", "due=2026-11-26"), ("move it to 3/4", ""), ("sometime next week", ""),
    ("from 9 to 12 customers", ""),
  ])
  func `a date that lies ahead`(_ text: String, _ expected: String) {
    var question = Question("due", ask: "When?", type: .date, from: .date)
    question.validate.notPast = true
    let filled = Fixture.reader().fill(text, questions: [question], answers: Answers())
    #expect(filled.answers.line == expected)
  }

  @Test func `the future tense looks ahead without being told`() {
    let question = Question("due", ask: "When?", type: .date, from: .date)
    let filled = Fixture.reader().fill(
      "we will deliver by Friday", questions: [question], answers: Answers())
    #expect(filled.answers.line == "due=2026-11-27")
  }

  @Test func `what is answered already stays`() {
    var answers = Answers()
    answers["customer"] = .given(.customer(Named(name: "Kite")))
    let filled = Fixture.reader().fill(
      "I sent Acme the wrong invoice", questions: Self.questions, answers: answers)
    #expect(filled.answers.ids == ["what"])
  }

  @Test func `answers say where they come from`() {
    let text = "we were down three hours yesterday and nobody told Acme"
    let filled = Fixture.reader().fill(text, questions: Self.questions, answers: Answers())
    #expect(
      filled.answers["length"]
        == .given(.duration(LocalDuration(minutes: 180)), origin: .text, raw: "three hours"))
    #expect(filled.used.map { String(text[$0]) } == ["three hours yesterday and nobody told Acme"])
    #expect(filled.rest == "we were down")
  }

  @Test(arguments: [
    ("labels by 30 Nov", "due=2026-11-30 what=labels"),
    ("new labels by Friday", "due=2026-11-27 what=new labels"),
    ("Friday", "due=2026-11-27"),
  ])
  func `a text whose day is read out of it does not say it twice`(text: String, filled: String) {
    var what = Question("what", ask: "We will …", type: .text, from: .text)
    what.reads = ["due"]
    var due = Question("due", ask: "By when?", type: .date, from: .date)
    due.validate.notPast = true
    let answers = Fixture.reader().fill(text, questions: [what, due], answers: Answers()).answers
    #expect(answers.line == filled)
  }

  @Test(
    arguments: [
      ("yesterday", "when=2026-11-23", nil), ("14:00", "when=2026-11-24T14:00", nil),
      ("the courier lost it", "note=the courier lost it", nil),
      ("yesterday, the courier lost it", "note=the courier lost it when=2026-11-23", nil),
      ("lost in the post", "note=lost in the post", nil),
      ("31 feb", "note=31 feb", "There is no 31 February."),
    ] as [(String, String, String?)])
  func `a note may be all that a line says, or what is left beside its day`(
    text: String, filled: String, refused: String?
  ) {
    var note = Question("note", ask: "Note", type: .text, required: false, from: .text)
    note.reads = ["when"]
    let when = Question("when", ask: "When", type: .date, from: .date)
    let found = Fixture.reader().fill(text, questions: [note, when], answers: Answers())
    #expect(found.answers.line == filled)
    #expect((found.refused["when"]?.message == nil) == (refused == nil))
  }

  @Test(
    arguments: [
      ("we sent birchwood the wrong invoice", "Birchwood"),
      ("I told birchwood about it", "Birchwood"), ("we overcharged birchwood", "Birchwood"),
      ("sent birchwood ltd our list", "Birchwood Ltd"),
      ("we lost birchwood's order", "Birchwood"),
      ("we sent the wrong invoice to birchwood", "Birchwood"),
      ("we sent the wrong invoice to accounting", nil), ("nobody told anyone", nil),
      ("we sent everyone the wrong invoice", nil), ("we lost yesterday's order", nil),
      ("I sent flowers to the funeral", nil), ("we paid rent twice", nil),
      ("we told the customer the wrong price", nil), ("I gave notice too late", nil),
      ("we were down three hours", nil), ("I forgot to call back", nil),
    ] as [(String, String?)])
  func `a name in small letters is offered and not taken`(text: String, name: String?) {
    let filled = Fixture.reader().fill(text, questions: Self.questions, answers: Answers())
    #expect(filled.offers["customer"] == name)
    #expect(filled.answers["customer"] == nil)
  }
}
