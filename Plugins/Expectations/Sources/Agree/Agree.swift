import Foundation
import RapportKit

/// `agree`: the sheet both sides can sign. It starts from what usually holds, reads what it is given, asks for the
/// rest, and always ends with a sheet that says what is still open.
struct Agree: Plugin {
  /// Asks for what is open, then for what differs from the usual, then gives the sheet.
  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let basis = try await Basis(request, in: context)
    let isAsked =
      !request.early && request.answers["from"] == nil && request.answers["agreed"] == nil
      // Standard input is read once, and nothing can be asked behind it.
      && request.answers.text("contract") != "-"
    if isAsked, request.state.isEmpty, let form = basis.open(request) { return .ask(form) }
    if isAsked, request.state == "open", let form = basis.differing(request) { return .ask(form) }
    return .done(try await reply(basis, request, in: context))
  }

  private func reply(_ basis: Basis, _ request: Request, in context: Context)
    async throws(Problem) -> Reply
  {
    var again: [String] = []
    if case .choices(let ids)? = request.answers["differs"]?.value { again = ids }
    let sheet = basis.with(try Self.answered(request, in: context), again: again)
    for row in sheet.rows { _ = try SheetFile.checked(row, at: nil) }
    let records = try SheetRecords(sheet, basis: basis, request: request, in: context)
    let page = SheetPage(
      sheet, customer: records.customerName, person: request.answers.text("person"),
      agreed: records.agreed, request: request, in: context)
    let values = try page.values()
    let path = "sheets/\(records.customerName.slug)"
    let markdown = try context.templates.page("sheet.md", for: request, values: values)
    let html = try context.templates.page("sheet.html", for: request, values: values)
    var reply = Reply(
      drafts: try context.drafts(for: request, values: values),
      files: [OutputFile(path + ".md", markdown), OutputFile(path + ".html", html)],
      change: records.change, citations: request.command.guidance)
    reply.blocks = [.markdown(page.brief), .note(page.status(of: records.customerName))]
    if let read = basis.readBriefly { reply.blocks.append(.note(read)) }
    reply.blocks += try Self.findings(in: markdown, context)
    reply.blocks.append(
      .note(
        "Two files: \(path).md and \(path).html. Edit the first, and `agree \(records.customerName.asWord) --from \(path).md` takes it back."
      ))
    reply.blocks.append(
      .note(
        records.agreed == nil
          ? "Also ready: `copy kickoff` (a message), `copy letter` (the whole page). When both have said yes: `agree \(records.customerName.asWord) --agreed today`."
          : "Also ready: `copy letter`. `scorecard \(records.customerName.asWord)` holds the result against it."
      ))
    return reply
  }

  /// What was answered here, as it is said to the customer.
  static func answered(_ request: Request, in context: Context) throws(Problem) -> Sheet {
    var sheet = Sheet()
    let speech = Speech(request, context)
    for part in SheetPart.allCases where request.answers[part.rawValue]?.value != nil {
      switch request.answers[part.rawValue]?.value {
      case .list(let rows)?:
        sheet.rows = rows.compactMap { $0.text("line") }.map { Expected(line: $0) }
      case .date(let moment)?:
        sheet.lines[part] = [context.wording.dated.date(moment)]
      default:
        sheet.lines[part] = []
        for line in (request.answers.text(part.rawValue) ?? "").sheetLines {
          sheet.lines[part]?.append(try speech.said(line).capitalizedFirst)
        }
      }
    }
    return sheet
  }

  /// What the checks say of the sheet: absolutes, and what has no owner or no date.
  private static func findings(in markdown: String, _ context: Context) throws(Problem) -> [Block] {
    let report = try context.checks.check(markdown, kind: "sheet", channel: .letter)
    return report.findings.filter { $0.length > 0 && $0.level >= .warning }.map { finding in
      let rewrite = finding.rewrite.map { " Rather: \($0)" } ?? ""
      return .note("  line \(finding.line): \(finding.message)\(rewrite)")
    }
  }
}

extension String {
  /// The name as a file has it: "Müller & Söhne" is "mueller-soehne".
  var slug: String {
    var out = ""
    for character in lowercased() {
      if let plain = Self.plain[character] {
        out += plain
      } else if character.isASCII, character.isLetter || character.isNumber {
        out.append(character)
      } else if character.isLetter || character.isNumber {
        out.append(contentsOf: character.decomposedASCII)
      } else if !out.hasSuffix("-") {
        out += "-"
      }
    }
    let parts = out.split(separator: "-")
    return parts.isEmpty ? "customer" : parts.joined(separator: "-")
  }

  private static let plain: [Character: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "a", "&": "-",
  ]
}

extension Character {
  /// The letter without its accent; letters of other scripts stand by their number.
  fileprivate var decomposedASCII: String {
    let base = String(self).decomposedStringWithCanonicalMapping.unicodeScalars.first { $0.isASCII }
    return base.map { String($0) }
      ?? unicodeScalars.map { "u" + String($0.value, radix: 16) }.joined()
  }
}
