package import RapportKit
package struct Directory: Sendable { package struct Entry: Sendable { package var id: RecordID; package var name: String; package var customer: RecordID? }
 package var customers: [Entry] = []; package var people: [Entry] = []
 package init() {}
 package init(_ records: [Record]) {} }
package struct Filled { var answers: Answers; var rest: String }
package struct Reader { init(surroundings: Surroundings, directory: Directory, settings: Settings) {}
 func read(_ text: String, as question: Question, answers: Answers) throws(Problem) -> Value { .text(text) }
 func fill(_ sentence: String, questions: [Question], answers: Answers) -> Filled { Filled(answers: Answers(), rest: sentence) }
 func split(_ text: String, of question: Question, questions: [Question], answers: Answers) -> Filled { Filled(answers: Answers(), rest: text) }
}
