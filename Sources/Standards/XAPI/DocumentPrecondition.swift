/// Entity tags as `If-Match` and `If-None-Match` list them (RFC 9110 §8.8.3 and 13.1).
public enum EntityTags: Sendable, Hashable {
  /// `*`: any document at all.
  case any
  /// Those whose text, without quotes, is one of these. Weak ones are left out: they match no document here.
  case listed([String])

  /// Reads a field's value. What is no entity tag matches none, so a text without quotes does not.
  public init(_ field: String) {
    let items = field.utf8.split(separator: UInt8(ascii: ",")).map { item in
      let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
      return Array(item.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
    guard items != [[UInt8(ascii: "*")]] else {
      self = .any
      return
    }
    let quote = UInt8(ascii: "\"")
    self = .listed(
      items.filter { $0.count >= 2 && $0.first == quote && $0.last == quote }
        .map { String(decoding: $0.dropFirst().dropLast(), as: UTF8.self) })
  }

  /// Whether a document with this tag is meant; nil where there is no document.
  public func match(_ tag: String?) -> Bool {
    guard let tag else { return false }
    return switch self {
    case .any: true
    case .listed(let tags): tags.contains { haveSameOctets($0, tag) }
    }
  }
}

/// What a change of a document asks of the one that is there, and what the edition asks of the change
/// (xAPI 1.0.3 Communication 3.1; IEEE 9274.1.1 4.1.4).
public struct DocumentPrecondition: Sendable {
  /// How a document is changed.
  public enum Method: Sendable, Hashable, CaseIterable {
    case put, post, delete
  }

  /// What becomes of the change.
  public enum Verdict: Sendable, Hashable {
    case granted
    /// The document is not the one that was meant: 412.
    case failed
    /// A document is there, and the request does not say that it knows it: 409.
    case documentThere
    /// The request must say whether it knows of a document: 400.
    case missing
  }

  /// `If-Match`, where it is given.
  public let match: EntityTags?
  /// `If-None-Match`, where it is given.
  public let noneMatch: EntityTags?
  /// The edition of the request.
  public let version: XAPIVersion

  /// The header fields as they were sent.
  public init(ifMatch: String?, ifNoneMatch: String?, version: XAPIVersion) {
    match = ifMatch.map(EntityTags.init)
    noneMatch = ifNoneMatch.map(EntityTags.init)
    self.version = version
  }

  /// In this order:
  /// 1. a given field must hold of the document that is there, whatever the method;
  /// 2. POST and DELETE need no field;
  /// 3. a PUT without a field: onto a profile that is there, 409; in 2.0 onto a state document too;
  ///    in 1.0.3 a new profile needs a field as well (“A Client making a PUT request to either … MUST include”).
  ///
  /// - Parameter tag: that of the document that is there; nil where there is none.
  public func verdict(
    on method: Method, of resource: DocumentResource, tag: String?
  ) -> Verdict {
    if let match, !match.match(tag) { return .failed }
    if let noneMatch, noneMatch.match(tag) { return .failed }
    guard method == .put, match == nil, noneMatch == nil else { return .granted }
    switch (resource, version, tag) {
    case (.state, .version1, _), (_, .version2, nil): return .granted
    case (.activityProfile, .version1, nil), (.agentProfile, .version1, nil): return .missing
    case (.state, .version2, .some), (.activityProfile, _, .some), (.agentProfile, _, .some):
      return .documentThere
    }
  }
}
