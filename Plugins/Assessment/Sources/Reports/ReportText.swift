import RapportKit

extension Report {
  /// The report on the terminal.
  func blocks(explaining: Bool) -> [Block] {
    var blocks: [Block] = [
      .markdown(
        "**\(title)**\n\n\(inShort)\n\n\(list(readings.map { "\($0.who.capitalizedFirst): \($0.text)." }))"
      )
    ]
    let bars = dimensions.compactMap { part in
      part.score.mean.map { Bar("\(part.title), \(part.who)", rounded($0), of: Conventions.high) }
    }
    if !bars.isEmpty { blocks.append(.bars(bars)) }
    if !categories.isEmpty {
      blocks.append(
        .table(
          Table(
            columns: ["part"] + people.map(\.label), rows: categories.map { [$0.title] + $0.cells })
        ))
    }
    if let legend { blocks.append(.markdown(legend)) }
    if !warnings.isEmpty {
      blocks.append(.markdown("Warnings:\n\n\(list(warnings.map(\.asMarkdown)))"))
    }
    if !gapLines.isEmpty {
      blocks.append(
        .markdown("Gaps:\n\n\(list(gapLines.map { "\($0.kind): \($0.text) (\($0.guidance))" }))"))
    }
    if !trend.lines.isEmpty {
      blocks.append(
        .markdown("Since \(trend.dates.dropLast().last.map { wording.short(Moment($0)) } ?? ""):"))
      blocks.append(.trend(trendLines))
    }
    if !facts.isEmpty {
      blocks.append(.markdown("In their words and yours:\n\n\(list(facts.map(\.asMarkdown)))"))
    }
    if explaining {
      for person in people {
        blocks.append(
          .markdown("\(person.label.capitalizedFirst). \(Explanation(person.scores).markdown)"))
      }
    }
    blocks.append(.markdown(steps.markdown))
    return blocks
  }

  /// The dimensions' lines over time, or every part's where there are no dimensions.
  var trendLines: [TrendLine] {
    trend.lines.filter { questionnaire.dimensions.isEmpty || !$0.title.hasPrefix(" ") }.map {
      line in
      TrendLine(
        "\(line.title), \(line.group)", line.points, from: Conventions.low, to: Conventions.high,
        says: TrendCommand.says(line))
    }
  }

  /// The report as a Markdown file.
  var markdown: String {
    var parts = [
      "# \(datedTitle)", inShort, list(readings.map { "\($0.who.capitalizedFirst): \($0.text)." }),
    ]
    if !categories.isEmpty || !dimensions.isEmpty {
      let rows =
        questionnaire.dimensions.map { dimension in
          ["**\(dimension.title)**"]
            + people.map { $0.scores.dimensions[dimension.id].map(Self.cell) ?? "not asked" }
        } + categories.map { [$0.title] + $0.cells }
      parts.append(
        "## Scores\n\n" + row(["part"] + people.map(\.label))
          + row(Array(repeating: "---", count: people.count + 1))
          + rows.map(row).joined().dropLast())
      if let legend { parts.append(legend) }
    }
    if !warnings.isEmpty { parts.append("## Warnings\n\n\(list(warnings.map(\.asMarkdown)))") }
    if !gapLines.isEmpty {
      parts.append("## Gaps\n\n\(list(gapLines.map { "\($0.kind): \($0.text) (\($0.guidance))" }))")
    }
    if !trend.lines.isEmpty {
      let lines = trendLines.map { line in
        "\(line.label): \(line.values.map(figure).joined(separator: ", ")); \(line.says ?? "")"
      }
      parts.append("## Trend\n\n\(list(lines))")
    }
    if !facts.isEmpty {
      parts.append("## In their words and yours\n\n\(list(facts.map(\.asMarkdown)))")
    }
    parts.append("## Next\n\n" + steps.markdown.replacing("Next:\n\n", with: ""))
    parts.append("## How to read it\n\n" + ([method] + notes).joined(separator: "\n\n"))
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// Every score as a table for a spreadsheet.
  var csv: String {
    var rows = [["customer", "date", "who", "part", "score", "answered", "of", "low", "high"]]
    for person in people {
      let parts =
        questionnaire.dimensions.map { ($0.title, person.scores.dimensions[$0.id]) }
        + questionnaire.categories.map { ($0.title, person.scores.categories[$0.id]) }
      for (title, score) in parts {
        guard let score else { continue }
        rows.append([
          customer, date.description, person.label, title, score.mean.map(figure) ?? "",
          "\(score.answered)", "\(score.of)", figure(score.low), figure(score.high),
        ])
      }
      rows.append([
        customer, date.description, person.label, "reading",
        person.scores.reading.headline(in: questionnaire), "", "", "", "",
      ])
    }
    return CSVRows.text(rows)
  }

  /// The report for programs.
  var node: Node {
    [
      "customer": .text(customer), "questionnaire": .text(questionnaire.id),
      "version": .number(questionnaire.version), "date": .text(date.description),
      "inShort": .text(inShort),
      "people": .list(
        people.map { ["who": .text($0.label), "scores": $0.scores.node] }),
      "warnings": .list(warnings.map { .text($0) }),
      "gaps": .list(
        gaps.gaps.map { gap in
          [
            "item": .text(gap.item.id), "group": .text(gap.group),
            "gap": .number(rounded(gap.size)), "you": .text(gap.mine), "they": .text(gap.theirs),
            "kind": .text(gap.isBlindSpot ? "blind spot" : "hidden strength"),
            "guidance": .text(gap.item.guidance.description),
          ]
        }),
      "trend": .list(
        trendLines.map { line in
          [
            "what": .text(line.label), "values": .list(line.values.map { .number(rounded($0)) }),
            "says": .text(line.says),
          ]
        }),
      "next": .list(
        steps.steps.map {
          ["action": .text($0.action), "guidance": .text($0.guidance.description)]
        }),
      "notes": .list(notes.map { .text($0) }),
    ]
  }

  private func list(_ lines: [String]) -> String {
    lines.map { "- \($0)" }.joined(separator: "\n")
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }
}
