import Foundation
import Knowledge
import RapportKit
import Testing

/// What holds for every page that ships.
struct ShippedPagesTests {
  private let knowledge = Shipped.knowledge()

  @Test func `nothing is amiss with the pages and what cites them`() {
    let plugins = URL(fileURLWithPath: Shipped.folder + "/../Plugins").standardizedFileURL.path
    let faults = knowledge.faults(citing: [plugins])
    #expect(faults.filter { $0.level > .hint }.map(\.line) == [])
  }

  @Test func `every item of the guidance is covered`() throws {
    let inventory = try Inventory(
      Shipped.text("inventory.yaml"), file: "inventory.yaml", pages: knowledge.pages())
    #expect(inventory.items.count > 250)
    #expect(inventory.uncovered.map(\.id) == [])
    #expect(inventory.items.filter { $0.kind != "N" && $0.isUncovered }.map(\.id) == [])
  }

  @Test func `a source has one key and one label on all pages`() {
    var labels: [String: Set<String>] = [:]
    var keys: [String: Set<String>] = [:]
    for source in knowledge.pages().flatMap(\.sources) {
      labels[source.key, default: []].insert(source.text)
      keys[source.text, default: []].insert(source.key)
    }
    #expect(labels.count > 40)
    #expect(labels.values.filter { $0.count > 1 }.map { $0.sorted() } == [])
    #expect(keys.values.filter { $0.count > 1 }.map { $0.sorted() } == [])
  }

  @Test func `every page can be found by its topics and says in a sentence what it is about`() {
    let pages = knowledge.pages()
    #expect(pages.count > 100)
    #expect(pages.filter { $0.topics.count < 4 }.map(\.path) == [])
    #expect(pages.filter { ($0.summary ?? "").count < 20 }.map(\.path) == [])
  }

  @Test func `the pages are easy to read`() {
    var grades: [(grade: Double, page: String)] = []
    for page in knowledge.pages() {
      var readability = Readability()
      readability.add(page.sections.map(\.text).joined(separator: "\n"))
      grades.append((readability.grade, page.path))
      let longest = readability.longest
      #expect(longest.count <= 35, "\(page.path): \(longest.joined(separator: " "))")
    }
    grades.sort { $0.grade < $1.grade }
    let median = grades[grades.count / 2].grade
    print(
      "Flesch–Kincaid grade of \(grades.count) pages: median \(median), highest \(grades.suffix(1))"
    )
    #expect(median <= 9)
    #expect(grades.last?.grade ?? 0 <= 9)
  }

  @Test func `no page raises its voice`() {
    let loud = knowledge.pages().flatMap { page in
      ([page.title, page.summary ?? ""] + page.sections.flatMap { [$0.title, $0.text] })
        .filter { $0.contains("!") }.map { "\(page.path): \($0)" }
    }
    #expect(loud == [])
  }

  @Test func `the grade is the one of the formula`() {
    var readability = Readability()
    readability.add("The cat sat on the mat. \"Wait here.\" Then\nit left")
    #expect(readability.sentences.map(\.count) == [6, 2, 1, 2])
    #expect(
      ["table", "these", "invoice", "promised", "noted"].map { Readability.syllables($0) }
        == [2, 1, 2, 2, 2])
    // 11 words, 4 sentences, 11 syllables.
    #expect(abs(readability.grade - (0.39 * 11 / 4 + 11.8 - 15.59)) < 1e-9)
  }
}
