package import Drafting
package import RapportKit

extension PluginFiles {
  /// The plugin's templates, named as in the folder without `.md`; parts are `parts/<name>`. Pages that are not Markdown
  /// keep their whole name: `report.html`.
  package func templates() throws(Problem) -> [String: TemplateFile] {
    var files: [String: TemplateFile] = [:]
    for (prefix, folder) in [("", "templates"), ("parts/", "templates/parts")] {
      for (name, file) in list(folder) {
        if name.hasSuffix(".md") {
          files[prefix + name.dropLast(3)] = TemplateFile(try readText(file), file: file)
        } else if name.hasSuffix(".html") || name.hasSuffix(".txt") {
          files[prefix + name] = TemplateFile(try readText(file), file: file)
        }
      }
    }
    return files
  }
}
