public import JSON
public import Values

extension UUID: Representable {
  /// The 36 characters of the text form.
  public func represent(in json: inout JSONWriter) { json.string(description) }
}

extension Identifier: Representable {
  /// The 36 characters of the text form.
  public func represent(in json: inout JSONWriter) { json.string(description) }
}

extension Code: Representable {
  /// The code as first spelt.
  public func represent(in json: inout JSONWriter) { json.string(text) }
}

extension Instant: Representable {
  /// RFC 3339 in UTC with six decimals of the second.
  public func represent(in json: inout JSONWriter) { json.string(description) }
}

extension Day: Representable {
  /// `YYYY-MM-DD`.
  public func represent(in json: inout JSONWriter) { json.string(description) }
}

extension DayRange: Representable {
  /// `{"from": day, "to": day or null}`, both inclusive; `from` is `null` where nobody knows the first day.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("from", orNull: knownFrom)
      json.member("to", orNull: to)
    }
  }
}

extension ExactDecimal: Representable {
  /// A JSON number with exactly the digits of the decimal.
  public func represent(in json: inout JSONWriter) { json.number(exactly: description) }
}

extension LanguageTag: Representable {
  /// The tag in lower case.
  public func represent(in json: inout JSONWriter) { json.string(text) }
}

extension LocalizedText: Representable {
  /// An object with a member a language, in the author's order: `{"en": "Customs valuation", "fr": …}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      for variant in variants { json.member(variant.language.text, variant.text) }
    }
  }
}

/// A closed set of names is represented by the name.
extension Representable where Self: RawRepresentable, RawValue == String {
  /// The case's name as a string.
  public func represent(in json: inout JSONWriter) { json.string(rawValue) }
}

extension DayRange: Described {
  public static let schema = Schema.named(
    "Days",
    .object([
      .init("from", .orNull(.day), "The first day; null where nobody knows it."),
      .init("to", .orNull(.day), "The last day, inclusive; null where there is none yet."),
    ]))
}
