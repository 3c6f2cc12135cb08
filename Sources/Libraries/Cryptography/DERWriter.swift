/// Just enough of DER (X.690) to write a public key.
enum DERWriter {
  static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    [tag] + length(content.count) + content
  }

  static func sequence(_ parts: [UInt8]...) -> [UInt8] {
    element(0x30, parts.flatMap(\.self))
  }

  /// A non-negative whole number, given big-endian without leading zeros.
  static func integer(_ octets: [UInt8]) -> [UInt8] {
    let needsZero = octets.first.map { $0 >= 0x80 } ?? true
    return element(0x02, needsZero ? [0] + octets : octets)
  }

  static func bits(_ octets: [UInt8]) -> [UInt8] {
    element(0x03, [0] + octets)
  }

  private static func length(_ count: Int) -> [UInt8] {
    guard count >= 0x80 else { return [UInt8(count)] }
    var octets: [UInt8] = []
    var rest = count
    while rest > 0 {
      octets.insert(UInt8(rest & 0xFF), at: 0)
      rest >>= 8
    }
    return [0x80 | UInt8(octets.count)] + octets
  }
}
