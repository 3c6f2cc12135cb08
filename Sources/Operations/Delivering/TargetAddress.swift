/// The address of another server: `https` or `http`, a host, a path perhaps. It holds neither user nor password.
///
/// Whether it may be connected to is not known by its text: that is asked of the address that its host stands for, each
/// time that something is sent.
struct TargetAddress {
  let text: String

  /// Throws an `UnusableValue` for what is none.
  init(_ text: String, field: String) throws {
    guard TargetAddress.isOne(Array(text.utf8)) else {
      throw UnusableValue(
        field: field, value: TargetAddress.shown(text),
        expected: "an address like https://records.example/path, without user, password, query or fragment")
    }
    self.text = text
  }

  /// A secret may stand before an `@`, or in a query: it is not said again.
  private static func shown(_ text: String) -> String {
    let octets = Array(text.utf8)
    return octets.contains(UInt8(ascii: "@")) || octets.contains(UInt8(ascii: "?")) ? "…" : text
  }

  private static func isOne(_ octets: [UInt8]) -> Bool {
    guard octets.count <= 2000,
      let scheme = ["https://", "http://"].first(where: { octets.starts(with: $0.utf8) })
    else { return false }
    let rest = octets.dropFirst(scheme.utf8.count)
    let host = rest.prefix { $0 != UInt8(ascii: "/") }
    let path = rest.dropFirst(host.count)
    let isHost = !host.isEmpty && host.allSatisfy { isAlphanumeric($0) || "-.:[]".utf8.contains($0) }
    return isHost && path.allSatisfy { isAlphanumeric($0) || "-._~!$&'()*+,;=:@%/".utf8.contains($0) }
  }

  private static func isAlphanumeric(_ octet: UInt8) -> Bool {
    (0x30...0x39).contains(octet) || (0x41...0x5A).contains(octet) || (0x61...0x7A).contains(octet)
  }
}
