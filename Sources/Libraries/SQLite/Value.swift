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
  /// Itself.
  public var boundValue: Value { self }
}

extension Int64: Bindable {
  /// As it stands.
  public var boundValue: Value { .integer(self) }
}

extension Int: Bindable {
  /// As it stands; `Int` has 64 bits.
  public var boundValue: Value { .integer(Int64(self)) }
}

extension Bool: Bindable {
  /// 1 or 0.
  public var boundValue: Value { .integer(self ? 1 : 0) }
}

extension String: Bindable {
  /// As it stands.
  public var boundValue: Value { .text(self) }
}

extension [UInt8]: Bindable {
  /// As they stand.
  public var boundValue: Value { .bytes(self) }
}
