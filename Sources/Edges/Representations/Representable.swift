public import JSON

/// What has one JSON form, the same at both doors.
///
/// Members are named in camelCase and never left out: what has no value is `null`, so that the shape does not vary.
public protocol Representable {
  /// Writes the value, exactly one, where the writer stands.
  func represent(in json: inout JSONWriter)
}

extension Representable {
  /// The JSON text of the value alone, in UTF-8.
  public func json(_ layout: JSONWriter.Layout = .compact) -> [UInt8] {
    var writer = JSONWriter(layout)
    represent(in: &writer)
    return writer.bytes
  }
}

extension JSONWriter {
  /// A value in its JSON form.
  public mutating func value(_ value: some Representable) {
    value.represent(in: &self)
  }

  /// A member with its value in its JSON form.
  public mutating func member(_ name: String, _ value: some Representable) {
    self.name(name)
    value.represent(in: &self)
  }

  /// A member with its value in its JSON form; `null` where there is none.
  public mutating func member(_ name: String, orNull value: (some Representable)?) {
    self.name(name)
    if let value { value.represent(in: &self) } else { null() }
  }

  /// A member that is a whole number; `null` where there is none.
  public mutating func member(_ name: String, orNull number: Int?) {
    self.name(name)
    if let number { integer(number) } else { null() }
  }

  /// A member that is an array of values in their JSON form.
  public mutating func member(_ name: String, each values: some Sequence<some Representable>) {
    self.name(name)
    array(values) { $0.value($1) }
  }

  /// A member that is an array of texts.
  public mutating func member(_ name: String, texts: some Sequence<String>) {
    self.name(name)
    array(texts) { $0.string($1) }
  }
}
