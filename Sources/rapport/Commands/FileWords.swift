import Conversation
import Foundation
import RapportKit

extension HostCommand {
  /// Throws when one of several `words` can be no file: "check travel alerts" names none. A file is there, or its name
  /// has a point or a slash, or it is `-`; a word alone may be one that is missing.
  static func checkFiles(_ words: [String]) throws(Problem) {
    for word in words
    where words.count > 1 && word != "-" && !word.contains(where: { "./".contains($0) })
      && !FileManager.default.fileExists(atPath: word)
    {
      throw Problem(
        .usage, "`\(command.name)` takes a file, and “\(word)” is none.",
        help: "Write its name with its ending, or its folder.")
    }
  }
}
