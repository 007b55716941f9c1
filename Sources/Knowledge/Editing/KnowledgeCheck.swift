import RapportKit

extension KnowledgeBase {
  /// What is amiss with the pages and with the places that cite them, by file, line and column.
  ///
  /// - Parameter folders: where plugins, kinds and rules keep their YAML; without any, citations are not looked at.
  package func faults(citing folders: [String] = []) -> [Fault] {
    var check = KnowledgeCheck(self, citing: folders)
    return check.faults()
  }
}

/// One look through all pages.
struct KnowledgeCheck {
  /// A page with its text.
  struct Read {
    var page: Page
    var text: String
    var shipped: Bool
  }

  private let found: PageFiles.Found
  private let citing: [String]
  /// The pages that can be read, by path.
  let pages: [String: Read]
  private var unread: [Fault] = []
  /// The page nearest to each path that leads nowhere; looking through all pages takes long.
  private var nearest: [String: String?] = [:]

  init(_ knowledge: KnowledgeBase, citing folders: [String]) {
    citing = folders
    found = knowledge.files.walk()
    var pages: [String: Read] = [:]
    for file in found.pages.values {
      do throws(Problem) {
        let text = try PageFiles.text(of: file.file)
        let (page, problems) = Page.read(text, path: file.path, file: file.file)
        let shipped = knowledge.layers.contains {
          $0.shipped && file.file.hasPrefix($0.folder + "/")
        }
        pages[file.path] = Read(page: page, text: text, shipped: shipped)
        unread += problems.map { Fault(.error, $0) }
      } catch {
        unread.append(Fault(.error, error))
      }
    }
    self.pages = pages
  }

  /// All of them, in the order of the files.
  mutating func faults() -> [Fault] {
    let all = pages.values.sorted { $0.page.path < $1.page.path }
    let (dead, linked) = links()
    var faults = unread + passedOver() + empty(all) + dead + citations()
    for read in all {
      if read.shipped { faults += Self.missingEvidence(read.page) }
      faults += Self.missingSources(read.page, shipped: read.shipped)
      faults += Self.unknownHeadings(read.page) + Self.unusedSources(read.page)
      faults += Self.sameHeadings(read.page)
    }
    faults += Self.sameTitles(all.map(\.page)) + Self.sameNames(all.map(\.page))
    faults += Self.orphans(all, linked: linked)
    return faults.sorted { Self.order($0) < Self.order($1) }
  }

  private static func order(_ fault: Fault) -> (String, Int, Int, String) {
    let place = fault.problem.place
    return (place?.file ?? "", place?.line ?? 0, place?.column ?? 0, fault.problem.message)
  }

  private func passedOver() -> [Fault] {
    found.passed.map { file, why in
      let place = Place(file: file)
      return switch why {
      case .closed:
        Fault(
          .error, .unreadable, "This folder cannot be opened.", help: "May you read it?", at: place)
      case .dangling:
        Fault(
          .error, .unreadable, "This link leads to no file.", help: "Correct it, or take it out.",
          at: place)
      case .loop:
        Fault(
          .hint, .unreadable, "This link leads to a folder that was already read.",
          help: "Nothing is missing; its pages are known by their other path.", at: place)
      }
    }
  }

  /// Pages without a word; many in one folder are told as one.
  private func empty(_ all: [Read]) -> [Fault] {
    let empty = all.filter { $0.text.allSatisfy(\.isWhitespace) }.map(\.page.file)
    let folders = Dictionary(grouping: empty) { file in
      file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
    return folders.flatMap { folder, files in
      files.count > 3
        ? [
          (folder, "\(files.count) pages in this folder are empty.", "Fill them, or take them out.")
        ]
        : files.map { ($0, "This page is empty.", "Fill it, or take it out.") }
    }.map { Fault(.warning, .empty, $1, help: $2, at: Place(file: $0)) }
  }

  // MARK: - Links and citations

  /// The links that lead nowhere, and the pages that others link to.
  private mutating func links() -> (dead: [Fault], linked: Set<String>) {
    var dead: [Fault] = []
    var linked: Set<String> = []
    let lists = found.synonyms.compactMap { list in
      (try? PageFiles.text(of: list.file)).map { (list.path, list.file, $0) }
    }
    for (path, file, text) in pages.values.map({ ($0.page.path, $0.page.file, $0.text) }) + lists {
      for link in Mention.links(in: text, file: file) {
        switch LinkTarget(link.text, from: path) {
        case .elsewhere: break
        case .page(let target?, let section):
          if target != path { linked.insert(target) }
          if let fault = fault(at: link, target, section) { dead.append(fault) }
        case .file(let target?):
          let folder = file.dropLast(path.utf8.count + ".md".utf8.count)
          if PageFiles.exists(folder + target) { continue }
          dead.append(
            Fault(
              .error, .deadLink, "“\(link.text)” is not there.",
              help: "Correct the path, or take the link out.", at: link.place))
        case .page(nil, _), .file(nil):
          dead.append(
            Fault(
              .error, .deadLink, "“\(link.text)” leads out of the knowledge base.",
              help: "Link to a page inside it, or to an address with a scheme.", at: link.place))
        }
      }
    }
    return (dead, linked)
  }

  /// Citations that name nothing, and shipped pages that none names.
  private mutating func citations() -> [Fault] {
    var faults: [Fault] = []
    var cited: Set<String> = []
    for file in citing.flatMap(CitingFiles.declarations) {
      guard let mentions = try? CitingFiles.mentions(in: file, keys: ["why", "guidance"]) else {
        continue
      }
      for mention in mentions {
        let citation = Citation(mention.text)
        cited.insert(citation.page)
        if let fault = fault(at: mention, citation.page, citation.section) { faults.append(fault) }
      }
    }
    guard !citing.isEmpty else { return [] }
    return faults
      + pages.values.filter { $0.shipped && !cited.contains($0.page.path) }.map {
        Fault(
          .hint, .uncited, "No question, rule or kind cites this page.",
          help: "Name it as the `why` of what rests on it.", at: Place(file: $0.page.file, line: 1))
      }
  }

  private mutating func fault(at mention: Mention, _ path: String, _ section: String?) -> Fault? {
    guard let target = pages[path]?.page else {
      // A page that is there and cannot be read has its own fault.
      if found.pages[path] != nil { return nil }
      let near = nearest[path] ?? path.nearest(in: pages.keys.sorted())
      nearest[path] = .some(near)
      return Fault(
        .error, .deadLink, "There is no page “\(path)”.",
        help: near.map { "Did you mean “\($0)”?" } ?? "Correct the path, or write the page.",
        at: mention.place)
    }
    guard let section, !target.sections.contains(where: { $0.slug == section }) else { return nil }
    return Fault(
      .error, .deadLink, "No heading of \(path) is linked as “\(section)”.",
      help: section.nearest(in: target.sections.compactMap(\.slug)).map { "Did you mean “\($0)”?" }
        ?? "See its headings with `knowledge show \(path)`.", at: mention.place)
  }
}
