/// The editions of the Experience API that statements are exchanged in.
public enum XAPIVersion: Sendable, Hashable, CaseIterable {
  /// xAPI 1.0.3.
  case version1
  /// xAPI 2.0.0, which is IEEE 9274.1.1-2023.
  case version2

  /// The value of `X-Experience-API-Version` in every answer: the latest patch of the edition asked for.
  public var text: String {
    switch self {
    case .version1: "1.0.3"
    case .version2: "2.0.0"
    }
  }

  /// What a statement's own `version` is when its sender gave none (xAPI 1.0.3 Data 2.4.10).
  public var statementDefault: String {
    switch self {
    case .version1: "1.0.0"
    case .version2: "2.0.0"
    }
  }

  /// Chooses the edition that a request's `X-Experience-API-Version` asks for: `1.0`, `1.0.x`, `2.0` or `2.0.x`.
  public static func negotiate(_ header: String?) throws(VersionRefusal) -> XAPIVersion {
    guard let header else { throw .missing }
    if isPatch(header.utf8[...], of: "1.0") { return .version1 }
    if isPatch(header.utf8[...], of: "2.0") { return .version2 }
    throw .notSupported
  }

  /// Whether a statement sent in this edition may state this version of itself.
  func allowsStatementVersion(_ text: Substring.UTF8View) -> Bool {
    switch self {
    case .version1: isPatch(text, of: "1.0")
    case .version2: isPatch(text, of: "1.0") || isPatch(text, of: "2.0")
    }
  }
}

/// Why no edition could be agreed on; the answer is 400 Bad Request.
public enum VersionRefusal: Error, Hashable, Sendable {
  /// The header is required on every resource except About.
  case missing
  /// The header names an edition that is not offered here.
  case notSupported

  /// One sentence for the sender.
  public var message: String {
    switch self {
    case .missing: "The header X-Experience-API-Version is missing."
    case .notSupported: "X-Experience-API-Version must be 1.0, 1.0.x, 2.0 or 2.0.x."
    }
  }
}

/// Whether a text is `line`, or `line` and `.` and a number.
private func isPatch(_ text: Substring.UTF8View, of line: StaticString) -> Bool {
  guard text.starts(with: "\(line)".utf8) else { return false }
  let patch = text.dropFirst(line.utf8CodeUnitCount)
  guard let point = patch.first else { return true }
  return point == UInt8(ascii: ".") && patch.count > 1 && patch.dropFirst().allSatisfy(isDigit)
}
