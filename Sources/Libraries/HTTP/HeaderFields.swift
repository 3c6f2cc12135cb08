/// The header fields of a request, in the order they came, looked up without regard to case.
///
/// Names and values are kept as the bytes received, in one buffer; a `String` is made only for what is asked
/// for. A look-up grows with the number of fields, at most ``Server/Configuration/fieldLimit``.
public struct HeaderFields: Sendable {
  /// Where one field lies in the buffer: its value follows its name.
  struct Place: Sendable {
    var start: UInt32
    var nameCount: UInt32
    var valueCount: UInt32
  }

  private(set) var text: [UInt8] = []
  private(set) var places: [Place] = []

  /// No fields.
  public init() {}

  /// Fields from pairs of name and value, for those who make requests by hand.
  public init(_ fields: [(name: String, value: String)]) {
    for field in fields {
      append(name: Array(field.name.utf8).span, value: Array(field.value.utf8).span)
    }
  }

  /// How many fields there are, repeated ones counted each.
  public var count: Int { places.count }

  /// The value of the first field of this name, or nil. Bytes that are no UTF-8 are replaced by U+FFFD.
  public subscript(_ name: String) -> String? {
    for place in places where isNamed(place, name) { return value(at: place) }
    return nil
  }

  /// The values of all fields of this name, in the order they came.
  public func values(_ name: String) -> [String] {
    places.filter { isNamed($0, name) }.map(value(at:))
  }

  /// Every field as name and value, in the order they came, names spelled as sent.
  public var all: [(name: String, value: String)] {
    places.map { (name(at: $0), value(at: $0)) }
  }
}

extension HeaderFields {
  mutating func reserveCapacity(bytes: Int, fields: Int) {
    text.reserveCapacity(bytes)
    places.reserveCapacity(fields)
  }

  /// Keeps a field. All together stay below 4 GiB: a head is limited first.
  mutating func append(name: Span<UInt8>, value: Span<UInt8>) {
    let place = Place(
      start: UInt32(text.count), nameCount: UInt32(name.count), valueCount: UInt32(value.count))
    for index in name.indices { text.append(name[index]) }
    for index in value.indices { text.append(value[index]) }
    places.append(place)
  }

  /// Keeps a field whose bytes are lent for this call only.
  @unsafe mutating func append(name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer) {
    let place = Place(
      start: UInt32(text.count), nameCount: UInt32(name.count), valueCount: UInt32(value.count))
    unsafe text.append(contentsOf: name)
    unsafe text.append(contentsOf: value)
    places.append(place)
  }

  func nameRange(_ place: Place) -> Range<Int> {
    Int(place.start)..<Int(place.start) + Int(place.nameCount)
  }

  func valueRange(_ place: Place) -> Range<Int> {
    let start = Int(place.start) + Int(place.nameCount)
    return start..<start + Int(place.valueCount)
  }

  func isNamed(_ place: Place, _ name: String) -> Bool {
    let wanted = name.utf8
    guard wanted.count == Int(place.nameCount) else { return false }
    var index = Int(place.start)
    for byte in wanted {
      guard lowercased(text[index]) == lowercased(byte) else { return false }
      index += 1
    }
    return true
  }

  private func name(at place: Place) -> String {
    String(decoding: text[nameRange(place)], as: UTF8.self)
  }

  private func value(at place: Place) -> String {
    String(decoding: text[valueRange(place)], as: UTF8.self)
  }
}

/// The ASCII letter in lower case; any other byte as it is.
func lowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
