/// A kind of finding: its stable identifier, how grave it is, and what `registrar explain` says of it.
public struct FindingCode: Sendable, CustomStringConvertible {
  /// The stable identifier: `package.file.missing`.
  public let identifier: String
  /// How grave every finding of this code is.
  public let severity: Finding.Severity
  /// What it means and why it matters, in a few sentences.
  public let explanation: String
  /// What the author can do about it; nil where nothing is needed.
  public let fix: String?
  /// Whether a credential stands at the place of such a finding: nothing of that file is quoted.
  public let isAboutSecret: Bool

  /// A kind of finding; each room of Standards lists its own in a catalogue.
  public init(
    _ identifier: String, _ severity: Finding.Severity, _ explanation: String, fix: String? = nil,
    isAboutSecret: Bool = false
  ) {
    self.identifier = identifier
    self.severity = severity
    self.explanation = explanation
    self.fix = fix
    self.isAboutSecret = isAboutSecret
  }

  /// The identifier.
  public var description: String { identifier }
}

extension FindingCode: Hashable {
  /// Whether both have the same identifier.
  public static func == (one: FindingCode, other: FindingCode) -> Bool {
    one.identifier == other.identifier
  }

  /// Feeds the identifier.
  public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}
