extension Detector {
  /// Asks to be forgiven.
  static let forgiveness = Detector(
    "forgiveness", label: "the request for forgiveness",
    [
      "cue": [
        "forgive ..2 us|me|our|my|this",
        "forgive the|any delay|inconvenience|error|mistake|trouble|silence",
        "~ask|~beg|~hope|~seek|~request ..5 forgiveness|pardon", "your forgiveness",
        "please ..2 forgive|pardon|excuse", "hope ..4 forgive",
        "~earn ..4 trust|confidence|faith ..1 back|again",
        "~win|~gain|~regain|~rebuild|~restore ..3 your ..2 trust|confidence", "earn back your",
        "another|second|one|the chance to|with|at", "give us|me another|a ..2 chance",
        "ask ..2 forgiveness",
      ],
      "veto": ["had|have|get|got|was|missed|lost ...2 the chance"],
    ])
}
