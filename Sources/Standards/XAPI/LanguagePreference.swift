import JSON

/// Which languages somebody reads, as `Accept-Language` says it (RFC 9110 §12.5.4).
public struct LanguagePreference: Sendable {
  /// The ranges of a field that are looked at; what stands behind them is not.
  private static let mostRanges = 32

  private struct Range {
    /// In lower case; `*` for any.
    let tag: [UInt8]
    /// In thousandths.
    let weight: Int
  }

  /// Those that are read, the most wanted first.
  private let wanted: [Range]
  private let unwanted: [Range]

  /// The field's value; nil where it is not given, so that any language will do.
  public init(acceptLanguage field: String?) {
    let ranges = (field ?? "").utf8.split(separator: UInt8(ascii: ","))
      .prefix(LanguagePreference.mostRanges).compactMap(LanguagePreference.range)
    wanted = ranges.enumerated().filter { $0.element.weight > 0 }
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element)
    unwanted = ranges.filter { $0.weight == 0 }
  }

  /// The place of the tag that is wanted most: one that equals the range, else one that begins with it (`en-GB` for
  /// `en`), else one that it begins with (`en` for `en-GB`). Where none is wanted, the first that is not refused, else
  /// the first. Nil where there is none at all.
  func best(of tags: [ArraySlice<UInt8>]) -> Int? {
    let tags = tags.map { $0.map(lowered) }
    for range in wanted {
      if let place = place(of: range.tag, among: tags) { return place }
    }
    let accepted = tags.firstIndex { tag in
      !unwanted.contains { $0.tag == tag || isAncestor($0.tag, of: tag) }
    }
    return accepted ?? (tags.isEmpty ? nil : 0)
  }

  private func place(of range: [UInt8], among tags: [[UInt8]]) -> Int? {
    if range == [UInt8(ascii: "*")] { return tags.isEmpty ? nil : 0 }
    return tags.firstIndex(of: range) ?? tags.firstIndex { isAncestor(range, of: $0) }
      ?? tags.firstIndex { isAncestor($0, of: range) }
  }

  private static func range(_ text: Substring.UTF8View) -> Range? {
    let parts = text.split(separator: UInt8(ascii: ";")).map { part in
      part.filter { $0 != 0x20 && $0 != 0x09 }.map(lowered)
    }
    guard let tag = parts.first, !tag.isEmpty else { return nil }
    let quality = parts.dropFirst().first { $0.starts(with: "q=".utf8) }?.dropFirst(2)
    return Range(tag: tag, weight: quality.map(thousandths) ?? 1000)
  }

  /// `0.8` as 800, at most 1000.
  private static func thousandths(_ quality: ArraySlice<UInt8>) -> Int {
    let digits = quality.filter(isDigit).prefix(4)
    let padded = Array(digits) + Array(repeating: UInt8(ascii: "0"), count: 4 - digits.count)
    return min(padded.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, 1000)
  }
}

/// Whether a tag is another's with subtags left off at its end.
private func isAncestor(_ tag: [UInt8], of other: [UInt8]) -> Bool {
  other.count > tag.count && other.starts(with: tag) && other[tag.count] == UInt8(ascii: "-")
}

private func lowered(_ octet: UInt8) -> UInt8 {
  (0x41...0x5A).contains(octet) ? octet | 0x20 : octet
}
