package import RapportKit

extension Reader {
  package func fill(_ sentence: String, questions: [Question], answers: Answers) -> Filled {
    Filled(rest: sentence.trimmed)
  }

  package func split(
    _ text: String, of question: Question, questions: [Question], answers: Answers
  ) -> Filled {
    Filled(rest: text.trimmed)
  }

  package func mend(_ text: String) -> String { text }

  package func addressed(_ text: String, to customer: Named) -> String { text }
}
