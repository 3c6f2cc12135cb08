public import XML

/// A value of a document, and where it stands: what is found about it later is told with this place.
public struct Stated<Value: Sendable & Hashable>: Sendable, Hashable {
  public let value: Value
  /// The column's or attribute's name.
  public let name: String
  public let place: Place

  public init(_ value: Value, name: String, place: Place) {
    self.value = value
    self.name = name
    self.place = place
  }

  /// A value that stands in no document yet.
  public init(_ value: Value) {
    self.init(value, name: "", place: Place(line: 1, column: 1, byte: 0))
  }
}

extension DocumentReading {
  /// As `value`, with the attribute's place.
  mutating func stated<Value: Sendable & Hashable>(
    _ name: String, of element: XMLElement, expected: String, _ read: (String) -> Value?
  ) -> Stated<Value>? {
    value(name, of: element, expected: expected, read).map { element.stating($0, name) }
  }
}

extension XMLElement {
  /// A value that one of the element's attributes states.
  func stating<Value: Sendable & Hashable>(_ value: Value, _ name: String) -> Stated<Value> {
    Stated(value, name: name, place: place(ofAttribute: name))
  }
}
