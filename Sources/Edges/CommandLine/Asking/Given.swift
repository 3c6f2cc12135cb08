internal import Arguments
internal import Operations
internal import Values

/// What a command was given, read strictly: a value that is not what it should be is an error that says so.
struct Given: Sendable {
  let invocation: Invocation
  /// The data folder that a settings file names; nil where none does.
  var folderBySettings: String?

  /// What the command line says of where the records are, as words for a shell.
  var place: [String] {
    ["data", "settings"].flatMap { name in
      invocation.value(name).map { ["--\(name)", quotedForShell($0)] } ?? []
    }
  }

  func flag(_ name: String) -> Bool { invocation.flag(name) }

  /// The value of what must be there.
  func required<Value>(_ name: String, _ form: Form<Value>) throws -> Value {
    try read(invocation.required(name), name, form)
  }

  /// The value of what may be missing.
  func optional<Value>(_ name: String, _ form: Form<Value>) throws -> Value? {
    try invocation.value(name).map { try read($0, name, form) }
  }

  /// All values of what may be repeated, in order.
  func each<Value>(_ name: String, _ form: Form<Value>) throws -> [Value] {
    try invocation.values(name).map { try read($0, name, form) }
  }

  /// A whole number.
  func number(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
    try invocation.number(name, in: range)
  }

  /// A text in languages: `en=Customs valuation`, repeated, or a plain text in `--language`, English where not given.
  ///
  /// What stands before the first `=` is a language where it looks like one: two or three letters, with subtags.
  func texts(_ name: String) throws -> LocalizedText {
    let plain = try optional("language", .language) ?? .english
    let variants = try each(name, .text).map { text in
      LocalizedText.Variant(prefixedBy: text) ?? LocalizedText.Variant(language: plain, text: text)
    }
    let languages = variants.map(\.language)
    if let repeated = languages.first(where: { one in languages.filter { $0 == one }.count > 1 }) {
      throw unfit(name, repeated.text, "given once for each language")
    }
    if let unseen = variants.first(where: { !$0.text.isVisibleLine }) {
      throw unfit(name, unseen.text, "a line of text of which something is seen")
    }
    return LocalizedText(variants)
  }

  /// The days from `--from` to `--to`, both inclusive; the first one is `today` where it is not given.
  func days(from today: @autoclosure () throws -> Day?) throws -> DayRange {
    guard let from = try optional("from", .day) ?? today() else { throw missing("from", "DAY") }
    let to = try optional("to", .day)
    guard let days = DayRange(from: from, to: to) else {
      throw unfit("to", to?.description ?? "", "a day not before --from, \(from)")
    }
    return days
  }

  /// The page that `--limit` and `--after` ask for.
  func page() throws -> PageRequest {
    PageRequest(after: invocation.value("after"), limit: try number("limit", in: 1...1000) ?? 100)
  }

  /// The error for a value that does not fit, in words such as `a day like 2026-06-30`.
  func unfit(_ name: String, _ value: String, _ expectation: String) -> UsageError {
    let problem = UsageError.Problem.unfitValue(name: written(name), value: value, expectation: expectation)
    return UsageError(problem, program: "registrar", path: invocation.path)
  }

  /// Throws where `--json` was given to a command that writes what has one form only.
  func refuseJSON(_ reason: String) throws(UsageError) {
    guard flag("json") else { return }
    throw UsageError(.optionOfNoUse("json", because: reason), program: "registrar", path: invocation.path)
  }

  /// The error for an option that is needed here.
  func missing(_ option: String, _ valueName: String) -> UsageError {
    UsageError(.missingOption(option, valueName: valueName), program: "registrar", path: invocation.path)
  }

  /// The error where none of some ways to say what is needed here was given.
  func missing(oneOf ways: [String]) -> UsageError {
    UsageError(.missingOneOf(ways), program: "registrar", path: invocation.path)
  }

  private func read<Value>(_ text: String, _ name: String, _ form: Form<Value>) throws -> Value {
    guard let value = form.read(text) else { throw unfit(name, text, form.expectation) }
    return value
  }

  /// Options are written with dashes; arguments have names in capitals.
  private func written(_ name: String) -> String {
    let isArgument = name.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    return isArgument ? name : "--\(name)"
  }
}

extension LocalizedText.Variant {
  /// `en=Customs valuation`; nil where the text does not begin with a language and `=`.
  fileprivate init?(prefixedBy text: String) {
    guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")),
      let language = LanguageTag(text[..<equals])
    else { return nil }
    let primary = language.text.utf8.prefix { $0 != UInt8(ascii: "-") }
    let wording = String(text[text.utf8.index(after: equals)...])
    guard (2...3).contains(primary.count), !wording.isEmpty else { return nil }
    self.init(language: language, text: wording)
  }
}
