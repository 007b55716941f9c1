package import Drafting
import Foundation
package import RapportKit

extension PluginFiles {
  /// The rule or kind files below `path`, styles in folders of their own included; none when there is no such folder.
  package func checkFiles(in path: String) throws(Problem) -> [CheckFile] {
    var files: [CheckFile] = []
    for (name, file) in list(path) {
      if name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
        files.append(CheckFile(name, try readText(file), file: file))
      } else if isFolder("\(path)/\(name)") {
        for (inner, file) in list("\(path)/\(name)") where inner.hasSuffix(".yml") {
          files.append(CheckFile("\(name)/\(inner)", try readText(file), file: file))
        }
      }
    }
    return files
  }
}
