extension Request {
  /// The date that answers `id`, of something that has happened; nil where nothing answers it.
  ///
  ///     let when = try request.pastDate("when", in: context) ?? Moment(context.surroundings.today)
  ///
  /// - Parameter help: what to do instead; nil asks for the day it was.
  /// - Throws: `.badAnswer` when it lies ahead.
  public func pastDate(_ id: String, in context: Context, help: String? = nil) throws(Problem)
    -> Moment?
  {
    guard let moment = answers.date(id) else { return nil }
    let today = context.surroundings.today
    guard moment.date > today else { return moment }
    throw Problem(
      .badAnswer, "\(context.wording.date(moment).capitalizedFirst) lies ahead.",
      help: help
        ?? "Write the day it was, up to today, \(context.wording.short(Moment(today))).")
  }
}
