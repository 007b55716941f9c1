/// A page as the index takes it in.
struct IndexEntry: Sendable {
  /// The stems of a field with a space between, and how many there are.
  struct Field: Sendable {
    var text = ""
    var count = 0
  }

  /// One section: its slug, and the stems of title, heading and body.
  struct Section: Sendable {
    var slug: String?
    var title: Field
    var heading: Field
    var body: Field
  }

  /// The file it was read from.
  var file: PageFile
  /// The hash of its bytes.
  var hash: Int
  /// Its sections; nil when the hash is the one already known.
  var sections: [Section]?
}
