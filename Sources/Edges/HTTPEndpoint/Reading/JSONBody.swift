internal import HTTP
internal import JSON

extension Call {
  /// What a body about records may have: it is one record, so nothing in it lies deep.
  private static let recordLimits = JSONLimits(depth: 16, sizeBytes: Route.recordBytes, values: 100_000)

  /// The body, which must be one JSON object.
  ///
  /// - Parameter mayBeEmpty: whether no body at all stands for an object without members.
  func fields(orNone mayBeEmpty: Bool) throws -> Fields {
    if mayBeEmpty, request.body.isEmpty { return try Fields(JSONDocument(Array("{}".utf8)).root) }
    try head.checkContentType(["application/json"])
    return try Fields(JSONDocument(request.body, limits: Call.recordLimits).root)
  }

  /// Throws where what came is not said to be of the kind that the route takes.
  func checkContent(_ content: DeclaredContent) throws(Problem) {
    try head.checkContentType(content.mediaTypes)
  }
}

extension RequestHead {
  /// Throws 415 unless the content is of one of the media types, in UTF-8 where it says so.
  func checkContentType(_ expected: [String]) throws(Problem) {
    let values = headers.values("Content-Type")
    guard values.count == 1, let type = MediaType(values[0]), expected.contains(type.essence) else {
      throw Problem(
        .unsupportedMediaType, "content-type", "the content is not of the type that this takes"
      ).toBeMended(by: "send it as \(expected.joined(separator: " or "))")
    }
    if let charset = type.charset, charset != "utf-8", charset != "utf8" {
      throw Problem(.unsupportedMediaType, "charset", "text is taken in UTF-8 only")
    }
  }

  /// A sender that means another method than it sends is not understood, and told so.
  func refuseMethodOverride() throws(Problem) {
    for name in ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"] where headers[name] != nil {
      throw Problem(
        .badRequest, "method-override", "a method is not overridden here: send the one that is meant")
    }
  }
}

/// A media type with its parameters (RFC 9110 §8.3.1).
struct MediaType {
  /// Type and subtype in lower case, `application/json`.
  let essence: String
  /// The `charset` parameter in lower case; nil where there is none.
  let charset: String?

  /// Nil where the text has no type and subtype.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map(trimmedAndLowered)
    guard let first = parts.first, first.utf8.contains(UInt8(ascii: "/")) else { return nil }
    essence = first
    charset =
      parts.dropFirst().lazy.compactMap { parameter -> String? in
        guard parameter.utf8.starts(with: "charset=".utf8) else { return nil }
        return String(
          decoding: parameter.utf8.dropFirst(8).filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
      }.first
  }
}

/// The text without blanks around it, ASCII letters in lower case.
private func trimmedAndLowered(_ text: Substring.UTF8View) -> String {
  let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
  let trimmed = text.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
  return String(decoding: trimmed.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}
