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
    guard notes.isTerminal else {
      return notes.paint(
        [message] + (problem.help.map { [[Span("  " + $0.replacing("\n", with: "\n  "))]] } ?? []))
    }
    let below = problem.help?.wrapped(to: notes.measure, indent: "  ").map { [Span($0)] }
    return notes.paint(message.wrapped(to: notes.measure) + (below ?? []))
  }
}
