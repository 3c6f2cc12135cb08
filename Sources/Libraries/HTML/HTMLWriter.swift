/// HTML put together byte by byte.
///
/// Markup can only be a literal of this program (`StaticString`); every value goes through `text` or an attribute
/// and is escaped there. Escaping looks at UTF-8 octets, never at `Character`s: a combining mark behind a quote or
/// an angle bracket makes one character with it and would hide it.
public struct HTMLWriter: Sendable {
  /// What has been written so far, in UTF-8.
  public internal(set) var bytes: [UInt8] = []

  /// A writer that has written nothing.
  public init() {}

  /// Adds markup that stands in the program's text.
  public mutating func markup(_ markup: StaticString) {
    bytes.append(contentsOf: markup.description.utf8)
  }

  /// Adds a value as text.
  public mutating func text(_ value: String) {
    for octet in value.utf8 { escape(octet) }
  }

  /// Adds an element with its content between the tags. Attribute values are escaped and stand in double quotes.
  public mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    content: (inout HTMLWriter) -> Void
  ) {
    startTag(name, attributes)
    content(&self)
    markup("</")
    markup(name)
    markup(">")
  }

  /// Adds an element that holds one value.
  public mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text value: String
  ) {
    element(name, attributes) { $0.text(value) }
  }

  /// Adds a value that may be written from right to left: isolated, so that it cannot turn its surroundings around.
  ///
  /// - Parameter language: the tag of its language, where that is known.
  public mutating func isolated(_ value: String, language: String?) {
    guard let language else { return element("bdi", ["dir": "auto"], text: value) }
    element("bdi", ["dir": "auto", "lang": language], text: value)
  }

  private mutating func startTag(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) {
    markup("<")
    markup(name)
    for (attribute, value) in attributes {
      markup(" ")
      markup(attribute)
      markup("=\"")
      text(value)
      markup("\"")
    }
    markup(">")
  }

  /// The five octets that end text or a quoted attribute become references; NUL, which HTML cannot hold, becomes
  /// U+FFFD.
  private mutating func escape(_ octet: UInt8) {
    switch octet {
    case UInt8(ascii: "&"): markup("&amp;")
    case UInt8(ascii: "<"): markup("&lt;")
    case UInt8(ascii: ">"): markup("&gt;")
    case UInt8(ascii: "\""): markup("&quot;")
    case UInt8(ascii: "'"): markup("&#39;")
    case 0: markup("\u{FFFD}")
    default: bytes.append(octet)
    }
  }
}

extension HTMLWriter {
  /// Adds what another writer has written.
  public mutating func append(_ other: HTMLWriter) {
    bytes.append(contentsOf: other.bytes)
  }
}
