import RapportKit

extension RuleDefinition {
  /// Writes what a run needs of a compiled rule; its patterns and examples are not among that.
  func pack(into pack: inout PackWriter) {
    pack.put(name)
    pack.put(kind.rawValue)
    pack.put(message)
    pack.put(level.rawValue)
    pack.put(scope.sources)
    for flag in [ignoreCase, capitalize, alpha, isVale, repeatsWords, !exceptions.isEmpty] {
      pack.put(flag)
    }
    pack.put(swap.map(\.replacement))
    pack.put(optional: action) {
      $0.put($1.name)
      $0.put($1.params)
    }
    for number in [limit, min, max, config] { pack.put(number) }
    for text in [second, formula, condition, match, titles] { pack.put(text) }
    pack.put(metrics)
    pack.put(indicators)
    pack.put(grade)
    pack.put(threshold)
    extras.pack(into: &pack)
    pack.put(place?.file)
  }

  init(from pack: inout PackReader) throws(PackReader.Broken) {
    name = try pack.string()
    kind = try pack.value(Kind.self)
    message = try pack.string()
    level = try pack.value(Finding.Level.self)
    guard let scope = RuleScope(try pack.strings()) else { throw PackReader.Broken() }
    self.scope = scope
    ignoreCase = try pack.bool()
    capitalize = try pack.bool()
    alpha = try pack.bool()
    isVale = try pack.bool()
    // Whatever else the tokens were, they are compiled.
    tokens = try pack.bool() ? [] : [""]
    exceptions = try pack.bool() ? [""] : []
    swap = try pack.strings().map { Swap(pattern: "", replacement: $0) }
    action = try pack.optional { reader throws(PackReader.Broken) in
      Action(name: try reader.string(), params: try reader.strings())
    }
    limit = try pack.number()
    min = try pack.number()
    max = try pack.number()
    config = try pack.number()
    second = try pack.string()
    formula = try pack.string()
    condition = try pack.string()
    match = try pack.string()
    titles = try pack.string()
    metrics = try pack.strings()
    indicators = try pack.strings()
    grade = try pack.double()
    threshold = try pack.double()
    extras = try RuleExtras(from: &pack)
    place = try pack.text().map { Place(file: $0) }
  }
}

extension RuleExtras {
  func pack(into pack: inout PackWriter) {
    pack.put(channels.map(\.rawValue))
    pack.put(why?.description)
    pack.put(rewrite)
    pack.put(element)
    pack.put(yields)
  }

  init(from pack: inout PackReader) throws(PackReader.Broken) {
    channels = try pack.list { reader throws(PackReader.Broken) in
      try reader.value(Channel.self)
    }
    why = try pack.text().map { Citation($0) }
    rewrite = try pack.text()
    element = try pack.text()
    yields = try pack.strings()
  }
}
