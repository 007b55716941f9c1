import RapportKit

/// `assess --trace`: every item with where it comes from.
struct Trace {
  private let questionnaires: [Questionnaire]

  init(_ all: Questionnaires, only id: String?) throws(Problem) {
    questionnaires = try id.map { id throws(Problem) in [try all.named(id)] } ?? all.known
  }

  var reply: Reply {
    var rows: [[String]] = []
    for questionnaire in questionnaires {
      for item in questionnaire.items {
        rows.append([
          questionnaire.id, item.id, item.covers.joined(separator: ", "), item.about.rawValue,
          "\(item.version)", item.guidance.description, item.ask,
        ])
      }
      if let own = questionnaire.own {
        rows.append([
          questionnaire.id, "own-signs", own.covers.joined(separator: ", "), "customer",
          "\(questionnaire.version)", own.guidance.description, own.ask,
        ])
      }
    }
    return Reply(
      blocks: [
        .table(
          Table(
            columns: [
              "questionnaire", "item", "covers", "about", "version", "guidance", "question",
            ],
            rows: rows)),
        .note(
          "`covers` names the passages of the sources that an item stands for; `about us` is asked once a year, for all customers."
        ),
      ], citations: questionnaires.map(\.guidance))
  }
}
