/// What a query can be given in place of a `?`.
public enum Value: Sendable, Equatable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int64)
  /// Text of any length, which may hold U+0000.
  case text(String)
  /// Bytes of any length.
  case bytes([UInt8])
}

/// A type whose values can be bound to a query. A store makes its typed identifiers conform.
public protocol Bindable {
  /// The value as the database keeps it.
  var boundValue: Value { get }
}

extension Value: Bindable {
  public var boundValue: Value { self }
}

extension Int64: Bindable {
  public var boundValue: Value { .integer(self) }
}

extension Int: Bindable {
  public var boundValue: Value { .integer(Int64(self)) }
}

/// True is 1, false is 0.
extension Bool: Bindable {
  public var boundValue: Value { .integer(self ? 1 : 0) }
}

extension String: Bindable {
  public var boundValue: Value { .text(self) }
}

extension [UInt8]: Bindable {
  public var boundValue: Value { .bytes(self) }
}
