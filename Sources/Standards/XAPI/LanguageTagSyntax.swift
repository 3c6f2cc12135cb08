/// Whether a text is a well-formed language tag (RFC 5646 §2.1): a language with its extended languages, a script, a
/// region, variants, extensions and private use in this order, no variant and no singleton twice; or a tag of private
/// use alone; or an irregular one of earlier times (`i-klingon`). That subtags are registered is not asked.
func isLanguageTag(_ text: Span<UInt8>) -> Bool {
  guard (1...100).contains(text.count) else { return false }
  if isPlainTag(text) { return true }
  var subtags = Subtags(text)
  return subtags.takeTag() && subtags.isAtEnd || irregularTags.contains(subtags.whole)
}

/// `en`, `cmn`, `fr-CA`: nearly every tag there is, seen without allocating.
private func isPlainTag(_ text: Span<UInt8>) -> Bool {
  func areLetters(_ range: Range<Int>) -> Bool { range.allSatisfy { isLetter(text[$0]) } }
  switch text.count {
  case 2, 3: return areLetters(0..<text.count)
  case 5: return areLetters(0..<2) && text[2] == UInt8(ascii: "-") && areLetters(3..<5)
  default: return false
  }
}

/// The parts of a tag between hyphens, in lower case, taken from the front.
private struct Subtags {
  private let subtags: [[UInt8]]
  private var position = 0

  init(_ text: Span<UInt8>) {
    let octets = text.indices.map { position in
      (0x41...0x5A).contains(text[position]) ? text[position] | 0x20 : text[position]
    }
    subtags = octets.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map(Array.init)
  }

  var isAtEnd: Bool { position == subtags.count }

  /// The tag as one text, in lower case.
  var whole: String { String(decoding: Array(subtags.joined(separator: "-".utf8)), as: UTF8.self) }

  /// Takes as much as is well-formed; false where something is not.
  mutating func takeTag() -> Bool {
    if takePrivateUse() { return true }
    guard take({ (2...8).contains($0.count) && $0.allSatisfy(isLetter) }) else { return false }
    if subtags[0].count <= 3 {
      for _ in 0..<3 { take { $0.count == 3 && $0.allSatisfy(isLetter) } }
    }
    take { $0.count == 4 && $0.allSatisfy(isLetter) }
    take { ($0.count == 2 && $0.allSatisfy(isLetter)) || ($0.count == 3 && $0.allSatisfy(isDigit)) }
    guard takeVariants(), takeExtensions() else { return false }
    takePrivateUse()
    return true
  }

  @discardableResult
  private mutating func take(_ isTaken: ([UInt8]) -> Bool) -> Bool {
    guard position < subtags.count, isTaken(subtags[position]) else { return false }
    position += 1
    return true
  }

  private mutating func takeVariants() -> Bool {
    let first = position
    while take({ isAlphanumeric($0, 5...8) || ($0.count == 4 && isDigit($0[0]) && isAlphanumeric($0, 4...4)) }
    ) {
      if subtags[first..<position - 1].contains(subtags[position - 1]) { return false }
    }
    return true
  }

  private mutating func takeExtensions() -> Bool {
    var singletons: [[UInt8]] = []
    while take({ isAlphanumeric($0, 1...1) && $0 != [UInt8(ascii: "x")] }) {
      let singleton = subtags[position - 1]
      guard !singletons.contains(singleton), takeRun(of: 2...8) else { return false }
      singletons.append(singleton)
    }
    return true
  }

  @discardableResult
  private mutating func takePrivateUse() -> Bool {
    let start = position
    guard take({ $0 == [UInt8(ascii: "x")] }), takeRun(of: 1...8) else {
      position = start
      return false
    }
    return true
  }

  /// At least one part of such a length.
  private mutating func takeRun(of lengths: ClosedRange<Int>) -> Bool {
    guard take({ isAlphanumeric($0, lengths) }) else { return false }
    while take({ isAlphanumeric($0, lengths) }) {}
    return true
  }
}

private func isAlphanumeric(_ octets: [UInt8], _ lengths: ClosedRange<Int>) -> Bool {
  lengths.contains(octets.count) && octets.allSatisfy { isLetter($0) || isDigit($0) }
}

/// The tags that RFC 5646 lists as irregular, in lower case.
private let irregularTags: Set<String> = [
  "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo",
  "i-navajo",
  "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de",
]
