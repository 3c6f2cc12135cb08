/// One SQL statement with the values it is to be run with.
///
/// A query is written as a string literal; what is interpolated is bound, never spliced into the text:
///
/// ```swift
/// try connection.first("SELECT name FROM person WHERE id = \(id)") { try $0.text(0) }
/// ```
///
/// The text consists of literals of the program only. There is no way to make a query from a string that
/// was computed, so no input of a user can become SQL. A part of a query that depends on the circumstances
/// is a query itself, and is interpolated (`\(condition)`) or appended (`+`).
///
/// Because literals live as long as the program, their addresses are the query's identity: a connection
/// finds the prepared statement without building, hashing or comparing the text. The pieces are kept apart,
/// so that an engine that writes its parameters in another way (`$1`) can be served by the same query.
public struct Query: Sendable {
  /// A stretch of the statement's text.
  public enum Part: Sendable {
    /// Text as it stands in the program.
    case text(StaticString)
    /// The place of the next value.
    case parameter
  }

  /// The text and the places of the values, in order.
  public private(set) var parts: [Part]
  /// The values, in the order of their places.
  public private(set) var values: [Value]
  /// A digest of where the parts lie in memory; equal parts have equal digests.
  private(set) var digest: UInt64 = 0

  private init(capacity: Int) {
    parts = []
    parts.reserveCapacity(capacity)
    values = []
  }

  fileprivate mutating func append(_ text: StaticString) {
    guard text.utf8CodeUnitCount > 0 else { return }
    parts.append(.text(text))
    digest = digest.mixed(with: text.address).mixed(with: UInt64(truncatingIfNeeded: text.utf8CodeUnitCount))
  }

  fileprivate mutating func append(_ value: Value) {
    parts.append(.parameter)
    values.append(value)
    digest = digest.mixed(with: 1)
  }

  fileprivate mutating func append(_ other: Query) {
    var next = other.values.makeIterator()
    for part in other.parts {
      switch part {
      case .text(let text): append(text)
      case .parameter: append(next.next() ?? .null)
      }
    }
  }

  /// One query followed by another.
  public static func + (first: Query, second: Query) -> Query {
    var whole = first
    whole.append(second)
    return whole
  }

  /// Appends a query, such as one more value of a list.
  public static func += (whole: inout Query, next: Query) {
    whole.append(next)
  }
}

extension Query: ExpressibleByStringInterpolation {
  /// A statement without values.
  public init(stringLiteral text: StaticString) {
    self.init(capacity: 1)
    append(text)
  }

  /// A statement with the values that were interpolated.
  public init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.query
  }

  /// Takes a literal apart into text and values.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var query: Query

    /// Called by the compiler before the parts.
    public init(literalCapacity: Int, interpolationCount: Int) {
      query = Query(capacity: 2 * interpolationCount + 1)
      query.values.reserveCapacity(interpolationCount)
    }

    /// Text of the program.
    public mutating func appendLiteral(_ literal: StaticString) {
      query.append(literal)
    }

    /// A value to be bound.
    public mutating func appendInterpolation(_ value: some Bindable) {
      query.append(value.boundValue)
    }

    /// A value to be bound, or NULL.
    public mutating func appendInterpolation(_ value: (some Bindable)?) {
      query.append(value?.boundValue ?? .null)
    }

    /// A part of the statement with its own values.
    public mutating func appendInterpolation(_ part: Query) {
      query.append(part)
    }
  }
}

extension Query {
  /// The statement's text with `?` at the places of the values.
  public var text: String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .text(let literal): text += literal.description
      case .parameter: text += "?"
      }
    }
  }

  /// The statement alone: what tells it from others, without the values of one use.
  var withoutValues: Query {
    var outline = self
    outline.values = []
    return outline
  }

  /// True if both are made of the same literals in the same order, whatever their values.
  func isSameStatement(as other: Query) -> Bool {
    digest == other.digest && parts.elementsEqual(other.parts) { $0.isSame(as: $1) }
  }
}

extension Query.Part {
  fileprivate func isSame(as other: Query.Part) -> Bool {
    switch (self, other) {
    case (.parameter, .parameter): true
    case (.text(let mine), .text(let other)):
      mine.address == other.address && mine.utf8CodeUnitCount == other.utf8CodeUnitCount
    case (.parameter, .text), (.text, .parameter): false
    }
  }
}

extension StaticString {
  /// Where the literal lies, or its only scalar where it is kept as one.
  fileprivate var address: UInt64 {
    guard hasPointerRepresentation else { return UInt64(unicodeScalar.value) }
    return unsafe UInt64(UInt(bitPattern: utf8Start))
  }
}

extension UInt64 {
  /// A multiplicative step over one word, folded so that the high bits reach the low ones.
  fileprivate func mixed(with word: UInt64) -> UInt64 {
    let product = (self &+ word &+ 1) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 29)
  }
}
