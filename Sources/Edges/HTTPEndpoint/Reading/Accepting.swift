internal import HTTP

/// What a request's `Accept` header asks for (RFC 9110 §12.5.1).
struct Accepting {
  private struct Range {
    let essence: String
    /// In thousandths.
    let weight: Int
  }

  private let ranges: [Range]

  init(_ head: RequestHead) {
    let texts = head.headers.values("Accept").flatMap { value in
      value.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) }
    }
    ranges = texts.compactMap { text in
      MediaType(text).map { Range(essence: $0.essence, weight: Accepting.weight(in: text)) }
    }
  }

  /// Whether one media type is asked for more than another; false where both weigh the same.
  func prefers(_ type: String, to other: String) -> Bool {
    weight(of: type) > weight(of: other)
  }

  /// The first of the types that weighs most; nil where none of them is accepted.
  func best(of types: [String]) -> String? {
    let weighed = types.map { (type: $0, weight: weight(of: $0)) }
    guard let most = weighed.map(\.weight).max(), most > 0 else { return nil }
    return weighed.first { $0.weight == most }?.type
  }

  /// The weight of the most exact range that covers a type; without any range everything is accepted alike.
  private func weight(of type: String) -> Int {
    guard !ranges.isEmpty else { return 1000 }
    let family = String(decoding: type.utf8.prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self) + "/*"
    for candidate in [type, family, "*/*"] {
      if let range = ranges.first(where: { $0.essence == candidate }) { return range.weight }
    }
    return 0
  }

  /// `q=0.8` as 800; 1000 where there is none or it is malformed.
  static func weight(in text: String) -> Int {
    for part in text.utf8.split(separator: UInt8(ascii: ";")).dropFirst() {
      let parameter = part.filter { $0 != 0x20 && $0 != 0x09 }
      guard parameter.starts(with: "q=".utf8) || parameter.starts(with: "Q=".utf8) else { continue }
      let digits = parameter.dropFirst(2).filter { (0x30...0x39).contains($0) }.prefix(4)
      let padded = Array(digits) + Array(repeating: UInt8(ascii: "0"), count: 4 - digits.count)
      return min(Int(String(decoding: padded, as: UTF8.self)) ?? 1000, 1000)
    }
    return 1000
  }
}
