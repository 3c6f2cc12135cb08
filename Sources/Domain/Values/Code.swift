/// A short name that people type and print: of a party, a catalogue, a course, a session, a scheme.
///
/// One to 64 ASCII letters, digits, `.`, `_` and `-`, beginning with a letter or digit. Two codes that differ only
/// in case are the same code; the spelling first given is kept.
public struct Code<Subject>: Sendable, CustomStringConvertible {
  /// The code as first spelt.
  public let text: String

  /// Nil where the text is no code.
  public init?(_ text: some StringProtocol) {
    let octets = text.utf8
    guard (1...64).contains(octets.count), octets.allSatisfy(isAllowedInCode), let first = octets.first,
      isAlphanumeric(first)
    else { return nil }
    self.text = String(text)
  }

  /// The form that two spellings of one code share.
  public var folded: String {
    String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  public var description: String { text }
}

extension Code: Hashable {
  public static func == (one: Self, other: Self) -> Bool { one.folded == other.folded }

  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

private func isAlphanumeric(_ octet: UInt8) -> Bool {
  (0x30...0x39).contains(octet) || (0x41...0x5A).contains(octet) || (0x61...0x7A).contains(octet)
}

private func isAllowedInCode(_ octet: UInt8) -> Bool {
  isAlphanumeric(octet) || octet == UInt8(ascii: ".") || octet == UInt8(ascii: "_")
    || octet == UInt8(ascii: "-")
}
