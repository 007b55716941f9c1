import RapportKit

extension Request {
  /// The date that answers `id`, of something that has happened; a problem when it lies ahead.
  func pastDate(_ id: String, in context: Context) throws(Problem) -> Moment? {
    guard let moment = answers.date(id) else { return nil }
    let today = context.surroundings.today
    guard moment.date > today else { return moment }
    throw Problem(
      .badAnswer, "\(context.wording.date(moment).capitalizedFirst) lies ahead.",
      help: "Write the day it was, up to today, \(context.wording.short(Moment(today))).")
  }
}
