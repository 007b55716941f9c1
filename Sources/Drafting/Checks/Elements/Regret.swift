extension Detector {
  /// Sorry, an apology or regret for the event, to the reader.
  static let regret = Detector(
    "regret", label: "the apology",
    [
      "cue": [
        "!not|no sorry", "@we ...8 ~apologise|~apologize", "<s> ~apologise|~apologize",
        "@our ..3 apologies|apology", "apologies|apology for|to", "<s> ..2 apologies|apology",
        "accept ..3 apology|apologies", "owe ..3 apology",
        "@we ...3 ~regret !to that|the|our|this|my|any|it|how",
        "@we feel terrible|awful|dreadful", "regret for",
        "my bad", "mea culpa", "pardon|forgive|excuse me|us",
        "~excuse|pardon|forgive ..3 inconvenience|inconveniences|delay|delays|error|errors|trouble",
        "you|they ..1 deserve|deserved better", "~apologise|~apologize for|to|that|again",
      ],
      "veto": [
        "sorry to see you", "sorry state|sight|excuse", "than sorry", "no apologies|apology",
        "sorry to hear", "no need to ~apologise|~apologize", "sorry you feel",
        "sorry that you feel", "they|he|she ...30 ^apologise|^apologize",
      ],
    ])
}
