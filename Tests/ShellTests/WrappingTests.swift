import Shell
import Testing

@Suite struct WrappingTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("naïve", 5), ("nai\u{308}ve", 5), ("日本語", 6), ("ﾊﾝｶｸ", 4), ("한국어", 6),
    ("🎉", 2), ("👩‍💻", 2), ("🇩🇪", 2), ("❤️", 2), ("👍🏽", 2), ("a\u{200B}b", 2), ("“quoted”", 8),
    ("€ 5", 3), ("…", 1), ("Ａ", 2), ("\u{1B}", 0),
  ])
  func `a text is as wide as its letters are`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test(arguments: [
    ("We were down for three hours.", 20, ["We were down for", "three hours."]),
    ("exactly ten", 11, ["exactly ten"]),
    ("exactly ten", 10, ["exactly", "ten"]),
    ("https://example.org/a/long/address", 12, ["https://exam", "ple.org/a/lo", "ng/address"]),
    ("see https://example.org/a for more", 12, ["see", "https://exam", "ple.org/a", "for more"]),
    ("こんにちは世界。よい", 8, ["こんにち", "は世界。", "よい"]),
    ("von 日本語 zu", 8, ["von 日本", "語 zu"]),
    ("🎉🎉🎉", 4, ["🎉🎉", "🎉"]),
    ("nai\u{308}ve cafe\u{301}", 5, ["nai\u{308}ve", "cafe\u{301}"]),
    ("14\u{A0}days or 15\u{A0}days", 8, ["14\u{A0}days", "or", "15\u{A0}days"]),
    ("one\n\ntwo three", 5, ["one", "", "two", "three"]),
    ("as  it   is ", 12, ["as  it   is"]),
    ("too   many  spaces", 10, ["too many", "spaces"]),
    ("  1  The first of them", 16, ["  1  The first", "     of them"]),
    ("- one two three", 10, ["- one two", "  three"]),
    ("10. one two three", 12, ["10. one two", "    three"]),
    ("  9:10 to 12:10 we were down", 14, ["  9:10 to", "  12:10 we", "  were down"]),
    ("-5 degrees it was", 10, ["-5 degrees", "it was"]),
    ("", 10, [""]),
  ])
  func `a line breaks between words, and inside one only when it must`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(text.wrapped(to: width) == lines)
  }

  @Test func `an indent counts towards the width and is left out of empty lines`() {
    #expect("one two\n\nthree".wrapped(to: 7, indent: "  ") == ["  one", "  two", "", "  three"])
  }

  @Test(arguments: [("Birch Ltd", 6, "Birch…"), ("日本語", 5, "日本…"), ("abc", 3, "abc")])
  func `what is too wide is cut with an ellipsis`(text: String, width: Int, cut: String) {
    #expect(text.truncated(to: width) == cut)
  }
}
