package import RapportKit

extension Reader {
  /// The dates in `text`, in order, with where they stand and whether they are sure.
  ///
  ///     reader.dates(in: "down on Monday, fixed yesterday").map(\.value)  // 23 November, twice
  package func dates(in text: String, direction: Direction = .either) -> [Found<Moment>] {
    let words = Words(text)
    let finder = Finder(words: words, now: now, currency: currency, direction: direction)
    return finder.sightings().compactMap { sighting in
      guard case .moment(let moment) = sighting.content else { return nil }
      let range = words.range(sighting.pieces.lowerBound, sighting.pieces.upperBound)
      return Found(moment, at: range, sure: sighting.sure)
    }
  }
}
