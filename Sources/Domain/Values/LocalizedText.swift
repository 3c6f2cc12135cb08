/// A language tag (BCP 47, RFC 5646). Case makes no difference between tags, so it is not kept.
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
  /// The tag in lower case: `en`, `fr-ca`, `zh-hant`.
  public let text: String

  /// Nil unless the text has the shape of a tag (RFC 5646 §2.1): at most 64 characters, subtags of 1 to 8 ASCII
  /// letters and digits, the first of letters only. A subtag of one character opens an extension, each only once
  /// (§2.2.6), or private use (`x`, §2.2.7), and something follows it. Subtags are not looked up in the registry.
  public init?(_ text: some StringProtocol) {
    let subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let primary = subtags.first, text.utf8.count <= 64 else { return nil }
    guard subtags.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(isLetterOrDigit) }),
      primary.allSatisfy(isLetter), LanguageTag.areExtensionsWellFormed(subtags)
    else { return nil }
    self.text = String(decoding: text.utf8.map { isUpperCase($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// English, the language that this system's own texts are written in.
  public static let english = LanguageTag(known: "en")
  /// BCP 47 `und`: the text has a language, but nobody said which.
  public static let undetermined = LanguageTag(known: "und")

  public var description: String { text }

  /// The primary language: `fr` of `fr-ca`.
  public var primary: Substring { text.prefix { $0 != "-" } }

  private init(known text: String) {
    self.text = text
  }

  private static func areExtensionsWellFormed(_ subtags: [some Collection<UInt8>]) -> Bool {
    var opened: Set<UInt8> = []
    for (position, subtag) in subtags.enumerated() where subtag.count == 1 {
      guard let singleton = subtag.first.map({ $0 | 0x20 }), position + 1 < subtags.count else {
        return false
      }
      if singleton == UInt8(ascii: "x") { return true }
      // The only language of one letter is `i`, of the tags registered before RFC 5646 (§2.2.8).
      if position == 0, singleton != UInt8(ascii: "i") { return false }
      guard subtags[position + 1].count > 1, opened.insert(singleton).inserted else { return false }
    }
    return true
  }
}

/// One text in one or more languages, in the order its author gave them.
public struct LocalizedText: Hashable, Sendable {
  /// One language's wording.
  public struct Variant: Hashable, Sendable {
    public let language: LanguageTag
    public let text: String

    public init(language: LanguageTag, text: String) {
      self.language = language
      self.text = text
    }
  }

  /// The wordings; of two with the same language the first holds.
  public private(set) var variants: [Variant]

  public init(_ variants: [Variant]) {
    var seen: Set<LanguageTag> = []
    self.variants = variants.filter { seen.insert($0.language).inserted }
  }

  /// A text in one language.
  public init(_ text: String, language: LanguageTag = .undetermined) {
    variants = [Variant(language: language, text: text)]
  }

  /// Whether there is no wording at all, or only empty ones.
  public var isEmpty: Bool { variants.allSatisfy { $0.text.isEmpty } }

  /// The wording for a language: that tag, else the same primary language, else English, else the first.
  public func text(for language: LanguageTag = .english) -> String {
    let exact = variants.first { $0.language == language }
    let primary =
      exact ?? variants.first { $0.language.primary == language.primary }
    let fallback = primary ?? variants.first { $0.language.primary == "en" }
    return (fallback ?? variants.first)?.text ?? ""
  }
}

private func isUpperCase(_ octet: UInt8) -> Bool {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet)
}

private func isLetter(_ octet: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
}

private func isLetterOrDigit(_ octet: UInt8) -> Bool {
  isLetter(octet) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
}
