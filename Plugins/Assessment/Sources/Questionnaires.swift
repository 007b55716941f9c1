import RapportKit

/// The questionnaires at hand: the plugin's, then those of other plugins, the person and the workspace.
struct Questionnaires: Sendable {
  /// The one that is asked when none is named.
  static let standard = "respect-and-trust"

  /// How a command line asks for the one called `id`; nothing for the one that is asked anyway.
  static func flag(_ id: String) -> String { id == standard ? "" : " --questionnaire \(id)" }

  let known: [Questionnaire]

  /// Questionnaires that were read already.
  init(known: [Questionnaire]) { self.known = known }

  /// Reads all that `files` hold; a name that two files use is a problem.
  init(_ files: any FileReader) throws(Problem) {
    var known: [Questionnaire] = []
    for file in try files.data("questionnaires") {
      let node = try files.node(file)
      let questionnaire = try QuestionnaireReader(file: file.path).read(node)
      if let other = known.first(where: { $0.id == questionnaire.id }) {
        throw Problem(
          .badFile, "“\(questionnaire.id)” is also the questionnaire in \(other.file).",
          help: "Give one another name, or call the files the same so that yours replaces it.",
          at: node["questionnaire"]?.place)
      }
      known.append(questionnaire)
    }
    self.known = known
  }

  /// The questionnaire called `id`.
  func named(_ id: String, at place: Place? = nil) throws(Problem) -> Questionnaire {
    if let found = known.first(where: { $0.id == id }) { return found }
    let ids = known.map(\.id)
    throw Problem(
      place == nil ? .usage : .badFile, "There is no questionnaire “\(id)”.",
      help: id.nearest(in: ids).map { "Did you mean “\($0)”?" }
        ?? "There are: \(ids.joined(separator: ", ")).", at: place)
  }
}
