public import Values

/// A system outside that knows persons by identifiers of its own: a Member's personnel system, a learning platform.
public enum PersonSource: Sendable {}

/// The short name of such a system.
public typealias SourceCode = Code<PersonSource>

/// What a system outside calls a person: the identity by which a roster's rows are known again.
public struct SourceIdentity: Sendable, Hashable {
  public let source: SourceCode
  /// The person's identifier there, as it is written there; capitals part identifiers.
  public let identifier: SourceIdentifier

  public init(source: SourceCode, identifier: SourceIdentifier) {
    self.source = source
    self.identifier = identifier
  }
}

/// An identifier that a system outside gave: 1 to 128 visible ASCII characters, with spaces only between others.
public struct SourceIdentifier: Sendable, Hashable, CustomStringConvertible {
  public let text: String

  /// Nil where the text is no such identifier.
  public init?(_ text: some StringProtocol) {
    let octets = Array(text.utf8)
    guard (1...128).contains(octets.count), octets.allSatisfy({ (0x20...0x7E).contains($0) }),
      octets.first != 0x20, octets.last != 0x20
    else { return nil }
    self.text = String(text)
  }

  public var description: String { text }
}
