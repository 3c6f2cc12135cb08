internal import Archives
internal import Cryptography

/// One bit for each credential of a list (Bitstring Status List 1.0, “Bitstring Generation Algorithm”).
public struct StatusBits: Sendable, Hashable {
  /// How many bits a list has: the least that the specification allows, so that a bit stands among many others
  /// (“Bitstring Encoding”: “minimum length … 131,072, 16KB uncompressed”).
  public static let count = 131_072

  private static let octetCount = count / 8

  private var octets: [UInt8]

  /// A list in which no bit is set.
  public init() {
    octets = [UInt8](repeating: 0, count: StatusBits.octetCount)
  }

  /// The bit of a position; the first one is the highest of the first octet (“the first index … is located at the
  /// left-most bit”).
  ///
  /// - Precondition: the position is one of the list's.
  public subscript(position: Int) -> Bool {
    get { octets[position >> 3] & (0x80 >> UInt8(position & 7)) != 0 }
    set {
      let bit: UInt8 = 0x80 >> UInt8(position & 7)
      if newValue { octets[position >> 3] |= bit } else { octets[position >> 3] &= ~bit }
    }
  }

  /// The list compressed with gzip, in base64url with the `u` of multibase before it.
  public func encoded() throws -> String {
    "u\(Base64.url.encode(try Gzip.compress(octets)))"
  }

  /// The list that a text encodes. Nil where it is none of this length; it is never decompressed further than that.
  public init?(encoded text: String) {
    guard text.utf8.first == UInt8(ascii: "u"),
      let compressed = Base64.url.decode(utf8: Array(text.utf8.dropFirst())[...])
    else { return nil }
    do {
      octets = try Gzip.decompress(compressed, limit: StatusBits.octetCount)
    } catch {
      return nil
    }
    guard octets.count == StatusBits.octetCount else { return nil }
  }
}
