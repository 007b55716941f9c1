extension Detector {
  /// What was or is being done about it.
  static let action = Detector(
    "action", label: "what we are doing",
    [
      "cue": [
        "has|have ..2 been <ed>",
        "brings|bring ..5 back",
        "@was ^upgrade|^migrate|^move",
        "fixes|fixed it|this|the ..3",
        "fully restored|recovered|resolved|mitigated",
        "reverts|changes|fix|rollback deployed|attempted|released",
        "are|am|is <ing> ..4",
        "am|is|are on it|site",
        "@we ..14 are|am <ing>",
        "@we have ..2 @act", "@we ..2 @act", "@we are ..3 @act", "@we will ..3 @act",
        "@our ..2 @team ..4 @act",
        "@was ..2 ^fix|^restore|^resolve|^repair|^revert|^roll|^restart|^deploy|^disable|^remove|^patch|^correct|^replace|^update|^block|^revoke|^ban|^delete|^mitigate|^contain|^scan|^reset|^rotate|^clear|^withdraw|^refund|^notify|^escalate|^add|^invalidate",
        "@team|engineers|team ..3 @act", "have|has ..1 been ..2 @act",
        "<s> ^revert|^deploy|^fix|^issue|^add|^remove|^replace|^roll|^restore|^disable|^send",
        "working on|to|with|hard", "steps @we", "@we ..1 am|are ..4",
        "~fix ..3 in|is|was ..3 place|deployed|released|live|applied",
      ],
      "veto": ["if @we", "will not"],
    ])
}
