extension Detector {
  /// An apology that doubts the harm: sorry if, any inconvenience, may have caused.
  static let conditional = Detector(
    "conditional", label: "a condition on the apology", isFault: true,
    [
      "cue": [
        "sorry|~apologise|~apologize|apologies|apology|~regret ..8 if|whoever|whether",
        "sorry|~apologise|~apologize|apologies|apology|~regret ..8 any ..2 inconvenience|inconveniences|interruption|interruptions|trouble|confusion|disruption|harm|frustration|distress|issues|problems|impact|offence|offense|concern|upset|hardship|delay|delays|misunderstanding",
        "any inconvenience|inconveniences",
        "sorry|~apologise|~apologize|apologies|apology|~regret ..10 may|might ..1 have|cause|be|feel",
        "sorry|~apologise|~apologize|apologies|apology|~regret ..3 to anyone|anybody|whoever ..2 who|that",
        "sorry|~apologise|~apologize|apologies|apology ..3 to those|everyone ..2 who may|might|felt|feel",
        "if ...25 @we ..1 ~apologise|~apologize|~regret|sorry",
        "if ...14 accept ..3 apologies|apology",
        "sorry ..1 you feel|felt|think", "if ..8 sorry",
        "if @they ..2 @was|felt|feel ..4 ^affect|^offend|upset|hurt|^inconvenience|offended",
        "inconvenience ..4 may|might|could",
        "any ..2 inconvenience|confusion|trouble|disruption ..3 this|it|that|we ..2",
        "sorry for any",
        "~apologise|~apologize|apologies|apology|~excuse|~regret|pardon|forgive ..3 any|possible|potential ..1 <any>",
        "may|might|could have ..1 upset|^cause|^lead|^disappoint ..6",
        "~appreciate|~apologise|sorry ..2 potential inconvenience",
      ],
      "veto": [
        "if you ...3 questions ...6 sorry", "sorry ...8 if you need|want|would",
        "sorry ...8 if you have ...1 questions|any|concerns|further|more|trouble",
      ],
    ])
}
