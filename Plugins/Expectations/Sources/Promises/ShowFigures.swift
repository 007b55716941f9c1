import RapportKit

/// `promise figures`: how promises were kept, by customer, or of one.
///
/// Figures of a person are shown to that person: a shared report has them only with `--with-people`.
struct ShowFigures: Plugin {
  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let wantsPeople = request.answers["with_people"]?.value?.node.bool ?? false
    let wantsMine = request.answers["mine"]?.value?.node.bool ?? false
    var customer: Record?
    if request.answers.named("customer") != nil {
      customer = try await request.customer(in: context)
    }
    var promises = try await context.promises(of: customer?.id)
    if wantsMine { promises = promises.filter { context.isMine($0) } }
    guard !promises.isEmpty else {
      return .done(
        Reply(blocks: [.note("Nothing is promised yet: `promise CUSTOMER WHAT by WHEN` notes it.")])
      )
    }
    var blocks: [Block] = []
    if customer == nil, !wantsMine {
      let names = try await context.names(of: promises.map(\.record))
      blocks.append(
        .table(
          table("customer", promises, in: context) {
            $0.record.customer.flatMap { names[$0] } ?? ""
          }))
    }
    blocks.append(.markdown(words(promises, in: context).sentence))
    if wantsPeople {
      blocks.append(
        .table(table("who", promises, in: context) { $0.owner == "me" ? "you" : $0.owner }))
    }
    return .done(Reply(blocks: blocks))
  }

  private func words(_ promises: [Promise], in context: Context) -> FigureWords {
    FigureWords(
      PromiseFigures(promises, at: context.surroundings.now, unanswered: context.unanswered))
  }

  private func table(
    _ heading: String, _ promises: [Promise], in context: Context, by name: (Promise) -> String
  ) -> Table {
    let groups = Dictionary(grouping: promises, by: name).sorted {
      ($0.key.lowercased(), $0.key) < ($1.key.lowercased(), $1.key)
    }
    return Table(
      columns: [heading] + FigureWords.columns,
      rows: groups.map { [$0.key] + words($0.value, in: context).cells })
  }
}

extension Context {
  /// Whether `promise` is the writer's own to keep.
  func isMine(_ promise: Promise) -> Bool {
    promise.owner == "me"
      || settings.me.name.map { name in
        let owner = promise.owner.lowercased()
        return owner == name.lowercased() || name.lowercased().hasPrefix(owner + " ")
      } ?? false
  }
}
