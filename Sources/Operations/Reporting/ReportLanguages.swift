public import Reports
public import Values

/// The languages that reports are told in. Their words come with the program: a port, since they are files.
public struct ReportLanguages: Sendable {
  /// Those that there are words in, English first.
  public let tags: [LanguageTag]
  private let read: @Sendable (LanguageTag) throws -> ReportWords

  /// - Parameters:
  ///   - tags: those beside English.
  ///   - read: the words of one of them.
  public init(beside tags: [LanguageTag], read: @escaping @Sendable (LanguageTag) throws -> ReportWords) {
    self.tags = [.english] + tags
    self.read = read
  }

  /// English and no other.
  public static let englishOnly = ReportLanguages(beside: []) { _ in .english }

  /// The words for a language: of the tag, else of its primary language, else English.
  public func words(for language: LanguageTag) throws -> ReportWords {
    let found = known(language)
    return found == .english ? .english : try read(found)
  }

  /// The language that words are in where this one is asked for.
  public func known(_ language: LanguageTag) -> LanguageTag { match(language) ?? .english }

  /// A language that there are words in: the tag itself, or its primary language; nil where there is neither.
  public func match(_ language: LanguageTag) -> LanguageTag? {
    let primary = LanguageTag(language.text.prefix { $0 != "-" })
    return tags.first { $0 == language } ?? tags.first { $0 == primary }
  }
}
