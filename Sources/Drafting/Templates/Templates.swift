import Formats
package import RapportKit
import Synchronization

/// Fills the templates of one plugin.
///
///     let templates = Templates(files, settings: settings, wording: context.wording)
///     let draft = try templates.draft("message", for: request, values: [:])
///     draft[.email]?.subject  // "We were down on Monday 23 November"
///
/// A file `message.email.md` begins, where the channel has a subject, with a line `Subject: …` and an empty line. In
/// the text a line's end is a space, as in Markdown; a backslash before it breaks the line. Names stand for answers:
///
/// | name | shows |
/// | --- | --- |
/// | `cause` | the answer; absent when skipped, unknown or not asked; when still missing, a mark like `[why?]` |
/// | `cause.unknown` | the honest sentence of an answer that is not known yet |
/// | `when.day`, `when.time`, `when.date`, `when.weekday`, `when.short`, `when.deadline` | parts of a date |
/// | `repair.who`, `repair.what`, `repair.by` | parts of a commitment; `repair` is the whole sentence |
/// | `cause.clause`, `cause.dated` | whether an answer is a clause with its subject and verb; whether it has a date |
/// | `person.first`, `person.name`, `person.greeting`, `person.dear` | a person; `customer.name` a customer |
/// | `severity.id`, `{{#severity.major}}` | a choice; `severity` shows its label |
/// | `me.name`, `me.role`, `me.phone`, `team.…`, `today` | settings and the date |
package struct Templates: TemplateFiller {
  private let sources: [String: TemplateFile]
  private let settings: Settings
  private let wording: Wording
  private let tone: String?
  private let language: String?
  private let voice: Voice
  private let cache = Cache()

  /// Fills from `files`, named as in the folder without `.md`; parts are `parts/<name>`. A name that ends in `.html`
  /// is a page whose values are escaped.
  ///
  /// - Parameters:
  ///   - tone: prefers `message.email.<tone>`; `me.tone`, then `team.tone` when nil.
  ///   - language: prefers the twin `message.email.<language>`.
  ///   - voice: how answers are put into a message; asides speak about the customer instead of to them.
  package init(
    _ files: [String: TemplateFile], settings: Settings, wording: Wording, tone: String? = nil,
    language: String? = nil, voice: Voice = Voice()
  ) {
    sources = files
    self.settings = settings
    self.wording = wording
    self.tone = tone ?? settings.text("me.tone") ?? settings.text("team.tone")
    self.language = language
    self.voice = voice
  }

  /// The channels that the message `id` is written for, in the order of `Channel`.
  package static func channels(of id: String, in files: some Collection<String>) -> [Channel] {
    let found = Set(files.compactMap(TemplateName.init).filter { $0.id == id }.map(\.channel))
    return Channel.allCases.filter(found.contains)
  }

  package func draft(_ template: String, for request: Request, values: [String: Node])
    throws(Problem) -> Draft
  {
    let channels = Self.channels(of: template, in: sources.keys)
    guard !channels.isEmpty else {
      let ids = Set(sources.keys.compactMap(TemplateName.init).map(\.id)).sorted()
      throw Problem(
        .brokenPlugin, "There is no template “\(template)”.",
        help: template.nearest(in: ids).map { "Did you mean “\($0)”?" }
          ?? "Add `templates/\(template).email.md`.")
    }
    var versions: [Draft.Version] = []
    let voice = voice.speaking(in: request)
    for channel in channels {
      var filler = TemplateValues(wording: wording, settings: settings, voice: voice.on(channel))
      let names = filler.all(request, values: values)
      versions.append(try version(template, channel, names: names, gaps: filler.gaps))
    }
    let spec = request.command.drafts.first { $0.id == template }
    return Draft(template: template, kind: spec?.kind, to: to(request), versions: versions)
  }

  package func line(_ text: String, for request: Request, values: [String: Node])
    throws(Problem) -> String
  {
    try line(text, request, values, voice: voice.speaking(in: request).aside)
  }

  package func said(_ text: String, for request: Request, values: [String: Node])
    throws(Problem) -> String
  {
    try line(text, request, values, voice: voice.speaking(in: request).toAll)
  }

  private func line(
    _ text: String, _ request: Request, _ values: [String: Node], voice: Voice
  ) throws(Problem) -> String {
    var filler = TemplateValues(wording: wording, settings: settings, voice: voice)
    let names = filler.all(request, values: values)
    let template = try Template(text, file: request.command.place?.file ?? request.command.name)
    return Mending.line(template.render(with: names))
  }

  package func page(_ name: String, for request: Request, values: [String: Node])
    throws(Problem) -> String
  {
    var filler = TemplateValues(wording: wording, settings: settings, voice: voice)
    let names = filler.page(values)
    let key = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    var parts: [String: Template] = [:]
    let template = try parsed(key)
    try gather(template, into: &parts)
    return template.render(with: names, partials: parts)
  }

  private func version(
    _ id: String, _ channel: Channel, names: [String: TemplateValue], gaps: [String]
  ) throws(Problem) -> Draft.Version {
    let candidates = TemplateName.candidates(id, channel, tone: tone, language: language)
    let name =
      candidates.first { sources[$0] != nil }
      ?? sources.keys.filter { $0.hasPrefix("\(id).\(channel.rawValue).") }.min() ?? ""
    var parts: [String: Template] = [:]
    let template = try parsed(name)
    try gather(template, into: &parts)
    let filled = template.render(with: names, partials: parts)
    let (subject, body) = Self.parted(filled)
    let text = Mending.message(body)
    let title = subject.map(Mending.line)
    let open = gaps.filter { text.contains($0) || title?.contains($0) == true }
    return Draft.Version(channel, subject: title, body: text, gaps: open)
  }

  /// Parses a source once.
  private func parsed(_ name: String) throws(Problem) -> Template {
    if let known = cache.parsed.withLock({ $0[name] }) { return known }
    guard let source = sources[name] else {
      throw Problem(
        .brokenPlugin, "There is no template “\(name)”.", help: "Add it to `templates/`.")
    }
    let text = wording.spelling == .american ? Spellings.american(source.text) : source.text
    let template = try Template(text, file: source.file, escaping: name.hasSuffix(".html"))
    cache.parsed.withLock { $0[name] = template }
    return template
  }

  private func gather(_ template: Template, into parts: inout [String: Template]) throws(Problem) {
    for name in template.partials where parts[name] == nil {
      let part = try parsed(Self.source(of: name, in: sources))
      parts[name] = part
      try gather(part, into: &parts)
    }
  }

  /// The file that `{{>name}}` means: `parts/name`, else another template.
  static func source(of partial: String, in sources: [String: TemplateFile]) -> String {
    sources["parts/\(partial)"] != nil ? "parts/\(partial)" : partial
  }

  /// Parts a filled template into its subject and the rest.
  static func parted(_ filled: String) -> (subject: String?, body: String) {
    let lines = filled.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.hasPrefix("Subject:") else { return (nil, filled) }
    return (
      String(first.dropFirst("Subject:".count)), lines.dropFirst().joined(separator: "\n")
    )
  }

  /// The person it is for, else the customer.
  private func to(_ request: Request) -> Named? {
    var customer: Named?
    for id in request.answers.ids {
      switch request.answers[id]?.value {
      case .person(let named): return named
      case .customer(let named): customer = customer ?? named
      default: continue
      }
    }
    return customer
  }

  private final class Cache: Sendable {
    let parsed = Mutex<[String: Template]>([:])
  }
}
