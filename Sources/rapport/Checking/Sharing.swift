extension Array where Element: Sendable {
  /// What `make` gives for each element, in their order: parts of `size` are made at once, as many as there are cores.
  ///
  ///     let sizes = await files.shared(in: 32, by: size, progress: { print($0) })
  func shared<Made: Sendable>(
    in size: Int, by make: @escaping @Sendable (Element) -> Made, progress: (Int) -> Void
  ) async -> [Made] {
    let starts = Array<Int>(stride(from: 0, to: count, by: size))
    return await withTaskGroup(of: (start: Int, made: [Made]).self) { group in
      for start in starts {
        let part = self[start..<Swift.min(start + size, count)]
        group.addTask { (start: start, made: part.map(make)) }
      }
      var parts: [Int: [Made]] = [:]
      var done = 0
      for await part in group {
        parts[part.start] = part.made
        done += part.made.count
        progress(done)
      }
      return starts.flatMap { parts[$0] ?? [] }
    }
  }
}
