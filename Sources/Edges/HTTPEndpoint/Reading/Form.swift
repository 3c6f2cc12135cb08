internal import JSON
internal import Values

/// A form that a value of a request can have: how it is read, strictly, and what is expected, for the refusal.
struct Form<Value> {
  /// What the value must be, to follow "is not": `a day like 2026-03-31`.
  let expectation: String
  /// Reads a parameter, or a JSON string; nil where it has another form.
  let ofText: (String) -> Value?
  /// Reads a JSON value; nil where it has another form.
  let ofJSON: (JSONValue) -> Value?

  init(
    _ expectation: String, ofText: @escaping (String) -> Value?, ofJSON: @escaping (JSONValue) -> Value?
  ) {
    self.expectation = expectation
    self.ofText = ofText
    self.ofJSON = ofJSON
  }

  /// A form that is a string in JSON.
  init(_ expectation: String, ofText: @escaping (String) -> Value?) {
    self.init(expectation, ofText: ofText) { $0.string.flatMap(ofText) }
  }
}

extension Form where Value == String {
  static var text: Form { Form("a text") { $0 } }
}

extension Form where Value == Bool {
  /// `true` or `false`; a parameter without a value is true.
  static var truth: Form {
    Form("true or false") { text in
      switch text {
      case "true", "": true
      case "false": false
      default: nil
      }
    } ofJSON: {
      $0.boolean
    }
  }
}

extension Form where Value == Int {
  /// A whole number in 64 bits, exactly: `1.0` and `1E2` are whole, `2.5` is not.
  static var whole: Form {
    Form("a whole number") {
      wholeNumber($0)
    } ofJSON: {
      $0.number?.int64.map(Int.init)
    }
  }

  /// 1 or more.
  static var positive: Form {
    Form("a whole number, 1 or more") {
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
    Form("a number of at most 18 digits") {
      ExactDecimal($0)
    } ofJSON: { value in
      value.number.flatMap { ExactDecimal(utf8: $0.raw) }
    }
  }
}

extension Form where Value == Day {
  static var day: Form { Form("a day like 2026-03-31") { Day($0) } }
}

extension Form where Value == Instant {
  static var instant: Form { Form("an instant like 2026-03-31T09:30:00Z") { Instant($0) } }
}

extension Form where Value == LanguageTag {
  static var language: Form { Form("a language tag like en or fr-CA") { LanguageTag($0) } }
}

extension Form where Value == UUID {
  static var uuid: Form { Form("an identifier of 36 characters") { UUID($0) } }
}

extension Form where Value == LocalizedText {
  /// A text in English, or an object with a text for each language: `{"en": "Valuation", "fr": "Évaluation"}`.
  static var texts: Form {
    Form("a text, or an object with a text for each language") {
      LocalizedText($0, language: .english)
    } ofJSON: { value in
      if let text = value.string { return LocalizedText(text, language: .english) }
      guard let members = value.members else { return nil }
      var variants: [LocalizedText.Variant] = []
      for member in members {
        guard let language = LanguageTag(member.name.string), let text = member.value.string else {
          return nil
        }
        variants.append(LocalizedText.Variant(language: language, text: text))
      }
      return LocalizedText(variants)
    }
  }
}

extension Form {
  /// An identifier.
  static func id<Subject>() -> Form where Value == Identifier<Subject> {
    Form("an identifier of 36 characters") { Identifier($0) }
  }

  /// A code, or an identifier.
  static func reference<Subject>() -> Form where Value == Reference<Subject> {
    Form("a code or an identifier") { Reference($0) }
  }

  /// A code.
  static func code<Subject>() -> Form where Value == Code<Subject> {
    Form("a code: 1 to 64 ASCII letters, digits, dots, hyphens and underscores") { Code($0) }
  }

  /// One of a closed set of names.
  static func choice() -> Form where Value: CaseIterable & RawRepresentable<String> {
    let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
    return Form("one of \(names)") { Value(rawValue: $0) }
  }
}
