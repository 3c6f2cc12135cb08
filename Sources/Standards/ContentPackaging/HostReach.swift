/// How far the host of an address can be reached, judged by its spelling alone: nothing is looked up.
enum HostReach: Sendable, Hashable {
  /// A name or address of the public network.
  case everyone
  /// An address or name of a private network (RFC 1918, `.local`, `.internal`, a name without a dot).
  case privateNetwork
  /// This machine itself, a link-local or reserved address, none at all, or a disguised spelling.
  case nobody

  /// Judges what stands between `//` and the path of an http or https address.
  init(authority: some Collection<UInt8>) {
    let octets = Array(authority)
    let isPlain = octets.allSatisfy { (0x21...0x7E).contains($0) }
    guard isPlain, !octets.contains(UInt8(ascii: "@")), !octets.contains(UInt8(ascii: "%")),
      !octets.contains(UInt8(ascii: "\\"))
    else {
      self = .nobody
      return
    }
    if octets.first == UInt8(ascii: "[") {
      self = HostReach(versionSix: octets.dropFirst().prefix { $0 != UInt8(ascii: "]") })
      return
    }
    var host = octets.prefix { $0 != UInt8(ascii: ":") }
    if host.last == UInt8(ascii: ".") { host = host.dropLast() }
    self = HostReach(name: lowercased(host))
  }

  private init(name: String) {
    let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let last = labels.last, labels.allSatisfy({ !$0.isEmpty }) else {
      self = .nobody
      return
    }
    let beginsWithDigit = last.first.map { (0x30...0x39).contains($0) } ?? false
    if beginsWithDigit {
      self = versionFourAddress(labels.map(Array.init)).map(HostReach.init(versionFour:)) ?? .nobody
    } else if last.elementsEqual("localhost".utf8) {
      self = .nobody
    } else if labels.count == 1 || privateEndings.contains(where: { last.elementsEqual($0.utf8) }) {
      self = .privateNetwork
    } else {
      self = .everyone
    }
  }

  private init(versionFour address: UInt32) {
    let (first, second) = (address >> 24, address >> 16 & 0xFF)
    switch (first, second) {
    case (0, _), (127, _), (169, 254), (224..., _): self = .nobody
    case (10, _), (172, 16...31), (192, 168), (100, 64...127): self = .privateNetwork
    default: self = .everyone
    }
  }

  /// Only global unicast addresses (`2000::/3`) that embed no other address count as reachable.
  private init(versionSix address: some Collection<UInt8>) {
    let groups = address.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
      .map { unsignedNumber($0, radix: 16) }
    guard groups.count > 1, let first = groups[0] else {
      self = .nobody
      return
    }
    switch first {
    case 0x2001 where (groups[1] ?? 0) == 0, 0x2002: self = .nobody
    case 0x2000...0x3FFF: self = .everyone
    case 0xFC00...0xFDFF: self = .privateNetwork
    default: self = .nobody
    }
  }
}

/// Last labels of names that no public server has.
private let privateEndings = ["local", "internal", "lan", "home", "corp"]

/// The address that one to four numbers stand for, decimal, octal (`0177`) or hexadecimal (`0x7f`), as browsers
/// read them; nil where they stand for none.
private func versionFourAddress(_ labels: [[UInt8]]) -> UInt32? {
  guard labels.count <= 4 else { return nil }
  var address: UInt64 = 0
  for (position, label) in labels.enumerated() {
    guard let number = addressNumber(label) else { return nil }
    let isLast = position == labels.count - 1
    let bits = isLast ? UInt64(8 * (5 - labels.count)) : 8
    guard number < 1 << bits else { return nil }
    address = address << bits | number
  }
  return UInt32(exactly: address)
}

private func addressNumber(_ label: [UInt8]) -> UInt64? {
  let text = lowercased(label)
  if text.utf8.starts(with: "0x".utf8) {
    return text.utf8.count == 2 ? 0 : unsignedNumber(text.utf8.dropFirst(2), radix: 16)
  }
  let isOctal = label.count > 1 && label[0] == UInt8(ascii: "0")
  return unsignedNumber(text.utf8.dropFirst(isOctal ? 1 : 0), radix: isOctal ? 8 : 10)
}

/// Digits only, no sign; nil beyond 12 of them.
private func unsignedNumber(_ digits: some Collection<UInt8>, radix: UInt64) -> UInt64? {
  guard (1...12).contains(digits.count) else { return nil }
  var number: UInt64 = 0
  for digit in digits {
    guard let value = hexadecimalDigit(digit), UInt64(value) < radix else { return nil }
    number = number * radix + UInt64(value)
  }
  return number
}
