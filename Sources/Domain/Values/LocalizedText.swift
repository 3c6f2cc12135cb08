/// A language tag as its author wrote it (BCP 47, RFC 5646); compared without regard to ASCII case.
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
  /// The tag in lower case: `en`, `fr-ca`, `zh-hant`.
  public let text: String

  /// Nil unless the text has the outer shape of a tag: subtags of 1 to 8 ASCII letters and digits, the first of letters only.
  public init?(_ text: some StringProtocol) {
    let subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let primary = subtags.first, text.utf8.count <= 64 else { return nil }
    guard subtags.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(isLetterOrDigit) }),
      primary.allSatisfy(isLetter)
    else { return nil }
    self.text = String(decoding: text.utf8.map { isUpperCase($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// English, the language that this system's own texts are written in.
  public static let english = LanguageTag(known: "en")
  /// BCP 47 `und`: the text has a language, but nobody said which.
  public static let undetermined = LanguageTag(known: "und")

  public var description: String { text }

  private init(known text: String) {
    self.text = text
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
    self.variants = []
    for variant in variants where !self.variants.contains(where: { $0.language == variant.language }) {
      self.variants.append(variant)
    }
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
      exact ?? variants.first { LocalizedText.primary($0.language) == LocalizedText.primary(language) }
    let fallback = primary ?? variants.first { LocalizedText.primary($0.language) == "en" }
    return (fallback ?? variants.first)?.text ?? ""
  }

  private static func primary(_ language: LanguageTag) -> Substring {
    language.text.prefix { $0 != "-" }
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
