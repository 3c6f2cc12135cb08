internal import Certification
internal import JSON
internal import Representations
internal import Values

/// A form that a value of a request can have: how it is read, strictly; what is expected, for the refusal; and the
/// schema that says so to programs.
struct Form<Value: Sendable>: Sendable {
  /// What the value must be, to follow "is not": `a day like 2026-03-31`.
  let expectation: String
  let schema: Schema
  /// Reads a parameter, or a JSON string; nil where it has another form.
  let ofText: @Sendable (String) -> Value?
  /// Reads a JSON value; nil where it has another form. Throws what it finds wrong within.
  let ofJSON: @Sendable (JSONValue) throws(Problem) -> Value?

  init(
    _ expectation: String, _ schema: Schema, ofText: @escaping @Sendable (String) -> Value?,
    ofJSON: @escaping @Sendable (JSONValue) throws(Problem) -> Value?
  ) {
    self.expectation = expectation
    self.schema = schema
    self.ofText = ofText
    self.ofJSON = ofJSON
  }

  /// A form that is a string in JSON.
  init(_ expectation: String, _ schema: Schema, ofText: @escaping @Sendable (String) -> Value?) {
    self.init(expectation, schema, ofText: ofText) { $0.string.flatMap(ofText) }
  }

  /// A form that no parameter has.
  init(
    _ expectation: String, _ schema: Schema,
    ofJSON: @escaping @Sendable (JSONValue) throws(Problem) -> Value?
  ) {
    self.init(expectation, schema, ofText: { _ in nil }, ofJSON: ofJSON)
  }
}

extension Form where Value == String {
  static var text: Form { text("text") }

  /// Any text.
  static func text(_ example: String) -> Form { Form("a text", .text(example: example)) { $0 } }

  /// Any text that a query can hold.
  static func line(_ example: String) -> Form { Form("a text", .line(example: example)) { $0 } }
}

extension Form where Value == Bool {
  static var truth: Form {
    Form("true or false", .truth) {
      Bool($0)
    } ofJSON: {
      $0.boolean
    }
  }
}

extension Form where Value == Int {
  /// A whole number in 64 bits, exactly: `1.0` and `1E2` are whole, `2.5` is not.
  static var whole: Form {
    Form("a whole number", .whole(from: Int(Int64.min), to: Int(Int64.max))) {
      wholeNumber($0)
    } ofJSON: {
      $0.number?.int64.map(Int.init)
    }
  }

  /// 1 or more.
  static var positive: Form {
    Form("a whole number, 1 or more", .whole(from: 1, to: Int(Int64.max))) {
      wholeNumber($0).flatMap(positive)
    } ofJSON: {
      $0.number?.int64.flatMap { positive(Int($0)) }
    }
  }

  private static func positive(_ number: Int) -> Int? { number > 0 ? number : nil }

  /// Decimal digits alone, with a sign before them at the most; a number beyond 64 bits counts as the greatest.
  private static func wholeNumber(_ text: String) -> Int? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text) ?? (digits.count == text.utf8.count ? Int.max : Int.min)
  }
}

extension Form where Value == ExactDecimal {
  /// A number of at most 18 digits, kept exactly.
  static var decimal: Form {
    Form("a number of at most 18 digits", .number) {
      ExactDecimal($0)
    } ofJSON: { value in
      value.number.flatMap { ExactDecimal(utf8: $0.raw) }
    }
  }
}

extension Form where Value == Day {
  static var day: Form { Form("a day like 2026-03-31", .day) { Day($0) } }
}

extension Form where Value == CalendarSpan {
  static var span: Form {
    Form("calendar days or months like P90D or P6M", .text(example: "P6M")) { CalendarSpan($0) }
  }
}

extension Form where Value == Instant {
  static var instant: Form { Form("an instant like 2026-03-31T09:30:00Z", .instant) { Instant($0) } }
}

extension Form where Value == LanguageTag {
  static var language: Form { Form("a language tag like en or fr-CA", .language) { LanguageTag($0) } }
}

extension Form where Value == UUID {
  static var uuid: Form { Form("an identifier of 36 characters", .id) { UUID($0) } }
}

extension Form where Value == LocalizedText {
  /// A line of text in English, or an object with one for each language: `{"en": "Valuation", "fr": "Évaluation"}`.
  static var texts: Form {
    Form(
      "a line of text, or an object with one for each language",
      .either([
        .map(of: .heading(example: "Valuation"), names: Schema.languageTag, atLeast: 1),
        .heading(example: "Valuation"),
      ])
    ) { text in
      text.isVisibleLine ? LocalizedText(text, language: .english) : nil
    } ofJSON: { (value) throws(Problem) in
      if let text = value.string {
        return text.isVisibleLine ? LocalizedText(text, language: .english) : nil
      }
      guard let members = value.members else { return nil }
      return try byLanguage(members)
    }
  }

  private static func byLanguage(_ members: JSONMembers) throws(Problem) -> LocalizedText? {
    var (variants, languages) = ([LocalizedText.Variant](), Set<LanguageTag>())
    for member in members {
      guard let language = LanguageTag(member.name.string), let text = member.value.string, text.isVisibleLine
      else { return nil }
      guard languages.insert(language).inserted else {
        throw .member(
          member.value.pointer, "unusable-value", "the language \(language.text) stands there before")
      }
      variants.append(LocalizedText.Variant(language: language, text: text))
    }
    return variants.isEmpty ? nil : LocalizedText(variants)
  }
}

extension Form {
  /// An identifier.
  static func id<Subject>() -> Form where Value == Identifier<Subject> {
    Form("an identifier of 36 characters", .id) { Identifier($0) }
  }

  /// A code, or an identifier.
  static func reference<Subject>(_ example: String = "VAL-1") -> Form where Value == Reference<Subject> {
    Form("a code or an identifier", .code(example: example)) { Reference($0) }
  }

  /// A code.
  static func code<Subject>(_ example: String = "VAL-1") -> Form where Value == Code<Subject> {
    Form(
      "a code: 1 to 64 ASCII letters, digits, dots, hyphens and underscores", .code(example: example)
    ) { Code($0) }
  }

  /// One of a closed set of names.
  static func choice() -> Form where Value: CaseIterable & RawRepresentable<String> {
    let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
    return Form("one of \(names)", .choice(of: Value.self)) { Value(rawValue: $0) }
  }

  /// An array of values of one form.
  static func list<Element>(of form: Form<Element>) -> Form where Value == [Element] {
    Form("an array", .list(of: form.schema)) { (value) throws(Problem) in
      guard let elements = value.elements else { return nil }
      return try elements.map { (element) throws(Problem) in
        guard let read = try form.ofJSON(element) else {
          throw Problem.member(element.pointer, "unusable-value", "the value is not \(form.expectation)")
        }
        return read
      }
    }
  }

  /// An object of these members, made into a value.
  static func object<each Part: Sendable>(
    _ members: repeat Member<each Part>,
    make: @escaping @Sendable (Fields, repeat each Part) throws(Problem) -> Value
  ) -> Form {
    let object = Members(repeat each members)
    return Form("an object", object.schema) { (value) throws(Problem) in
      guard value.kind == .object else { return nil }
      let fields = try Fields(value)
      let parts = try object.read(fields)
      return try make(fields, repeat each parts)
    }
  }
}

extension Form where Value == DayRange {
  /// A range of days with a first and a last one, both inclusive.
  static var closedDays: Form {
    .object(
      .needed("from", .day, "The first day."), .needed("to", .day, "The last day, inclusive.")
    ) { (fields, from, to) throws(Problem) in try fields.days(from, to) }
  }

  /// A range of days, both inclusive; open where it has no last one.
  static var days: Form {
    .object(
      .needed("from", .day, "The first day."), .optional("to", .day, "The last day, inclusive.")
    ) { (fields, from, to) throws(Problem) in try fields.days(from, to) }
  }
}

extension Fields {
  /// The days of an object that says `from` and `to`.
  fileprivate func days(_ from: Day, _ to: Day?) throws(Problem) -> DayRange {
    guard let days = DayRange(from: from, to: to) else {
      throw .member(pointer(to: "to"), "unusable-value", "the last day is before the first")
    }
    return days
  }
}
