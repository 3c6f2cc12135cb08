/// How much of agents, activities and verbs a statement is given back with (xAPI 1.0.3 Communication 2.1.3, `format`).
public enum StatementFormat: String, Sendable, Hashable, CaseIterable {
  /// Everything as it was received.
  case exact
  /// What identifies them, and no more.
  case ids
  /// Activities and verbs as the record store knows them, in one language; everything else as it was received.
  case canonical
}

/// A format, and what it needs to know of who asks.
public struct StatementPresentation: Sendable {
  /// How much is given back.
  public let format: StatementFormat
  /// Which languages are read, for the canonical format.
  public let languages: LanguagePreference

  /// A format, for somebody who reads these languages.
  public init(_ format: StatementFormat, languages: LanguagePreference) {
    (self.format, self.languages) = (format, languages)
  }

  /// As it was received.
  public static let exact = StatementPresentation(.exact, languages: LanguagePreference(acceptLanguage: nil))
}
