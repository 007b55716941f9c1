extension Detector {
  /// An unhedged absolute about the future.
  static let overpromise = Detector(
    "overpromise", label: "a promise nobody can keep", isFault: true,
    [
      "cue": [
        "nothing like ..4 ever|again",
        "@we ..2 guarantee|promise|assure ..8 @will|never|not|always|no|again|this|that",
        "guarantee|guaranteed ..6 @will|never|again|not|always|no",
        "@will ..2 never ..2 happen|occur|again|repeat|fail|recur|see|be|let",
        "never ..4 again", "@will not ..3 happen|occur|recur|repeat|be ..1 again|repeated|time",
        "can ..2 promise ..6", "@will ..2 always",
        "<num> percent|% ..3 certain|sure|secure|safe|uptime|reliable|guaranteed",
        "<num> secure|safe|guaranteed|reliable|certain", "cannot be ..2 <ed> ..5 again",
        "cannot ..1 recur|reoccur|repeat",
        "nobody|none|no ..6 can|will ever", "always be safe|secure|private|available",
        "@will|can never ..2 <any> a|an|any|one|another",
        "@will prevent ..6 again|future|similar|recurrence",
        "@will ensure|guarantee ..6 never|always|again",
        "make sure|certain ..4 never|not ..6 again", "ensure ..5 never|not ..5 again",
        "rest assured ..10 will|never|not",
        "no risk|chance|possibility ..4",
        "completely|totally|fully|entirely|absolutely secure|safe|protected|risk-free",
        "permanently fixed|resolved|solved|eliminated",
        "will be ..1 completely|totally|fully|entirely|absolutely ..1 <ed>|flawless|perfect",
        "once and for all", "@will ..2 eliminate ..3", "cannot happen again",
        "impossible ..4 again",
        "whatever it takes", "zero ..1 downtime|errors|risk|defects", "you will never ..6",
        "everything will be ..3 fixed|fine|perfect|ready|resolved|restored", "fixed for good|ever",
      ],
      "veto": [
        "cannot|not|no ...2 guarantee|promise|assure",
        "@will|would|can|to|want|hope|aim|try|working|work|goal ...2 ~try|~aim|~hope|~reduce|~help",
        "less likely", "reduce|reducing|minimise|minimize|lower ...6",
        "aim|hope|trying|try|goal|intend|help ...3 prevent|ensure|avoid|make",
        "money ...1 back guarantee", "price guarantee", "steps ...6 again",
        "never again ...2 without", "so that ...10", "why|how ...8 again",
        "~ask|~want|~know|~understand|~wish ...6 never|again",
      ],
    ])
}
