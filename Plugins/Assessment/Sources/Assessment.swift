public import RapportKit

/// Reads where a relationship stands: asks a questionnaire, scores it by its source's rule, and says what to do next.
public struct Assessment: Plugin {
  /// Needs nothing: all it uses comes with the request.
  public init() {}

  /// Hands the request to the command it calls.
  public func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    switch request.command.name {
    case "assess form": return try FormCommand(request: request, context: context).next()
    case "assess import": return try await ImportCommand(request: request, context: context).next()
    case "assess keep": return try await KeepCommand(request: request, context: context).next()
    case "assess gaps":
      return .done(GapsCommand(standing: try await Standing(request, context)).reply)
    case "assess trend":
      return .done(TrendCommand(standing: try await Standing(request, context)).reply)
    case "assess report":
      return .done(try ReportCommand(standing: try await Standing(request, context)).reply())
    default:
      if let folder = request.answers.text("batch") {
        return try BatchCommand(request: request, context: context, folder: folder).next()
      }
      return try await Assess(request: request, context: context).next()
    }
  }
}
