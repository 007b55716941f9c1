public import RapportKit

/// Agrees what to expect, notes promises and shows how they were kept: one type a command.
public struct Expectations: Plugin {
  /// Needs nothing: all it uses comes with the request.
  public init() {}

  /// Hands the request to its command.
  public func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    switch request.command.name {
    case "promise": return try await MakePromise().next(request, in: context)
    default:
      throw Problem(
        .brokenPlugin, "“\(request.command.name)” has no code.",
        help: "Take it out of the plugin's `plugin.yaml`.")
    }
  }
}
