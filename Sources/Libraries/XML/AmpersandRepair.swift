/// A text in which every bare `&` has become `&amp;`.
///
/// Bare is an ampersand outside comments, CDATA sections and processing instructions that begins neither a
/// character reference nor a reference by name: `a & b`, `?x=1&y=2`. A named reference to an unknown entity
/// (`&nbsp;`) stays as it is, and is refused later: nobody can know what was meant.
struct AmpersandRepair {
  private(set) var bytes: [UInt8] = []
  /// Offsets in the original text of the ampersands that were repaired, ascending.
  private(set) var repaired: [Int] = []

  /// Repairs the text; nil where no ampersand is bare.
  init?(_ original: [UInt8]) {
    bytes.reserveCapacity(original.count + 64)
    var offset = 0
    while offset < original.count {
      if let end = AmpersandRepair.endOfOpaque(original, at: offset) {
        bytes.append(contentsOf: original[offset..<end])
        offset = end
        continue
      }
      bytes.append(original[offset])
      if original[offset] == UInt8(ascii: "&"), !AmpersandRepair.beginsReference(original, at: offset) {
        repaired.append(offset)
        bytes.append(contentsOf: "amp;".utf8)
      }
      offset += 1
    }
    if repaired.isEmpty { return nil }
  }

  /// Where a comment, CDATA section or instruction that begins here ends; nil where none begins.
  private static func endOfOpaque(_ bytes: [UInt8], at offset: Int) -> Int? {
    guard bytes[offset] == UInt8(ascii: "<") else { return nil }
    let marks = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    for (opening, closing) in marks where bytes[offset...].starts(with: opening.utf8) {
      let closing = Array(closing.utf8)
      var end = offset + opening.utf8.count
      while end < bytes.count, !bytes[end...].starts(with: closing) { end += 1 }
      return min(end + closing.count, bytes.count)
    }
    return nil
  }

  /// Whether `&name;`, `&#10;` or `&#xA;` begins here.
  private static func beginsReference(_ bytes: [UInt8], at offset: Int) -> Bool {
    let body = bytes[(offset + 1)...].prefix(64).prefix { isNameOctet($0) || $0 == UInt8(ascii: "#") }
    guard let first = body.first, body.endIndex < bytes.count, bytes[body.endIndex] == UInt8(ascii: ";")
    else {
      return false
    }
    if first == UInt8(ascii: "#") { return body.count > 1 }
    return isLetter(first) && !body.contains(UInt8(ascii: "#"))
  }

  private static func isLetter(_ octet: UInt8) -> Bool {
    (0x61...0x7A).contains(octet | 0x20) || octet == UInt8(ascii: "_") || octet >= 0x80
  }

  private static func isNameOctet(_ octet: UInt8) -> Bool {
    isLetter(octet) || (0x30...0x39).contains(octet) || octet == UInt8(ascii: "-")
      || octet == UInt8(ascii: ".")
  }
}
