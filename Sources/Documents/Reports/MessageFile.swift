import JSON
public import Values

/// A file with the words of one language: a JSON object with a text for each key that English has.
extension ReportWords {
  /// Why a message file cannot be used.
  public enum MessagesUnusable: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is no object of texts.
    case noTexts
    /// Texts are missing; a report is told in one language from end to end.
    case missing([String])
    /// Texts that no report has a place for.
    case unknown([String])
    /// A text names other things in braces than the English one.
    case otherPlaces(key: String)

    public var description: String {
      switch self {
      case .noTexts: "the file is not a JSON object of texts"
      case .missing(let keys): "the file has no text for \(keys.joined(separator: ", "))"
      case .unknown(let keys): "the file has texts that no report has: \(keys.joined(separator: ", "))"
      case .otherPlaces(let key): "the text \(key) names other things in braces than the English one"
      }
    }
  }

  /// Reads the words of a language; throws `MessagesUnusable`, or the JSON's own error.
  public init(language: LanguageTag, json bytes: [UInt8]) throws {
    guard let members = try JSONDocument(bytes).root.members else { throw MessagesUnusable.noTexts }
    var texts: [String: String] = [:]
    for member in members {
      guard let text = member.value.string else { throw MessagesUnusable.noTexts }
      texts[member.name.string] = text
    }
    let missing = englishTexts.keys.filter { texts[$0] == nil }.sorted()
    guard missing.isEmpty else { throw MessagesUnusable.missing(missing) }
    let unknown = texts.keys.filter { englishTexts[$0] == nil }.sorted()
    guard unknown.isEmpty else { throw MessagesUnusable.unknown(unknown) }
    let other = ReportWords.keys.first { key in
      ReportWords.places(in: texts[key]) != ReportWords.places(in: englishTexts[key])
    }
    if let other { throw MessagesUnusable.otherPlaces(key: other) }
    self.init(language: language, texts: texts)
  }

  /// What a text names in braces.
  private static func places(in text: String?) -> Set<Substring> {
    let pieces = (text ?? "").split(separator: "{", omittingEmptySubsequences: false).dropFirst()
    return Set(pieces.map { $0.prefix { $0 != "}" } })
  }
}
