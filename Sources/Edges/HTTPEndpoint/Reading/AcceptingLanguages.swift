internal import HTTP
internal import Operations
internal import Values

/// What a request's `Accept-Language` header asks for (RFC 9110 §12.5.4).
struct AcceptingLanguages {
  private let ranges: [(tag: LanguageTag, weight: Int)]

  init(_ head: RequestHead) {
    let texts = head.headers.values("Accept-Language").flatMap { value in
      value.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) }
    }
    ranges = texts.compactMap { text in
      let name = text.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != 0x20 && $0 != 0x09 }
      return LanguageTag(String(decoding: name, as: UTF8.self)).map { ($0, Accepting.weight(in: text)) }
    }
  }

  /// The language that is asked for most among those that there are words in; English where none of them is.
  func best(of languages: ReportLanguages) -> LanguageTag {
    let known = ranges.filter { $0.weight > 0 && languages.match($0.tag) != nil }
    let most = known.map(\.weight).max()
    return known.first { $0.weight == most }?.tag ?? .english
  }
}
