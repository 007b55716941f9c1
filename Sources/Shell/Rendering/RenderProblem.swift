package import RapportKit

extension Renderer {
  /// A problem and those found with it: what happened, and indented below what to do next.
  ///
  ///     rapport: I know no customer called “Acmee”.
  ///       Add them with `customer add Acmee`, or see the list with `customer list`.
  ///
  /// One that has a place begins with it, `file:line:column: `, as editors read it.
  package func render(_ problem: Problem) -> String {
    ([problem] + problem.also).map(one).joined()
  }

  private func one(_ problem: Problem) -> String {
    let origin = problem.place.map(\.description) ?? "rapport"
    let message = [Span(origin + ":", [.bold, .alarm]), Span(" " + problem.message)]
    let help = problem.help.map { [Span($0)] }
    guard notes.isTerminal else {
      return notes.paint([message] + (help.map { [[Span("  ")] + $0] } ?? []))
    }
    let below = help?.wrapped(to: notes.measure - 2).prefixed(with: [Span("  ")])
    return notes.paint(message.wrapped(to: notes.measure) + (below ?? []))
  }
}
