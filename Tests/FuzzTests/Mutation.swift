/// Numbers that look like chance and are the same for the same seed (SplitMix64).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// What may happen to octets on their way.
enum Mutation: CaseIterable {
  case flip, set, drop, double, swap, insertWord, cut

  /// What markup, tables and archives turn on.
  private static let words: [[UInt8]] =
    [
      "<", ">", "&", "\"", "'", "]]>", "<!--", "<![CDATA[", "<!DOCTYPE a>", "&#0;", "&#x10FFFF;", "&amp;",
      "../", "\\", "%2e%2e",
      "%00", "#", "?", "javascript:", "http://127.0.0.1/", "xmlns=\"\"", "identifierref=\"", "<item>",
      "</item>", "<au", "\"\"",
      ",", "\r\n", "\u{FEFF}", "\u{0301}", "1e400", "-1", "99999999999999999999", "PK\u{3}\u{4}",
      "PK\u{1}\u{2}", "PK\u{5}\u{6}",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF],
    ]

  func apply(to octets: inout [UInt8], _ chance: inout Chance) {
    guard !octets.isEmpty else { return }
    let place = Int.random(in: 0..<octets.count, using: &chance)
    let count = min(octets.count - place, Int.random(in: 1...64, using: &chance))
    switch self {
    case .flip: octets[place] ^= 1 << UInt8.random(in: 0...7, using: &chance)
    case .set: octets[place] = UInt8.random(in: 0...255, using: &chance)
    case .drop: octets.removeSubrange(place..<(place + count))
    case .double: octets.insert(contentsOf: octets[place..<(place + count)], at: place)
    case .swap: octets.swapAt(place, Int.random(in: 0..<octets.count, using: &chance))
    case .insertWord:
      octets.insert(contentsOf: Mutation.words.randomElement(using: &chance) ?? [], at: place)
    case .cut: octets.removeSubrange(place...)
    }
  }

  /// One to six of them, one after the other.
  static func some(of octets: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var mutated = octets
    for _ in 0..<Int.random(in: 1...6, using: &chance) {
      allCases.randomElement(using: &chance)?.apply(to: &mutated, &chance)
    }
    return mutated
  }
}
