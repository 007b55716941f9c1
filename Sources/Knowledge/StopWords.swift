/// The words that carry no subject: articles, pronouns, auxiliaries, prepositions and what questions are built of.
///
/// “no”, “sorry”, “please” and “thanks” are left in: here they are subjects.
enum StopWords {
  /// The words, in lower case, apostrophes dropped: “dont” is “don't”.
  static let all: Set<String> = Set(
    """
    a about above after again against all also although am an and another any anyone anything are arent as at
    be because been before being below between both but by
    can cannot cant could couldnt
    did didnt do does doesnt doing done dont down during
    each either else ever every
    few for from further
    get gets getting give given go goes going got
    had hadnt has hasnt have havent having he hello her here hers hi herself him himself his how however
    i if in into is isnt it its itself
    just
    know knows known
    let lets like
    many may me might mine more most much must my myself
    need needs needed neither nor not now
    of off ok okay on once one only onto or other others ought our ours ourselves out over own
    per quite
    rather really
    same shall she should shouldnt since so some somebody someone something still such
    than that the their theirs them themselves then there therefore these they thing things this those
    through thus to too toward towards
    under until up upon us use used uses using
    very via
    want wants wanted way ways
    was wasnt we were werent what whatever when where whether which while who whom whose why will with
    within without wont would wouldnt
    yes yet you your yours yourself yourselves
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
