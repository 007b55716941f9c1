import Formats
package import RapportKit

/// The guidance that Rapport covers, item by item: ids with what they are, and where each is found.
///
/// Read from `knowledge/inventory.yaml`; the pages add what they cover by their own front matter.
package struct Inventory: Sendable {
  /// One item.
  package struct Item: Sendable, Hashable {
    /// The id: `S2-17`.
    package var id: String
    /// What it is: Q, W, D, X, C, P, K, E, F or N.
    package var kind: String
    /// The page sections that cover it.
    package var sections: [Citation]
    /// The questions, steps, rules and templates that cover it.
    package var by: [String]
    /// What is still to come that it waits for.
    package var waits: [String]

    /// Whether it must be covered: questions, warning signs, process steps and thresholds.
    package var isNeeded: Bool { ["Q", "W", "P", "K"].contains(kind) }
    /// Whether nothing covers it.
    package var isUncovered: Bool { sections.isEmpty && by.isEmpty }
  }

  /// The items, in the order of the file.
  package let items: [Item]

  /// Reads the list in `text` and adds what `pages` cover.
  ///
  /// - Throws: a problem with its place for what does not decode, and for a page that covers an item nobody lists.
  package init(_ text: String, file: String, pages: [Page]) throws(Problem) {
    let node = try YAML.read(text, from: file)
    var sections: [String: [Citation]] = [:]
    var items: [Item] = []
    for page in pages {
      for cover in page.covers {
        let citation = Citation(cover.slug == "page" ? page.path : "\(page.path)#\(cover.slug)")
        for item in cover.items { sections[item, default: []].append(citation) }
      }
    }
    for entry in node.entries ?? [] {
      var fields = try Fields(entry.value, of: "an item")
      items.append(
        Item(
          id: entry.key, kind: try fields.required("kind").string("the kind"),
          sections: sections.removeValue(forKey: entry.key) ?? [],
          by: try fields.optional("by")?.strings("`by`") ?? [],
          waits: try fields.optional("waits")?.strings("`waits`") ?? []))
      try fields.done()
    }
    if let unknown = sections.keys.min() {
      throw Problem(
        .badFile,
        "\(sections[unknown]?.first?.description ?? "A page") covers “\(unknown)”, which is not listed.",
        help: "Correct the id, or add it to the list.", at: Place(file: file))
    }
    self.items = items
  }

  /// The items that must be covered and are not.
  package var uncovered: [Item] { items.filter { $0.isNeeded && $0.isUncovered } }
}
