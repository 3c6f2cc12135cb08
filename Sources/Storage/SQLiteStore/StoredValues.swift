internal import JSON
internal import People
public import SQLite
public import Values

/// A column holds what this program would not have written there: the database was altered, or is damaged.
struct StoredValueUnreadable: Error, CustomStringConvertible {
  let what: String
  let value: String

  var description: String { "the database holds “\(value)” where \(what) is due" }
}

// How the domain's values stand in columns, and are read back. Reading never guesses: it throws.
extension Row {
  func identifier<Subject>(_ column: Int) throws -> Identifier<Subject> {
    Identifier(try uuid(column))
  }

  func identifierOrNil<Subject>(_ column: Int) throws -> Identifier<Subject>? {
    isNull(column) ? nil : Identifier(try uuid(column))
  }

  func uuid(_ column: Int) throws -> UUID {
    try withBytes(column) { octets in
      guard octets.count == 16 else {
        throw StoredValueUnreadable(what: "an identifier", value: "\(octets.count) octets")
      }
      var words: (UInt64, UInt64) = (0, 0)
      for position in 0..<8 {
        words.0 = words.0 << 8 | UInt64(octets[position])
        words.1 = words.1 << 8 | UInt64(octets[position + 8])
      }
      return UUID(high: words.0, low: words.1)
    }
  }

  /// A name as a list shows it; a column that holds none is of somebody who was made unknown.
  func personName(_ column: Int) throws -> PersonName {
    try textOrNil(column).map { .known($0) } ?? .erased
  }

  func code<Subject>(_ column: Int) throws -> Code<Subject> {
    let text = try text(column)
    guard let code = Code<Subject>(text) else { throw StoredValueUnreadable(what: "a code", value: text) }
    return code
  }

  func instant(_ column: Int) throws -> Instant {
    Instant(microseconds: try integer(column))
  }

  func instantOrNil(_ column: Int) throws -> Instant? {
    try integerOrNil(column).map(Instant.init(microseconds:))
  }

  func day(_ column: Int) throws -> Day {
    let days = try integer(column)
    guard let day = Day(daysSinceEpoch: Int(days)) else {
      throw StoredValueUnreadable(what: "a day", value: String(days))
    }
    return day
  }

  func dayOrNil(_ column: Int) throws -> Day? {
    isNull(column) ? nil : try day(column)
  }

  func partialDayOrNil(_ column: Int) throws -> PartialDay? {
    guard let text = try textOrNil(column) else { return nil }
    guard let day = PartialDay(text) else {
      throw StoredValueUnreadable(what: "a day as far as it is known", value: text)
    }
    return day
  }

  func days(_ from: Int, _ to: Int) throws -> DayRange {
    guard let range = DayRange(from: try day(from), to: try dayOrNil(to)) else {
      throw StoredValueUnreadable(what: "a range of days", value: "\(try day(from))…")
    }
    return range
  }

  func count(_ column: Int) throws -> Int {
    Int(try integer(column))
  }

  func decimalOrNil(_ column: Int) throws -> ExactDecimal? {
    guard let text = try textOrNil(column) else { return nil }
    guard let decimal = ExactDecimal(text) else {
      throw StoredValueUnreadable(what: "a decimal", value: text)
    }
    return decimal
  }

  func choice<Choice: RawRepresentable<String>>(_ column: Int) throws -> Choice {
    let text = try text(column)
    guard let choice = Choice(rawValue: text) else {
      throw StoredValueUnreadable(what: "one of the values of \(Choice.self)", value: text)
    }
    return choice
  }

  func choiceOrNil<Choice: RawRepresentable<String>>(_ column: Int) throws -> Choice? {
    isNull(column) ? nil : try choice(column)
  }

  func language(_ column: Int) throws -> LanguageTag {
    let text = try text(column)
    guard let tag = LanguageTag(text) else {
      throw StoredValueUnreadable(what: "a language tag", value: text)
    }
    return tag
  }

  func localizedText(_ column: Int) throws -> LocalizedText {
    let members = try JSONDocument(try bytesOfText(column)).root.members
    guard let members else {
      throw StoredValueUnreadable(what: "a text by language", value: try text(column))
    }
    return LocalizedText(
      try members.map { member in
        guard let language = LanguageTag(member.name.string), let text = member.value.string else {
          throw StoredValueUnreadable(what: "a text by language", value: try self.text(column))
        }
        return LocalizedText.Variant(language: language, text: text)
      })
  }

  func texts(_ column: Int) throws -> [String] {
    guard let elements = try JSONDocument(try bytesOfText(column)).root.elements else {
      throw StoredValueUnreadable(what: "a list of texts", value: try text(column))
    }
    return try elements.map { element in
      guard let text = element.string else {
        throw StoredValueUnreadable(what: "a list of texts", value: try self.text(column))
      }
      return text
    }
  }

  private func bytesOfText(_ column: Int) throws -> [UInt8] {
    Array(try text(column).utf8)
  }
}

extension UUID: Bindable {
  public var boundValue: Value { .bytes(octets) }
}

extension Identifier: Bindable {
  public var boundValue: Value { .bytes(uuid.octets) }
}

extension Instant: Bindable {
  public var boundValue: Value { .integer(microseconds) }
}

extension Day: Bindable {
  public var boundValue: Value { .integer(Int64(daysSinceEpoch)) }
}

extension ExactDecimal: Bindable {
  public var boundValue: Value { .text(description) }
}

extension LanguageTag: Bindable {
  public var boundValue: Value { .text(text) }
}

extension LocalizedText: Bindable {
  public var boundValue: Value {
    var writer = JSONWriter()
    writer.object { object in
      for variant in variants { object.member(variant.language.text, variant.text) }
    }
    return .text(writer.text)
  }
}

/// A list of texts as a JSON array.
func storedTexts(_ texts: [String]) -> String {
  var writer = JSONWriter()
  writer.array(texts) { $0.string($1) }
  return writer.text
}
