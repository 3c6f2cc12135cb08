/// Writes one JSON text, octet after octet; members stand in the order they are written.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object { object in
///   object.member("code", "en-17")
///   object.member("scores") { scores in scores.array { $0.number(exactly: "0.85") } }
/// }
/// ```
/// The writer sees to commas, colons and escapes; that an object has no name twice is its user's part.
public struct JSONWriter: Sendable {
  /// How the text is laid out.
  public enum Layout: Sendable {
    /// Without any white space.
    case compact
    /// A line for each member and element, indented by two spaces a level.
    case indented
  }

  /// What has been written so far.
  public internal(set) var bytes: [UInt8]
  private let layout: Layout
  private var level = 0
  private var needsComma = false
  private var followsName = false

  /// A writer that appends to octets already there.
  public init(_ layout: Layout = .compact, appendingTo bytes: [UInt8] = []) {
    self.layout = layout
    self.bytes = bytes
  }

  /// What has been written so far, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Containers

  /// An object with the members that the closure writes.
  public mutating func object<Failure: Error>(
    _ writeMembers: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try container(UInt8(ascii: "{"), UInt8(ascii: "}"), writeMembers)
  }

  /// An array with the elements that the closure writes.
  public mutating func array<Failure: Error>(
    _ writeElements: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try container(UInt8(ascii: "["), UInt8(ascii: "]"), writeElements)
  }

  /// An array with one element for each item.
  public mutating func array<Items: Sequence, Failure: Error>(
    _ items: Items, _ writeElement: (inout JSONWriter, Items.Element) throws(Failure) -> Void
  ) throws(Failure) {
    try array { (writer) throws(Failure) in
      for item in items { try writeElement(&writer, item) }
    }
  }

  private mutating func container<Failure: Error>(
    _ opening: UInt8, _ closing: UInt8, _ write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginValue()
    bytes.append(opening)
    level += 1
    needsComma = false
    try write(&self)
    level -= 1
    if needsComma { breakLine() }
    bytes.append(closing)
    needsComma = true
  }

  // MARK: Names

  /// A member's name; the next thing written is its value.
  public mutating func name(_ name: String) {
    beginValue()
    appendQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    followsName = true
  }

  // MARK: Values

  /// A string. Escaped are quotes, backslashes, control characters, U+2028 and U+2029, and nothing else.
  public mutating func string(_ text: String) {
    beginValue()
    appendQuoted(text)
  }

  /// A whole number.
  public mutating func integer(_ number: some FixedWidthInteger) {
    beginValue()
    bytes += String(number).utf8
  }

  /// A number given as its decimal text, such as an exact decimal's description.
  ///
  /// - Precondition: the text is a JSON number.
  public mutating func number(exactly text: String) {
    precondition(isNumber(text), "no JSON number: \(text)")
    beginValue()
    bytes += text.utf8
  }

  /// `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    beginValue()
    bytes += (value ? "true" : "false").utf8
  }

  /// `null`.
  public mutating func null() {
    beginValue()
    bytes += "null".utf8
  }

  /// A value passed through as it stands: a slice of a document, or another writer's text.
  ///
  /// - Precondition: the octets are one JSON value.
  public mutating func raw(_ octets: ArraySlice<UInt8>) {
    beginValue()
    bytes += octets
  }

  /// A value passed through as it stands.
  ///
  /// - Precondition: the octets are one JSON value.
  public mutating func raw(_ octets: [UInt8]) {
    raw(octets[...])
  }

  /// A member passed through as it stands, name and value.
  public mutating func member(_ member: JSONMember) {
    beginValue()
    bytes += member.document.bytes[member.range]
  }

  /// The comma, and in the indented layout the new line, that belong before a value or a name.
  private mutating func beginValue() {
    if followsName {
      followsName = false
    } else {
      if needsComma { bytes.append(UInt8(ascii: ",")) }
      if level > 0 { breakLine() }
    }
    needsComma = true
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * level))
  }

  private func isNumber(_ text: String) -> Bool {
    var scanner = Scanner(limits: .standard)
    let octets = Array(text.utf8)
    do {
      try scanner.scan(octets.span)
      return scanner.nodes.first?.kind == .number
    } catch {
      return false
    }
  }
}
