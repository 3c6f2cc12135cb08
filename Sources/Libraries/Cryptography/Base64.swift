/// Base 64 (RFC 4648 §4) and its form for URLs and file names (§5). Reading is strict: no white space, no
/// other letters, no bits left over (§3.5), so that one value has one text.
public struct Base64: Sendable {
  private let alphabet: [UInt8]
  private let isPadded: Bool

  /// With `+`, `/` and the `=` that fill the last group.
  public static let standard = Base64(lastLetters: "+/", isPadded: true)
  /// With `-` and `_`, without `=`.
  public static let url = Base64(lastLetters: "-_", isPadded: false)

  private init(lastLetters: String, isPadded: Bool) {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    alphabet = Array((letters + lastLetters).utf8)
    self.isPadded = isPadded
  }

  /// The text of the octets.
  public func encode(_ octets: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((octets.count + 2) / 3 * 4)
    for start in stride(from: 0, to: octets.count, by: 3) {
      let count = min(3, octets.count - start)
      var group: UInt32 = 0
      for place in 0..<3 { group = group << 8 | (place < count ? UInt32(octets[start + place]) : 0) }
      for place in 0...count { text.append(alphabet[Int(group >> (18 - 6 * UInt32(place)) & 63)]) }
      if isPadded { text.append(contentsOf: repeatElement(UInt8(ascii: "="), count: 3 - count)) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The octets of a text in exactly the form that `encode` writes; anything else is nil.
  public func decode(_ text: String) -> [UInt8]? {
    decode(utf8: Array(text.utf8)[...])
  }

  /// The octets of a text given as its own octets, in exactly the form that `encode` writes; anything else is nil.
  public func decode(utf8 text: ArraySlice<UInt8>) -> [UInt8]? {
    guard let letters = withoutPadding(text), letters.count % 4 != 1 else { return nil }
    var octets: [UInt8] = []
    octets.reserveCapacity(letters.count * 3 / 4 + 2)
    var (bits, count): (UInt32, Int) = (0, 0)
    for letter in letters {
      guard let value = value(of: letter) else { return nil }
      (bits, count) = (bits << 6 | UInt32(value), count + 6)
      guard count >= 8 else { continue }
      count -= 8
      octets.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      bits &= (1 << UInt32(count)) - 1
    }
    // Bits left over would make two texts of one value (§3.5).
    return bits == 0 ? octets : nil
  }

  private func withoutPadding(_ letters: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard isPadded else { return letters }
    guard letters.count.isMultiple(of: 4) else { return nil }
    let fill = letters.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    return fill > 2 ? nil : letters.dropLast(fill)
  }

  private func value(of letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0") + 52
    case alphabet[62]: 62
    case alphabet[63]: 63
    default: nil
    }
  }
}
