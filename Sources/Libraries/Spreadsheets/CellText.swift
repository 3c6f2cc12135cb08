/// What a text has to be to come out of a cell as it went in.
enum CellText {
  /// The text without NUL, which would end it, and which no XML holds; with U+FFFD for U+FFFE and U+FFFF, which no XML
  /// holds either (XML 1.0 §2.2); cut to what a cell holds; and with the first underscore of `_x000D_` and its like escaped
  /// (ECMA-376 part 1, 22.9.2.19): libxlsxwriter writes them as they are, and readers take them for a control character.
  static func fit(_ text: String, mostUnits: Int) -> String {
    guard text.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "_") || $0 == 0xEF }) else {
      return SheetNames.cut(text, to: mostUnits)
    }
    var octets = text.utf8.filter { $0 != 0 }
    // U+FFFD to U+FFFF are EF BF BD to EF BF BF.
    for place in octets.indices.dropLast(2) where octets[place] == 0xEF && octets[place + 1] == 0xBF {
      octets[place + 2] = min(octets[place + 2], 0xBD)
    }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(octets.count)
    for place in octets.indices {
      if octets[place] == UInt8(ascii: "_"), isEscape(octets[place...]) {
        escaped.append(contentsOf: "_x005F".utf8)
      }
      escaped.append(octets[place])
    }
    return SheetNames.cut(String(decoding: escaped, as: UTF8.self), to: mostUnits)
  }

  /// Whether octets begin with `_x`, four hexadecimal digits and `_`.
  private static func isEscape(_ octets: some Collection<UInt8>) -> Bool {
    let beginning = Array(octets.prefix(7))
    guard beginning.count == 7, beginning[0] == UInt8(ascii: "_"), beginning[6] == UInt8(ascii: "_") else {
      return false
    }
    return beginning[1] | 0x20 == UInt8(ascii: "x")
      && beginning[2..<6].allSatisfy { octet in
        (0x30...0x39).contains(octet) || (0x61...0x66).contains(octet | 0x20)
      }
  }
}
