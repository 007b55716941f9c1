extension Detector {
  /// When or where more follows.
  static let nextUpdate = Detector(
    "next_update", label: "when they hear more",
    [
      "cue": [
        "next update|post|report|message|email", "@we ..1 will ..5 @update ..8",
        "@we shall ..2 @update",
        "@will ..3 @update ..6 by|on|at|before|within|when|once|as|after|every|until|here|this|in|soon|tomorrow|today|details|more|you|again",
        "@will be|get|follow ..3 shared|published|posted|announced|back|up|in|updated|provided|released|communicated",
        "follow along|up|progress|us", "~keep you|everyone ..2 posted|updated|informed",
        "hear from us|me ..3", "stay tuned", "subscribe to|for",
        "more|further ..2 details|information|updates|news|detail ..4 will|follow|soon|when|as|to",
        "updates ..3 will|here|at|on|every|page",
        "status page", "status.", "check back", "@we will ..2 back",
        "another|an|further update|post|email|call|report ..4 by|on|at|when|soon|tomorrow|today|within|once|next",
        "full|detailed report|post-mortem|postmortem|review|write-up|retrospective|summary ..3 will|within|by|follows|soon|later|next|once",
        "by <clock>", "by <num> am|pm", "@we|you will ..4 by @day",
        "call|write|email|ring|update ..4 on|by|before @weekday|tomorrow|<num>|<clock>",
        "@will ..4 in the coming|next days|weeks|week|month|months",
        "in the coming ..1 days|weeks|months", "conduct ..3 retrospective|review",
        "deciding ..6 weeks", "target|eta|timeline ..5 <num>|may", "until at least",
        "you can ..2 view|follow|track|see ..4 status|progress|updates",
        "expect ..4 by|before|on ..2 @day|@month|<num>|<clock>",
        "@will be ..3 marking|publishing|sharing|releasing|posting|announcing|sending|deciding|updating|introducing",
        "@we will|shall ..2 be in touch", "within <num> ..1 @unit",
      ],
      "veto": ["@we will not", "if you", "next update ...3 was"],
    ])
}
