internal import Cryptography

/// The tag of one state of a resource (RFC 9110 §8.8.3): strong, a digest of the bytes that it is told in.
struct EntityTag: Sendable, Hashable {
  /// What stands between the quotes.
  let opaque: String

  /// The tag of a representation.
  init(of bytes: [UInt8]) throws {
    opaque = Base64.url.encode(Array(try SHA256.digest(of: bytes).octets.prefix(EntityTag.octetCount)))
  }

  /// A tag by what stands between its quotes.
  init(opaque: String) {
    self.opaque = opaque
  }

  /// As it stands in a header.
  var text: String { "\"\(opaque)\"" }

  /// So many octets of a digest that two states of one resource do not share them.
  private static let octetCount = 16
}

/// What an `If-Match` or `If-None-Match` lists.
enum EntityTags: Sendable {
  /// `*`: whatever is there.
  case any
  case these([(tag: EntityTag, isWeak: Bool)])

  /// Nil where the text is neither `*` nor a list of tags in quotes, some of them behind `W/`. Empty elements are passed
  /// over (§5.6.1.2).
  init?(_ text: String) {
    guard text != "*" else {
      self = .any
      return
    }
    var reading = TagReading(rest: Array(text.utf8)[...])
    var tags: [(tag: EntityTag, isWeak: Bool)] = []
    repeat {
      guard !reading.isAtElementsEnd else { continue }
      guard let tag = reading.tag() else { return nil }
      tags.append(tag)
    } while reading.comma()
    guard reading.isAtEnd else { return nil }
    self = .these(tags)
  }

  /// Strong comparison (§8.8.3.2): a weak tag is the same as none.
  func hold(strongly tag: EntityTag) -> Bool {
    switch self {
    case .any: true
    case .these(let tags): tags.contains { !$0.isWeak && $0.tag == tag }
    }
  }

  /// Weak comparison: whether a tag is weak does not matter.
  func hold(weakly tag: EntityTag) -> Bool {
    switch self {
    case .any: true
    case .these(let tags): tags.contains { $0.tag == tag }
    }
  }
}

/// A list of tags, read from its beginning.
private struct TagReading {
  var rest: ArraySlice<UInt8>

  var isAtEnd: Bool { rest.isEmpty }

  /// Whether no more of the element follows but blanks, which are passed over.
  var isAtElementsEnd: Bool {
    mutating get {
      skipBlanks()
      return rest.isEmpty || rest.first == UInt8(ascii: ",")
    }
  }

  mutating func tag() -> (tag: EntityTag, isWeak: Bool)? {
    skipBlanks()
    let isWeak = rest.starts(with: "W/".utf8)
    if isWeak { rest = rest.dropFirst(2) }
    let quote = UInt8(ascii: "\"")
    guard rest.first == quote, let end = rest.dropFirst().firstIndex(of: quote) else { return nil }
    let opaque = rest[(rest.startIndex + 1)..<end]
    guard opaque.allSatisfy({ $0 >= 0x21 && $0 != 0x7F }) else { return nil }
    rest = rest[(end + 1)...]
    skipBlanks()
    return (EntityTag(opaque: String(decoding: opaque, as: UTF8.self)), isWeak)
  }

  mutating func comma() -> Bool {
    guard rest.first == UInt8(ascii: ",") else { return false }
    rest = rest.dropFirst()
    return true
  }

  private mutating func skipBlanks() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
  }
}
