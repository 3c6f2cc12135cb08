/// The outcome of SHA-256: 32 octets, compared and hashed as four words.
public struct Digest: Hashable, Sendable, Comparable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// How many octets a digest has.
  public static let octetCount = 32

  /// A digest from its 32 octets; another count is nil.
  public init?(_ octets: some Collection<UInt8>) {
    guard octets.count == Digest.octetCount else { return nil }
    var rest = octets[...]
    func word() -> UInt64 {
      defer { rest = rest.dropFirst(8) }
      return rest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
    words = (word(), word(), word(), word())
  }

  /// A digest from its 64 hexadecimal digits, of either case; anything else is nil.
  public init?(hexadecimal text: String) {
    guard text.utf8.count == 64, let octets = Hexadecimal.decode(text) else { return nil }
    self.init(octets)
  }

  /// The 32 octets.
  public var octets: [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(Digest.octetCount)
    for word in [words.0, words.1, words.2, words.3] {
      for shift in stride(from: 56, through: 0, by: -8) { octets.append(UInt8(word >> shift & 0xFF)) }
    }
    return octets
  }

  /// The first eight octets as one number, the first octet the most significant.
  public var firstWord: UInt64 { words.0 }

  /// The 64 lower-case hexadecimal digits.
  public var hexadecimal: String { Hexadecimal.encode(octets) }

  public static func == (one: Digest, other: Digest) -> Bool { one.words == other.words }

  public static func < (one: Digest, other: Digest) -> Bool { one.words < other.words }

  public func hash(into hasher: inout Hasher) {
    // The words are evenly spread already.
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}

extension Digest: CustomStringConvertible {
  public var description: String { hexadecimal }
}
