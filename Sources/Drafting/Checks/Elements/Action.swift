extension Detector {
  /// What was or is being done about it.
  static let action = Detector(
    "action", label: "what we are doing",
    [
      "cue": [
        "has|have ..2 been !experienced|affected|delayed|disrupted|impacted|reported|disappointed <ed>",
        "brings|bring ..5 back",
        "@was ^upgrade|^migrate|^move",
        "fixes|fixed it|this|the ..3",
        "fully restored|recovered|resolved|mitigated",
        "reverts|changes|fix|rollback deployed|attempted|released",
        "@we|@our ..5 are|am|is ..1 !something|nothing|anything|hoping|writing|sorry|getting|having|being|experiencing|seeing|suffering|facing <ing>",
        "@team|engineers|crew|crews|volunteers|technicians ..3 are|am|is ..1 <ing>",
        "a|the ..2 fix|remedy|patch|workaround ..2 is|are ..3 <ing>",
        "am|is|are on it|site",
        "@we have !always ..2 @act", "@we ..2 @act", "@we are ..3 @act", "@we will ..3 @act",
        "@our ..2 @team ..4 @act",
        "@was ..2 ^fix|^restore|^resolve|^repair|^revert|^roll|^restart|^deploy|^disable|^remove|^patch|^correct|^replace|^update|^block|^revoke|^ban|^delete|^mitigate|^contain|^scan|^reset|^rotate|^clear|^withdraw|^refund|^notify|^escalate|^add|^invalidate",
        "@team|engineers|team ..3 @act", "have|has ..1 been ..2 @act",
        "<s> ^revert|^deploy|^fix|^issue|^add|^remove|^replace|^roll|^restore|^disable|^send",
        "working on|to|with|hard", "steps @we",
        // An ending or a change that is set: "the forum goes offline", "I am archiving it".
        "<s> <any> ..1 has|have ..1 <ed>",
        "<Cap> has|have|will|is ..1 <ed>|<ing>|shut|begun|taken|made|put",
        "goes|go|moves|ends|closes|stops|changes|rises|retires|takes|takes ..3 on|from|to|in|up|offline|away|dark|over|read",
        "will ..2 @be|keep|stay|run|continue ..3 <ed>|free|open|readable|available|offline",
        "@we ..2 <ed>", "@we ..2 @past",
        "fix|mitigation|workaround ..2 in place",
        "~fix ..3 in|is|was ..3 place|deployed|released|live|applied",
      ],
      "veto": [
        "if @we", "will not", "@we have always", "@we ..2 ~regret",
        "@we ..2 ^apologise|^apologize|^regret|^hope|^fail|^fall|^know|^believe|^like|^love|^enjoy|^disappoint|^excite|^please|^delight|^thrill|^commit",
      ],
    ])
}
