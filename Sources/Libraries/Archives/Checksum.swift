/// CRC-32 as zip files use it (APPNOTE 4.4.7).
enum Checksum {
  /// The register's change for each octet, by the reflected polynomial.
  private static let table: [UInt32] = (0..<256).map { octet in
    (0..<8).reduce(UInt32(octet)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  static func of(_ octets: [UInt8]) -> UInt32 {
    ~octets.reduce(~0) { register, octet in
      table[Int(UInt8(truncatingIfNeeded: register) ^ octet)] ^ register >> 8
    }
  }
}
