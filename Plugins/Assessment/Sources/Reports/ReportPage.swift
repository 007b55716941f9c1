import RapportKit

/// The values of `report.html`.
struct ReportPage {
  let report: Report

  var values: [String: Node] {
    let report = report
    return [
      "title": .text(report.datedTitle), "inShort": .text(report.inShort),
      "customer": .text(report.customer),
      "summary": .text(report.questionnaire.summary),
      "readings": .list(
        report.readings.map { ["who": .text($0.who.capitalizedFirst), "text": .text($0.text)] }),
      "bars": rows(
        report.dimensions.compactMap { part in
          part.score.mean.map { mean in
            [
              "title": .text(part.title), "who": .text(part.who), "bar": SVGBar(mean).node,
              "count": .text("\(part.score.answered) of \(part.score.of) parts scored"),
            ]
          }
        }),
      "columns": .list(report.people.map { ["label": .text($0.label)] }),
      "parts": rows(
        report.categories.map { part in
          ["title": .text(part.title), "cells": .list(part.cells.map { ["text": .text($0)] })]
        }),
      "legend": .text(report.legend),
      "warnings": rows(report.warnings.map { ["text": .text($0)] }),
      "gaps": rows(
        report.gapLines.map {
          [
            "kind": .text($0.kind), "text": .text($0.text),
            "guidance": .text($0.guidance.description),
          ]
        }),
      "gapRule": .text(
        "More than \(figure(report.gaps.threshold)) of 5; \(report.gaps.compared) questions answered by both."
      ),
      "trend": rows(report.trendLines.map { SVGTrend($0).node }),
      "days": .text(
        report.trend.dates.map { report.wording.short(Moment($0)) }.joined(separator: ", ")),
      "facts": rows(report.facts.map { ["text": .text($0)] }),
      "steps": rows(
        report.steps.steps.enumerated().map { index, step in
          [
            "number": .text("\(index + 1)"), "action": .text(step.action),
            "guidance": .text(step.guidance.description),
          ]
        }),
      "calm": Node(.bool(report.steps.steps.isEmpty)),
      "method": .text(report.method),
      "notes": rows(report.notes.map { ["text": .text($0)] }),
      "shared": Node(.bool(report.isShared)),
      "arithmetic": .list(
        report.people.map { person in
          [
            "who": .text(person.label.capitalizedFirst),
            "lines": .list(
              Explanation(person.scores).lines.map { ["text": .text($0)] }),
          ]
        }),
    ]
  }

  /// Rows, with a switch that says whether there are any: Mustache has no other way to head a list once.
  private func rows(_ rows: [Node]) -> Node {
    rows.isEmpty ? nil : ["rows": .list(rows)]
  }
}

/// A line over time as a template draws it: points with their numbers beside the line.
struct SVGTrend {
  static let (width, height, margin) = (240.0, 60.0, 12.0)

  let line: TrendLine

  init(_ line: TrendLine) { self.line = line }

  var node: Node {
    let count = Double(max(1, line.values.count - 1))
    let points = line.values.enumerated().map { index, value in
      let share = (value - line.low) / (line.high - line.low)
      return (
        x: Self.margin + Double(index) / count * (Self.width - 2 * Self.margin),
        y: Self.height - Self.margin - share * (Self.height - 2 * Self.margin)
      )
    }
    return [
      "label": .text(line.label), "says": .text(line.says),
      "numbers": .text(line.values.map(figure).joined(separator: ", ")),
      "path": .text(points.map { "\(figure($0.x)),\(figure($0.y))" }.joined(separator: " ")),
      "points": .list(points.map { ["x": .text(figure($0.x)), "y": .text(figure($0.y))] }),
    ]
  }
}
