extension Detector {
  /// Thanks for something they did.
  static let thanks = Detector(
    "thanks", label: "the thanks",
    [
      "cue": [
        "thank you|him|her|them ..3 for|that|again|so|very", "thanks|thankyou ..2 for|to|again",
        "thank you", "~owe ..3 thanks", "@we am|are ..2 grateful|thankful|indebted",
        "@we ..1 ~appreciate ..2 that|how|your|what|the|it", "with thanks|gratitude",
      ],
      "veto": ["thank you for your patience|understanding|cooperation|attention"],
    ])

  /// A question to the reader.
  static let question = Detector("question", label: "the question", [:]) { evidence in
    evidence.sentences.indices.compactMap { index in
      let sentence = evidence.sentences[index]
      let bytes = evidence.reading.masked[sentence.start..<sentence.end]
      guard let mark = bytes.lastIndex(of: UInt8(ascii: "?")), bytes[mark...].count < 4 else {
        return nil
      }
      return Carrier(sentence: index, start: sentence.start, end: sentence.end)
    }
  }
}
