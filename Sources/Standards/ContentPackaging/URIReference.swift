/// A reference as a manifest writes it (RFC 3986, leniently), taken apart on its bytes.
public struct URIReference: Sendable, Hashable {
  /// The scheme in lower case; nil for a relative reference.
  public let scheme: String?
  /// What stands between the scheme and the query.
  public let body: String
  /// The query with its `?`, and the fragment with its `#`; empty for none.
  public let suffix: String

  /// Takes a reference apart; white space around it is dropped.
  public init(_ text: String) {
    let octets = trimmed(text)
    let schemeLength = URIReference.schemeLength(octets)
    scheme = schemeLength == 0 ? nil : lowercased(octets.prefix(schemeLength))
    let rest = octets.dropFirst(schemeLength == 0 ? 0 : schemeLength + 1)
    let end = rest.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? rest.endIndex
    body = String(decoding: rest[..<end], as: UTF8.self)
    suffix = String(decoding: rest[end...], as: UTF8.self)
  }

  /// Whether the reference is an `http` or `https` address.
  public var isHypertext: Bool { scheme == "http" || scheme == "https" }

  /// The whole reference again, scheme in lower case.
  public var text: String { (scheme.map { $0 + ":" } ?? "") + body + suffix }

  /// The query without `?`; nil where there is none.
  public var query: String? {
    guard suffix.utf8.first == UInt8(ascii: "?") else { return nil }
    return String(
      decoding: suffix.utf8.dropFirst().prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
  }

  /// The names of the query's parameters, percent-decoded.
  public var queryNames: [String] {
    (query ?? "").utf8.split(separator: UInt8(ascii: "&")).map { pair in
      let name = pair.prefix { $0 != UInt8(ascii: "=") }
      return percentDecoded(String(decoding: name, as: UTF8.self)) ?? String(decoding: name, as: UTF8.self)
    }
  }

  /// How many bytes the scheme has (RFC 3986 §3.1), without its colon; 0 where there is none.
  private static func schemeLength(_ octets: ArraySlice<UInt8>) -> Int {
    guard let first = octets.first, isLetter(first) else { return 0 }
    let name = octets.prefix {
      isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    }
    let isFollowedByColon = name.endIndex < octets.endIndex && octets[name.endIndex] == UInt8(ascii: ":")
    return isFollowedByColon ? name.count : 0
  }
}

/// The text with each `%xx` as the byte it stands for; nil where that is no UTF-8, or holds a NUL.
///
/// A `%` that no two hexadecimal digits follow stands for itself.
func percentDecoded(_ text: String) -> String? {
  let octets = Array(text.utf8)
  var decoded: [UInt8] = []
  var offset = 0
  while offset < octets.count {
    if octets[offset] == UInt8(ascii: "%"), offset + 2 < octets.count,
      let high = hexadecimalDigit(octets[offset + 1]), let low = hexadecimalDigit(octets[offset + 2])
    {
      decoded.append(high << 4 | low)
      offset += 3
    } else {
      decoded.append(octets[offset])
      offset += 1
    }
  }
  guard !decoded.contains(0) else { return nil }
  return String(validating: decoded, as: UTF8.self)
}

/// The bytes without the white space and control characters around them.
func trimmed(_ text: String) -> ArraySlice<UInt8> {
  let octets = Array(text.utf8)
  guard let first = octets.firstIndex(where: { $0 > 0x20 }), let last = octets.lastIndex(where: { $0 > 0x20 })
  else { return [] }
  return octets[first...last]
}

/// The text of these bytes with ASCII letters in lower case.
public func lowercased(_ octets: some Sequence<UInt8>) -> String {
  String(decoding: octets.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}

func isLetter(_ octet: UInt8) -> Bool { (0x61...0x7A).contains(octet | 0x20) }

func hexadecimalDigit(_ octet: UInt8) -> UInt8? {
  switch octet {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): octet - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): octet - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): octet - UInt8(ascii: "A") + 10
  default: nil
  }
}
