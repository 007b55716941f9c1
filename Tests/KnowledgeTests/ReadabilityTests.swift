import Formats
import Foundation
import Testing

/// What is shipped must read easily: half of all pages at school grade 9 or below, and no sentence over 35 words.
@Suite struct ReadabilityTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("../../knowledge").standardized.path

  /// The shipped pages by name, each as its sentences.
  private static let pages: [String: [Sentence]] = {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var pages: [String: [Sentence]] = [:]
    for name in names where name.hasSuffix(".md") {
      let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      pages[name] = Markdown.readBody(text ?? "").blocks.flatMap(\.prose).flatMap(Sentence.all)
    }
    return pages
  }()

  @Test func `half of the pages need no more than nine years of school`() {
    let grades = Self.pages.values.filter { !$0.isEmpty }.map(\.grade).sorted()
    #expect(grades.count > 10)
    #expect(grades[grades.count / 2] <= 9)
  }

  @Test func `no sentence has more than 35 words`() {
    let long = Self.pages.flatMap { page, sentences in
      sentences.filter { $0.words.count > 35 }.map { "\(page): \($0.text)" }
    }
    #expect(long.sorted() == [])
  }

  @Test func `the grade is Flesch and Kincaid's`() {
    let sentences = Sentence.all("The cat sat on the mat. It was happy there.")
    #expect(sentences.map(\.words.count) == [6, 4])
    // 10 words, 2 sentences, 11 syllables: 0.39 × 5 + 11.8 × 1.1 − 15.59
    #expect(abs(sentences.grade - -0.66) < 0.001)
  }
}

/// A sentence with its words.
private struct Sentence {
  let text: String
  let words: [Substring]

  init(_ text: Substring) {
    self.text = String(text)
    words = text.split { !($0.isLetter || $0.isNumber || "'’-".contains($0)) }
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
  }

  /// The sentences of a paragraph: each ends in a full stop, a question mark or an exclamation mark before a space.
  static func all(_ paragraph: String) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = paragraph.startIndex
    var ended = false
    for index in paragraph.indices {
      let character = paragraph[index]
      if character.isWhitespace, ended {
        sentences.append(Sentence(paragraph[start..<index]))
        start = index
      }
      if !"\"”’')".contains(character) { ended = ".?!".contains(character) }
    }
    sentences.append(Sentence(paragraph[start...]))
    return sentences.filter { !$0.words.isEmpty }
  }
}

extension [Sentence] {
  /// The Flesch–Kincaid grade: years of school that the text asks for (Kincaid and others, 1975).
  fileprivate var grade: Double {
    let words = flatMap(\.words)
    let syllables = words.map(\.syllables).reduce(0, +)
    return 0.39 * Double(words.count) / Double(count)
      + 11.8 * Double(syllables) / Double(words.count) - 15.59
  }
}

extension Substring {
  /// The syllables of a word: its groups of vowels, without a silent e at the end.
  fileprivate var syllables: Int {
    let vowels = lowercased().map { "aeiouyé".contains($0) }
    var groups = zip(vowels, [false] + vowels).count { $0 && !$1 }
    if hasSuffix("e"), !hasSuffix("le"), groups > 1 { groups -= 1 }
    return Swift.max(1, groups)
  }
}

extension Markdown.Block {
  /// The paragraphs in it that are read as sentences; headings, tables and code are not.
  fileprivate var prose: [String] {
    switch content {
    case .paragraph(let inlines): [inlines.plainText]
    case .list(let list): list.items.flatMap { $0.flatMap(\.prose) }
    case .quote(let blocks): blocks.flatMap(\.prose)
    case .heading, .code, .table, .thematicBreak, .html: []
    }
  }
}
