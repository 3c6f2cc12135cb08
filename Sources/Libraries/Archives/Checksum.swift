/// CRC-32 as zip files use it (APPNOTE 4.4.7), of bytes that come in pieces.
struct Checksum {
  private var register: UInt32 = ~0

  /// The register's change for each octet, by the reflected polynomial.
  private static let table: [UInt32] = (0..<256).map { octet in
    (0..<8).reduce(UInt32(octet)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  /// The checksum of the pieces so far.
  var value: UInt32 { ~register }

  mutating func update(_ octets: Span<UInt8>) {
    let table = Checksum.table.span
    var register = register
    for place in octets.indices {
      register = table[Int(UInt8(truncatingIfNeeded: register) ^ octets[place])] ^ register >> 8
    }
    self.register = register
  }

  static func of(_ octets: [UInt8]) -> UInt32 {
    var checksum = Checksum()
    checksum.update(octets.span)
    return checksum.value
  }
}
