/// Writes an XML document as UTF-8 bytes, the same bytes for the same calls.
///
/// Text and attribute values may be anything: what has a meaning in XML is escaped, and a character that XML 1.0
/// cannot hold (§2.2: control characters, U+FFFE, U+FFFF) becomes U+FFFD. Names are the caller's own constants; a
/// name that is none is a mistake in the program and stops it.
public struct XMLWriter: Sendable {
  /// The document as far as it is written.
  public private(set) var bytes: [UInt8]
  private let isPretty: Bool
  private var depth = 0
  private var tagIsOpen = false

  /// Begins a document with its XML declaration.
  ///
  /// - Parameter isPretty: whether each element begins on a line of its own, indented by two spaces a level.
  public init(isPretty: Bool = true) {
    self.isPretty = isPretty
    bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>".utf8)
  }

  /// Writes an element and, within it, what `content` writes. Attributes whose value is nil are left out.
  public mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    content: (inout XMLWriter) throws -> Void
  ) rethrows {
    start(name, attributes)
    depth += 1
    try content(&self)
    depth -= 1
    end(name)
  }

  /// Writes an element that holds only text, or nothing. Attributes whose value is nil are left out.
  public mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String = ""
  ) {
    start(name, attributes)
    if text.isEmpty {
      bytes.append(contentsOf: "/>".utf8)
    } else {
      bytes.append(UInt8(ascii: ">"))
      escape(text, inAttribute: false)
      close(name)
    }
    tagIsOpen = false
  }

  /// The whole document, with a line end behind its root.
  public consuming func finish() -> [UInt8] {
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    precondition(isXMLName(name), "an element's name must be an XML name")
    if tagIsOpen { bytes.append(UInt8(ascii: ">")) }
    if isPretty || depth == 0 { breakLine() }
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    for case (let name, let value?) in attributes {
      precondition(isXMLName(name), "an attribute's name must be an XML name")
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: name.utf8)
      bytes.append(contentsOf: "=\"".utf8)
      escape(value, inAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
    tagIsOpen = true
  }

  private mutating func end(_ name: String) {
    if tagIsOpen {
      bytes.append(contentsOf: "/>".utf8)
    } else {
      if isPretty { breakLine() }
      close(name)
    }
    tagIsOpen = false
  }

  private mutating func close(_ name: String) {
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func escape(_ text: String, inAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes.append(contentsOf: "&amp;".utf8)
      case "<": bytes.append(contentsOf: "&lt;".utf8)
      case ">": bytes.append(contentsOf: "&gt;".utf8)
      case "\r": bytes.append(contentsOf: "&#13;".utf8)
      case "\"" where inAttribute: bytes.append(contentsOf: "&quot;".utf8)
      case "\t" where inAttribute: bytes.append(contentsOf: "&#9;".utf8)
      case "\n" where inAttribute: bytes.append(contentsOf: "&#10;".utf8)
      case _ where !isXMLCharacter(scalar.value): bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}

/// Whether a text is a name of ASCII letters, digits and `-._:`, as our own names are.
private func isXMLName(_ name: String) -> Bool {
  guard let first = name.utf8.first, (0x61...0x7A).contains(first | 0x20) || first == UInt8(ascii: "_")
  else { return false }
  return name.utf8.allSatisfy {
    (0x61...0x7A).contains($0 | 0x20) || (0x2D...0x3A).contains($0) && $0 != UInt8(ascii: "/")
      || $0 == UInt8(ascii: "_")
  }
}
