internal import CCrypto

/// The two forms of a signature of ECDSA over P-256: r and s in 32 octets each (RFC 7518 §3.4), and DER.
enum EllipticSignature {
  private static let half = 32

  /// The DER of a signature of 64 octets.
  static func der(of octets: [UInt8]) throws(CryptographyError) -> [UInt8] {
    func integer(_ half: ArraySlice<UInt8>) -> [UInt8] {
      let digits = Array(half.drop { $0 == 0 })
      return DERWriter.integer(digits)
    }
    return DERWriter.sequence(integer(octets.prefix(half)), integer(octets.dropFirst(half)))
  }

  /// The 64 octets of a signature in DER, as libcrypto made it.
  static func octets(of der: [UInt8]) throws(CryptographyError) -> [UInt8] {
    let parsed = unsafe der.withUnsafeBufferPointer { buffer in
      var place = buffer.baseAddress
      return unsafe d2i_ECDSA_SIG(nil, &place, buffer.count)
    }
    guard let parsed = unsafe parsed else { throw .last(of: "d2i_ECDSA_SIG") }
    defer { unsafe ECDSA_SIG_free(parsed) }
    let (r, s) = unsafe (ECDSA_SIG_get0_r(parsed), ECDSA_SIG_get0_s(parsed))
    var octets = [UInt8](repeating: 0, count: 2 * half)
    let isWritten = unsafe octets.withUnsafeMutableBufferPointer { room in
      unsafe BN_bn2binpad(r, room.baseAddress, Int32(half)) == half
        && BN_bn2binpad(s, room.baseAddress?.advanced(by: half), Int32(half)) == half
    }
    guard isWritten else { throw .last(of: "BN_bn2binpad") }
    return octets
  }
}
