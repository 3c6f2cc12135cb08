internal import Glibc

/// An address of the Internet Protocol, version 4 or 6.
public struct NetworkAddress: Sendable, Hashable {
  /// 4 octets, or 16.
  public let octets: [UInt8]

  /// An address of 4 or 16 octets. One of version 4 that is written in version 6 (`::ffff:10.0.0.1`), or reached through
  /// a translation whose prefix is well known (RFC 6052 §2.1, RFC 3056 §2), is the address of version 4.
  public init?(octets: [UInt8]) {
    guard octets.count == 4 || octets.count == 16 else { return nil }
    self.octets = octets.count == 16 ? NetworkAddress.embedded(in: octets) ?? octets : octets
  }

  /// Reads an address in numbers: `127.0.0.1`, `::1`.
  public init?(_ text: String) {
    guard !text.utf8.contains(0) else { return nil }
    var octets = [UInt8](repeating: 0, count: 16)
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      let isRead = unsafe octets.withUnsafeMutableBytes {
        unsafe inet_pton(family, text, $0.baseAddress) == 1
      }
      if isRead {
        self.init(octets: Array(octets.prefix(count)))
        return
      }
    }
    return nil
  }

  private static func embedded(in octets: [UInt8]) -> [UInt8]? {
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
    if octets.starts(with: mapped) || octets.starts(with: translated) { return Array(octets.suffix(4)) }
    return octets.starts(with: [0x20, 0x02]) ? Array(octets[2..<6]) : nil
  }

  /// Whether anybody on the Internet may have this address: it lies in none of the ranges that the special-purpose
  /// registries of IANA (RFC 6890) keep for one machine, one network, multicast, tests or documents.
  public var isPublic: Bool {
    if octets.count == 16 {
      return octets[0] & 0xE0 == 0x20 && !NetworkAddress.special.contains { $0.contains(self) }
    }
    return !NetworkAddress.special.contains { $0.contains(self) }
  }

  private static let special: [NetworkRange] = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
    "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "3fff::/20",
  ].compactMap { NetworkRange($0) }
}

extension NetworkAddress: CustomStringConvertible {
  /// The address in numbers.
  public var description: String {
    let family = octets.count == 4 ? AF_INET : AF_INET6
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let isWritten = unsafe octets.withUnsafeBytes { octets in
      unsafe text.withUnsafeMutableBufferPointer { text in
        unsafe inet_ntop(family, octets.baseAddress, text.baseAddress, socklen_t(text.count)) != nil
      }
    }
    guard isWritten else { return "" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Addresses that begin alike.
public struct NetworkRange: Sendable, Hashable {
  private let first: NetworkAddress
  private let prefixBits: Int

  /// Reads an address in numbers, alone or with the number of bits that count: `10.0.0.0/8`, `::1`. Bits behind those
  /// have to be zero.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = NetworkAddress(String(Substring(parts[0]))) else { return nil }
    let mostBits = first.octets.count * 8
    guard parts.count == 2 else {
      (self.first, prefixBits) = (first, mostBits)
      return
    }
    guard !parts[1].isEmpty, parts[1].count <= 3, parts[1].allSatisfy({ (0x30...0x39).contains($0) }),
      let bits = Int(Substring(parts[1])), bits <= mostBits
    else { return nil }
    (self.first, prefixBits) = (first, bits)
    guard NetworkRange.masked(first.octets, to: bits) == first.octets else { return nil }
  }

  /// Whether an address is among them.
  public func contains(_ address: NetworkAddress) -> Bool {
    address.octets.count == first.octets.count
      && NetworkRange.masked(address.octets, to: prefixBits) == first.octets
  }

  private static func masked(_ octets: [UInt8], to bits: Int) -> [UInt8] {
    octets.enumerated().map { place, octet in
      let kept = min(max(bits - place * 8, 0), 8)
      return octet & ~UInt8(truncatingIfNeeded: 0xFF >> kept)
    }
  }
}
