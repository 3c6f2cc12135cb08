/// A name and its value in one call; nil leaves the member out, except where the method says otherwise.
extension JSONWriter {
  /// A member that is a string.
  public mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    self.name(name)
    string(text)
  }

  /// A member that is a whole number.
  public mutating func member(_ name: String, _ number: (some FixedWidthInteger)?) {
    guard let number else { return }
    self.name(name)
    integer(number)
  }

  /// A member that is `true` or `false`.
  public mutating func member(_ name: String, _ value: Bool?) {
    guard let value else { return }
    self.name(name)
    boolean(value)
  }

  /// A member whose value the closure writes; it writes exactly one value.
  public mutating func member<Failure: Error>(
    _ name: String, _ writeValue: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    self.name(name)
    try writeValue(&self)
  }

  /// A member that is `null` where there is no text, for formats that ask for the member in any case.
  public mutating func member(_ name: String, orNull text: String?) {
    self.name(name)
    if let text { string(text) } else { null() }
  }
}
