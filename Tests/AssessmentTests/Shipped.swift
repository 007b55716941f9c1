import Formats
import Foundation
import RapportKit

@testable import Assessment

/// The package's folder.
let package = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// The questionnaires that ship.
func shipped() throws -> Questionnaires {
  let folder = "\(package)/Plugins/Assessment/questionnaires"
  let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  return Questionnaires(
    known: try names.filter { $0.hasSuffix(".yaml") }.map { name in
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      return try questionnaire(text, file: name)
    })
}

/// The questionnaire that `text` says.
func questionnaire(_ text: String, file: String = "ours.yaml") throws -> Questionnaire {
  try QuestionnaireReader(file: file).read(YAML.read(text, from: file))
}

/// Answers to `questionnaire`, by item, as a file has them.
func response(
  _ questionnaire: Questionnaire, _ answers: KeyValuePairs<String, String>, role: Role = .me,
  form: FormKind = .short, date: LocalDate = LocalDate(2026, 11, 24)
) throws -> Response {
  var response = Response(
    questionnaire: questionnaire.id, version: questionnaire.version, customer: "Acme", role: role,
    date: date)
  response.form = form
  let reader = ResponseReader(
    questionnaires: Questionnaires(known: [questionnaire]), today: LocalDate(2026, 11, 24))
  for (id, text) in answers {
    guard let item = questionnaire.item(id) else { throw Problem(.notFound, "no item \(id)") }
    response.marks[id] = try reader.mark(.text(text), of: item)
  }
  return response
}
