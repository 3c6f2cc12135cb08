public import JSON

/// The form of a JSON value, in the terms of JSON Schema 2020-12, which OpenAPI 3.1 takes as they are.
public indirect enum Schema: Sendable, Hashable {
  /// Any value.
  case anything
  case null
  case text(Text)
  /// A whole number within bounds, both inclusive; nil where there is none.
  case whole(from: Int?, to: Int?)
  case number
  case truth
  /// One of these texts.
  case choice([String])
  case list(of: Schema)
  /// An object that has these members and no others.
  case object([Member], oneOf: [[String]] = [])
  /// An object with a member for each of any number of names; the names have a form of their own.
  case map(of: Schema, names: Text, atLeast: Int = 0)
  case orNull(Schema)
  /// A value of any of these forms.
  case either([Schema])
  /// A form that has a name, by which others refer to it.
  case named(String, Schema)
  /// A form by its name: for one that holds itself.
  case reference(String)

  /// What a text looks like.
  public struct Text: Sendable, Hashable {
    /// A regular expression (ECMA-262) that the whole text matches; nil where any text will do.
    public let pattern: String?
    /// A format of JSON Schema, `date`; nil where none is meant.
    public let format: String?
    /// How many characters it may have.
    public let length: ClosedRange<Int>?
    public let example: String

    public init(
      _ example: String, pattern: String? = nil, format: String? = nil, length: ClosedRange<Int>? = nil
    ) {
      self.example = example
      self.pattern = pattern
      self.format = format
      self.length = length
    }
  }

  /// A member of an object.
  public struct Member: Sendable, Hashable {
    public let name: String
    public let schema: Schema
    /// Whether the object cannot be without it.
    public let isRequired: Bool
    /// What it means, in a sentence; empty where the name says it.
    public let meaning: String
    /// What holds where it is not given, as JSON text; nil where nothing does.
    public let standard: String?

    public init(
      _ name: String, _ schema: Schema, isRequired: Bool = true, _ meaning: String = "",
      standard: String? = nil
    ) {
      self.name = name
      self.schema = schema
      self.isRequired = isRequired
      self.meaning = meaning
      self.standard = standard
    }
  }
}

// The forms that stand in many places.
extension Schema {
  /// Any text.
  public static func text(example: String = "text") -> Schema { .text(Text(example)) }

  /// A text that is not empty.
  public static func words(example: String = "text") -> Schema {
    .text(Text(example, length: 1...Int.max))
  }

  /// One line of text: a title, a name. Something of it has to be seen, which no pattern says.
  public static func heading(example: String) -> Schema {
    .text(
      Text(
        example, pattern: #"^[^\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]+$"#, length: 1...Int.max)
    )
  }

  /// A text as a query can hold it: without control characters but tabs and line ends.
  public static func line(example: String) -> Schema {
    .text(Text(example, pattern: #"^[^\u0000-\u0008\u000E-\u001F\u007F]*$"#))
  }

  /// An identifier in the 36 characters of its text form.
  public static let id = Schema.text(
    Text(
      "0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d",
      pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$",
      format: "uuid"))

  /// An identifier whose variant is that of RFC 9562 §4.1, as xAPI asks of those in a statement.
  public static let standardUUID = Schema.text(
    Text(
      "0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d",
      pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
      format: "uuid"))

  /// A code.
  public static func code(example: String = "VAL-1") -> Schema {
    .text(Text(example, pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"))
  }

  /// A day of the calendar.
  public static let day = Schema.text(
    Text(
      "2026-03-31",
      pattern:
        "^([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      format: "date"))

  /// An instant of RFC 3339.
  public static let instant = Schema.text(
    Text(
      "2026-03-31T09:30:00.000000Z",
      pattern:
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$",
      format: "date-time"))

  /// A language tag of BCP 47.
  public static let language = Schema.text(languageTag)

  /// What a language tag of BCP 47 looks like.
  public static let languageTag = Text("en", pattern: "^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$", length: 1...64)

  /// A text for each of several languages.
  public static let texts = Schema.map(of: .text(example: "Customs valuation"), names: languageTag)

  /// A number from 0 on.
  public static let count = Schema.whole(from: 0, to: nil)

  /// One of a closed set of names.
  public static func choice<Value: CaseIterable & RawRepresentable<String>>(of type: Value.Type) -> Schema {
    .choice(type.allCases.map(\.rawValue))
  }
}

extension Schema {
  /// Where those that have a name are defined in a document.
  public enum Place: String, Sendable {
    /// In a description of an API (OpenAPI 3.1 §4.8.7).
    case components = "#/components/schemas/"
    /// In a schema of its own (JSON Schema 2020-12 §8.2.4).
    case definitions = "#/$defs/"
  }

  /// Writes the schema: named ones as references to where they are defined.
  public func write(in json: inout JSONWriter, _ place: Place = .components) {
    switch self {
    case .named(let name, _), .reference(let name):
      json.object { $0.member("$ref", place.rawValue + name) }
    default: json.object { keywords(in: &$0, place) }
    }
  }

  /// Writes the schema itself, whether it has a name or not.
  public func writeDefinition(in json: inout JSONWriter, _ place: Place = .components) {
    guard case .named(_, let definition) = self else { return write(in: &json, place) }
    definition.writeDefinition(in: &json, place)
  }

  fileprivate func keywords(in json: inout JSONWriter, _ place: Place) {
    switch self {
    case .anything: break
    case .null: json.member("type", "null")
    case .text(let text): text.keywords(in: &json)
    case .whole(let from, let to):
      json.member("type", "integer")
      json.member("minimum", from)
      json.member("maximum", to)
    case .number: json.member("type", "number")
    case .truth: json.member("type", "boolean")
    case .choice(let names):
      json.member("type", "string")
      json.member("enum", texts: names)
    case .list(let element):
      json.member("type", "array")
      json.member("items") { element.write(in: &$0, place) }
    case .object(let members, let sets): keywords(of: members, oneOf: sets, in: &json, place)
    case .map(let value, let names, let least):
      json.member("type", "object")
      if least > 0 { json.member("minProperties", least) }
      json.member("propertyNames") { $0.object { names.keywords(in: &$0) } }
      json.member("additionalProperties") { value.write(in: &$0, place) }
    case .orNull(let value): json.member("anyOf") { $0.array([value, .null]) { $1.write(in: &$0, place) } }
    case .either(let forms): json.member("anyOf") { $0.array(forms) { $1.write(in: &$0, place) } }
    case .named, .reference: preconditionFailure("a name is written as a reference")
    }
  }

  private func keywords(
    of members: [Member], oneOf sets: [[String]], in json: inout JSONWriter, _ place: Place
  ) {
    json.member("type", "object")
    json.member("properties") { json in
      json.object { json in
        for member in members { json.member(member.name) { member.write(in: &$0, place) } }
      }
    }
    let required = members.filter(\.isRequired).map(\.name)
    if !required.isEmpty { json.member("required", texts: required) }
    json.member("additionalProperties", false)
    guard !sets.isEmpty else { return }
    json.member("anyOf") { json in
      json.array(sets) { json, set in json.object { $0.member("required", texts: set) } }
    }
  }
}

extension Schema.Text {
  fileprivate func keywords(in json: inout JSONWriter) {
    json.member("type", "string")
    json.member("pattern", pattern)
    json.member("format", format)
    json.member("minLength", length?.lowerBound)
    if let length, length.upperBound < .max { json.member("maxLength", length.upperBound) }
  }
}

extension Schema.Member {
  /// The member's schema with its meaning and standard value beside it.
  public func write(in json: inout JSONWriter, _ place: Schema.Place = .components) {
    guard !meaning.isEmpty || standard != nil else { return schema.write(in: &json, place) }
    json.object { json in
      switch schema {
      case .named(let name, _), .reference(let name): json.member("$ref", place.rawValue + name)
      default: schema.keywords(in: &json, place)
      }
      if !meaning.isEmpty { json.member("description", meaning) }
      if let standard { json.member("default") { $0.raw(Array(standard.utf8)) } }
    }
  }
}
