import RapportKit

/// Puts what stands in the records into the words in which it is said to the customer: "their invoice" is "your invoice".
struct Speech {
  private let request: Request
  private let context: Context

  init(_ request: Request, _ context: Context) {
    var bare = request
    bare.answers = Answers()
    for id in ["customer", "person"] { bare.answers[id] = request.answers[id] }
    self.request = bare
    self.context = context
  }

  /// `text` as said to them; what stands in quotation marks stays as it was said.
  func said(_ text: String) throws(Problem) -> String {
    var request = request
    request.answers["record_text"] = .given(.text(text), origin: .record, raw: text)
    return try context.templates.said("{{record_text}}", for: request, values: [:])
  }
}
