/// Names and addresses that tell who somebody is wherever they stand, to be taken out of texts.
///
/// A name of one word in Latin letters tells nobody from a word of the language, and is none of them.
public struct TellingWords: Sendable {
  /// In ASCII small letters, the longest first.
  private let words: [[UInt8]]

  public init(_ names: [String]) {
    words = names.filter(TellingWords.tells).map { TellingWords.folded(Array($0.utf8)) }
      .sorted { $0.count > $1.count }
  }

  /// Whether a name or an address is told from other words by itself.
  public static func tells(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: " ")) || name.utf8.contains(UInt8(ascii: "@"))
      || name.unicodeScalars.count > 1 && name.utf8.contains { $0 >= 0x80 }
  }

  /// A text with `Erasure.textPlaceholder` in the place of each of them that stands there as a word, in capitals or small
  /// ASCII letters.
  public func removed(from text: String) -> String {
    let octets = Array(text.utf8)
    let folded = TellingWords.folded(octets)
    var (kept, place, isChanged): ([UInt8], Int, Bool) = ([], 0, false)
    while place < octets.count {
      if let end = end(ofWordAt: place, in: folded) {
        kept += Erasure.textPlaceholder.utf8
        (place, isChanged) = (end, true)
      } else {
        kept.append(octets[place])
        place += 1
      }
    }
    return isChanged ? String(decoding: kept, as: UTF8.self) : text
  }

  private func end(ofWordAt place: Int, in text: [UInt8]) -> Int? {
    guard place == 0 || !TellingWords.isOfWord(text[place - 1]) else { return nil }
    return words.lazy.map { (word: $0, end: place + $0.count) }.first { word, end in
      end <= text.count && text[place..<end].elementsEqual(word)
        && (end == text.count || !TellingWords.isOfWord(text[end]))
    }?.end
  }

  private static func isOfWord(_ octet: UInt8) -> Bool {
    switch octet {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }

  private static func folded(_ octets: [UInt8]) -> [UInt8] {
    octets.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
