import Formats
import Foundation
package import RapportKit

/// Measures the element detectors on labelled messages.
///
/// A message is Markdown with front matter whose `elements` say `yes`, `no` or `unclear`; `unclear` does not count.
///
///     let evaluation = try ElementEvaluation(folder: "messages")
///     evaluation.macroF1  // 0.84
package struct ElementEvaluation: Sendable {
  /// How often an element was found and missed.
  package struct Score: Sendable, Hashable {
    /// The element.
    package var element: String
    /// Found, and labelled yes.
    package var hits = 0
    /// Found, and labelled no.
    package var falseAlarms = 0
    /// Not found, and labelled yes.
    package var misses = 0
    /// Not found, and labelled no.
    package var passes = 0

    /// Of what was found, how much is right; nil when nothing was found.
    package var precision: Double? {
      hits + falseAlarms == 0 ? nil : Double(hits) / Double(hits + falseAlarms)
    }
    /// Of what is there, how much was found; nil when nothing is.
    package var recall: Double? { hits + misses == 0 ? nil : Double(hits) / Double(hits + misses) }
    /// The harmonic mean of both; nil when the element neither is there nor was found.
    package var f1: Double? {
      let all = 2 * hits + falseAlarms + misses
      return all == 0 ? nil : 2 * Double(hits) / Double(all)
    }
  }

  /// The scores, in the order of the labels.
  package private(set) var scores: [Score] = []
  /// What went wrong: "008 evasion missed".
  package private(set) var mistakes: [String] = []
  /// The number of messages.
  package private(set) var messages = 0

  /// The mean of the elements' F1, without those that neither are there nor were found.
  package var macroF1: Double { mean(\.f1) }
  /// The mean of the elements' precision, without those of which nothing was found.
  package var macroPrecision: Double { mean(\.precision) }
  /// The mean of the elements' recall, without those that are in no message.
  package var macroRecall: Double { mean(\.recall) }

  private func mean(_ figure: (Score) -> Double?) -> Double {
    let values = scores.compactMap(figure)
    return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// Reads all `.md` files of `folder`, in the order of their names.
  package init(folder: String) throws(Problem) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw Problem(
        .unreadable, "I cannot read the folder “\(folder)”.", help: "Check its name and rights.")
    }
    for name in names where name.hasSuffix(".md") {
      let path = folder + "/" + name
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      try add(String(decoding: data, as: UTF8.self), file: path)
    }
  }

  /// Measures one labelled message.
  private mutating func add(_ text: String, file: String) throws(Problem) {
    guard text.hasPrefix("---\n"), let end = text.dropFirst(4).range(of: "\n---") else { return }
    let front = try YAML.read(String(text.dropFirst(4)[..<end.lowerBound]), from: file)
    let body = String(text[end.upperBound...])
    let reading = Reading(body)
    let found = DetectorSet.shared.find(reading, reading.sentences())
    messages += 1
    let id = front["id"]?.text ?? file
    var labels: [Node.Entry] = front["elements"]?.entries ?? []
    for node in front["elements"]?.list ?? [] { labels += node.entries ?? [] }
    for label in labels {
      let there = label.value.text
      guard there == "yes" || there == "no", let carriers = found[label.key] else { continue }
      if !scores.contains(where: { $0.element == label.key }) {
        scores.append(Score(element: label.key))
      }
      guard let index = scores.firstIndex(where: { $0.element == label.key }) else { continue }
      switch (carriers.isEmpty, there == "yes") {
      case (false, true): scores[index].hits += 1
      case (true, false): scores[index].passes += 1
      case (true, true):
        scores[index].misses += 1
        mistakes.append("\(id) \(label.key) missed")
      case (false, false):
        scores[index].falseAlarms += 1
        let words = carriers.first.map { reading.text($0.start, $0.end) } ?? ""
        mistakes.append("\(id) \(label.key) found: \(words)")
      }
    }
  }
}
