/// A text in which every bare `&` has become `&amp;`.
///
/// Bare is an ampersand outside comments, CDATA sections and processing instructions that begins neither a
/// character reference nor a reference by name: `a & b`, `?x=1&y=2`. A named reference to an unknown entity
/// (`&nbsp;`) stays as it is, and is refused later: nobody can know what was meant.
struct AmpersandRepair {
  private(set) var bytes: [UInt8] = []
  /// Offsets in the original text of the ampersands that were repaired, ascending.
  let repaired: [Int]

  /// Repairs the text; nil where no ampersand is bare.
  init?(_ original: [UInt8]) {
    repaired = AmpersandRepair.bareAmpersands(in: original.span)
    guard !repaired.isEmpty else { return nil }
    bytes.reserveCapacity(original.count + 4 * repaired.count)
    var copied = 0
    for offset in repaired {
      bytes.append(contentsOf: original[copied...offset])
      bytes.append(contentsOf: "amp;".utf8)
      copied = offset + 1
    }
    bytes.append(contentsOf: original[copied...])
  }

  private static func bareAmpersands(in bytes: Span<UInt8>) -> [Int] {
    var found: [Int] = []
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "<"): offset = endOfOpaque(bytes, at: offset) ?? offset + 1
      case UInt8(ascii: "&"):
        if !beginsReference(bytes, at: offset) { found.append(offset) }
        offset += 1
      default: offset += 1
      }
    }
    return found
  }

  /// Where a comment, CDATA section or instruction that begins here ends; nil where none begins.
  private static func endOfOpaque(_ bytes: Span<UInt8>, at offset: Int) -> Int? {
    guard offset + 1 < bytes.count else { return nil }
    let mark = bytes[offset + 1]
    guard mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") else { return nil }
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where stands(opening, in: bytes, at: offset) {
      let end = find(closing, in: bytes, from: offset + opening.utf8.count) ?? bytes.count
      return min(end + closing.utf8.count, bytes.count)
    }
    return nil
  }

  /// Whether `&name;`, `&#10;` or `&#xA;` begins here.
  private static func beginsReference(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    let isNumeric = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "#")
    let start = offset + (isNumeric ? 2 : 1)
    var end = start
    while end < min(bytes.count, offset + 65), isNameOctet(bytes[end]) { end += 1 }
    guard end > start, end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return false }
    return isNumeric || isLetter(bytes[start])
  }

  private static func isLetter(_ octet: UInt8) -> Bool {
    (0x61...0x7A).contains(octet | 0x20) || octet == UInt8(ascii: "_") || octet >= 0x80
  }

  private static func isNameOctet(_ octet: UInt8) -> Bool {
    isLetter(octet) || (0x30...0x39).contains(octet) || octet == UInt8(ascii: "-")
      || octet == UInt8(ascii: ".")
  }
}
