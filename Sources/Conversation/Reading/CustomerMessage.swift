package import RapportKit

/// What a customer's message says: who writes, which days and amounts it names, and what it asks.
package struct CustomerMessage: Sendable, Hashable {
  /// The customer.
  package var customer: Named?
  /// Who writes.
  package var person: Named?
  /// The days and times it names, each once, in order.
  package var dates: [Moment]
  /// The amounts it names, each once, in order.
  package var amounts: [Money]
  /// Its questions, word for word.
  package var questions: [String]
}

extension CustomerMessage {
  /// What it answers of `command`'s questions; of several days or amounts none is chosen.
  package func given(for command: Command, _ wording: Wording) -> [Invocation.Given] {
    command.questions.compactMap { question in
      let text: String? =
        switch question.from {
        case .customer: customer?.name
        case .person: person?.name
        case .date where dates.count == 1: dates[0].description
        case .money where amounts.count == 1: wording.money(amounts[0])
        default: nil
        }
      return text.map { Invocation.Given(question.id, .text($0), origin: .text) }
    }
  }

  /// What was read, a line each, for the person to see.
  package func lines(_ wording: Wording) -> [String] {
    let writer = [person?.name, customer.map { "(\($0.name))" }].compactMap(\.self)
    let named = dates.map { wording.short($0) } + amounts.map { wording.money($0) }
    var lines = [
      writer.isEmpty ? "A customer's message." : "A message from \(writer.joined(separator: " "))."
    ]
    if !named.isEmpty { lines[0] += " It names \(wording.list(named))." }
    if !questions.isEmpty {
      lines.append("They ask:")
      lines += questions.enumerated().map { "  \($0 + 1)  \($1)" }
    }
    return lines
  }
}

extension Reader {
  /// Reads a message that a customer wrote.
  ///
  ///     reader.message("Hi Sam,\nwhen will the labels come? We lost 380 EUR.\nRegards\nMaria Ortiz").questions
  ///     // ["When will the labels come?"]
  package func message(_ text: String) -> CustomerMessage {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      .map { String($0.drop { $0 == ">" || $0.isWhitespace }).trimmed }
    let words = Words(lines.joined(separator: "\n"))
    let people = names.people(in: words, of: nil)
    // Who writes stands at the end; who is greeted stands before.
    var person = people.last?.named
    var customer = people.last?.customer.flatMap { id in
      directory.customers.first { $0.id == id }?.named
    }
    if customer == nil {
      let found = Set(names.customers(in: words).map(\.named))
      customer = found.count == 1 ? found.first : nil
    }
    let signature = signature(lines)
    person = person ?? signature.map { Named(name: $0.name) }
    customer = customer ?? signature.flatMap { company($0.below) }.map { Named(name: $0) }
    let finder = Finder(words: words, now: now, currency: currency, direction: .either)
    var (dates, amounts): ([Moment], [Money]) = ([], [])
    for sighting in finder.sightings() {
      switch sighting.content {
      case .moment(let moment): if !dates.contains(moment) { dates.append(moment) }
      case .money(let money) where sighting.sure:
        if !amounts.contains(money) { amounts.append(money) }
      case .money, .span, .time, .length, .number: break
      }
    }
    return CustomerMessage(
      customer: customer, person: person, dates: dates, amounts: amounts,
      questions: questions(lines))
  }

  /// The name under a closing line, one to three words with capitals, and what stands below it.
  private func signature(_ lines: [String]) -> (name: String, below: [String])? {
    let closing = lines.lastIndex { line in
      let keys = Words(line).all.filter { $0.kind == .letters }.map(\.key)
      return keys.count <= 4
        && keys.contains {
          ["regards", "thanks", "sincerely", "cheers", "wishes", "yours"].contains($0)
        }
    }
    guard let closing,
      let index = lines[(closing + 1)...].firstIndex(where: { !$0.isEmpty })
    else { return nil }
    let name = lines[index]
    let words = Words(name).all
    let isName =
      (1...3).contains(words.count) && words.allSatisfy { $0.kind == .letters && $0.isCapitalised }
    return isName ? (name, Array(lines[(index + 1)...])) : nil
  }

  /// A company's name with its ending under a signature: "Head of Purchasing, Kestrel Ltd".
  private func company(_ lines: [String]) -> String? {
    for part in lines.prefix(4).flatMap({ $0.split { ",|·•".contains($0) } }) {
      let words = Words(String(part).trimmed)
      let last = words.is(words.count - 1, ".") ? words.count - 2 : words.count - 1
      guard (1...5).contains(last), Lexicon.companyEndings.contains(words.key(last)),
        words.all[0].isCapitalised, words.all[last].isCapitalised
      else { continue }
      return words.text
    }
    return nil
  }

  /// The sentences that end with a question mark; a line that goes on below is one with it.
  private func questions(_ lines: [String]) -> [String] {
    var questions: [String] = []
    var sentence = ""
    for line in lines {
      if line.isEmpty { sentence = "" }
      if !sentence.isEmpty { sentence += " " }
      let characters = Array(line)
      for (index, character) in characters.enumerated() {
        sentence.append(character)
        let isLast = index == characters.count - 1
        guard ".?!".contains(character), isLast || characters[index + 1].isWhitespace else {
          continue
        }
        if character == "?" { questions.append(sentence.trimmed.capitalizedFirst) }
        sentence = ""
      }
      // A greeting ends with its comma.
      if sentence.hasSuffix(","), sentence.split(separator: " ").count <= 4 { sentence = "" }
    }
    return questions
  }
}
