public import RapportKit

/// Agrees what to expect, notes promises and shows how they were kept: one type a command.
public struct Expectations: Plugin {
  /// Needs nothing: all it uses comes with the request.
  public init() {}

  /// Hands the request to its command.
  public func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    guard let command = Self.commands[request.command.name] else {
      throw Problem(
        .brokenPlugin, "“\(request.command.name)” has no code.",
        help: "Take it out of the plugin's `plugin.yaml`.")
    }
    return try await command.next(request, in: context)
  }

  private static let commands: [String: any Plugin] = [
    "agree": Agree(), "scorecard": Scorecard(), "scorecard backtest": BackTest(), "qbr": Review(),
    "promise": MakePromise(), "promise list": ListPromises(), "promise show": ShowPromise(),
    "promise figures": ShowFigures(), "promise date": AdviseDate(),
    "promise read": ReadPromises(), "promise edit": EditPromise(),
    "promise kept": ChangePromise(state: .kept), "promise moved": ChangePromise(state: .moved),
    "promise broken": ChangePromise(state: .broken),
    "promise confirmed": ChangePromise(state: .confirmed),
    "promise dropped": ChangePromise(state: .dropped),
    "promise agreed": ChangePromise(state: .promised),
  ]
}
