/// HMAC-SHA-256 (RFC 2104, FIPS 198-1) under one key, for many messages.
public struct MessageAuthentication: Sendable {
  private let innerPad: [UInt8]
  private let outerPad: [UInt8]

  /// Takes a key of any length; 32 octets or more are advised (RFC 2104 §3).
  public init(key: [UInt8]) throws(CryptographyError) {
    let block = 64
    var padded = key.count > block ? try SHA256.digest(of: key).octets : key
    padded += [UInt8](repeating: 0, count: block - padded.count)
    innerPad = padded.map { $0 ^ 0x36 }
    outerPad = padded.map { $0 ^ 0x5C }
  }

  /// The code that proves a message to come from a holder of the key.
  public func code(for message: [UInt8]) throws(CryptographyError) -> Digest {
    var digesting = try SHA256()
    try digesting.update(innerPad)
    try digesting.update(message)
    let inner = try digesting.finish()
    try digesting.update(outerPad)
    try digesting.update(inner.octets)
    return try digesting.finish()
  }

  /// Whether a code belongs to a message, told in a time that does not depend on where they differ.
  public func isCode(_ octets: [UInt8], for message: [UInt8]) throws(CryptographyError) -> Bool {
    isEqualInConstantTime(octets, try code(for: message).octets)
  }
}
