import JSON

/// Attachments (xAPI 1.0.3 Data 2.4.11). Whether their contents came is asked elsewhere.
extension StatementReader {
  func readAttachments(_ value: JSONValue) throws(StatementViolation) -> [Attachment] {
    var attachments: [Attachment] = []
    for attachment in try value.list(of: "Attachments") { attachments.append(try readAttachment(attachment)) }
    return attachments
  }

  private func readAttachment(_ value: JSONValue) throws(StatementViolation) -> Attachment {
    var parts = AttachmentParts()
    for member in try value.properties(of: "An attachment") {
      switch member.name {
      case "usageType": parts.isSignature = try readUsageType(member.value)
      case "display":
        try member.value.checkLanguageMap()
        parts.hasDisplay = true
      case "description": try member.value.checkLanguageMap()
      case "contentType": parts.contentType = try readMediaType(member.value)
      case "length": parts.length = try readLength(member.value)
      case "sha2": parts.sha2 = try readDigest(member.value)
      case "fileUrl":
        try member.value.checkIRI()
        parts.hasFileURL = true
      default: throw member.isUnknown(in: "An attachment")
      }
    }
    return try attachment(from: parts, value)
  }

  private func attachment(
    from parts: AttachmentParts, _ value: JSONValue
  ) throws(StatementViolation) -> Attachment {
    guard let isSignature = parts.isSignature else { throw value.lacks("usageType", "An attachment") }
    guard parts.hasDisplay else { throw value.lacks("display", "An attachment") }
    guard let contentType = parts.contentType else { throw value.lacks("contentType", "An attachment") }
    guard let length = parts.length else { throw value.lacks("length", "An attachment") }
    guard let sha2 = parts.sha2 else { throw value.lacks("sha2", "An attachment") }
    return Attachment(
      sha2: sha2, length: length, contentType: contentType, hasFileURL: parts.hasFileURL,
      isSignature: isSignature, value: value)
  }

  /// Whether the usage is that of a signature (Data 2.6).
  private func readUsageType(_ value: JSONValue) throws(StatementViolation) -> Bool {
    try value.checkIRI()
    return try value.words() == "http://adlnet.gov/expapi/attachments/signature"
  }

  private func readMediaType(_ value: JSONValue) throws(StatementViolation) -> String {
    let text = try value.words()
    guard text.withUTF8(isMediaType) else {
      throw value.breaks(.malformedMediaType, "The value must be an Internet media type such as text/plain.")
    }
    return text.string
  }

  private func readLength(_ value: JSONValue) throws(StatementViolation) -> Int64 {
    guard let length = try value.decimal().int64, length >= 0 else {
      throw value.breaks(.malformedLength, "The value must be a whole number of octets.")
    }
    return length
  }

  /// The digits of SHA-224, SHA-256, SHA-384 or SHA-512.
  private func readDigest(_ value: JSONValue) throws(StatementViolation) -> String {
    let digest = try value.words().utf8
    guard [56, 64, 96, 128].contains(digest.count), digest.allSatisfy(isHexadecimal) else {
      throw value.breaks(.malformedDigest, "The value must be the hexadecimal digits of a SHA-2.")
    }
    return String(decoding: digest.map { $0 | 0x20 }, as: UTF8.self)
  }
}

/// What has been read of an attachment.
private struct AttachmentParts {
  var isSignature: Bool?
  var hasDisplay = false
  var contentType: String?
  var length: Int64?
  var sha2: String?
  var hasFileURL = false
}

/// `type/subtype`, and whatever parameters stand behind a semicolon, all in one line (RFC 2045 §5.1).
private func isMediaType(_ text: Span<UInt8>) -> Bool {
  var slash: Int?
  var end = text.count
  for position in text.indices {
    if text[position] == UInt8(ascii: ";") { end = min(end, position) }
    if position >= end {
      if text[position] < 0x20 || text[position] == 0x7F { return false }
    } else if text[position] == UInt8(ascii: "/"), slash == nil {
      slash = position
    } else if !isTokenOctet(text[position]) {
      return false
    }
  }
  guard let slash else { return false }
  return slash > 0 && end > slash + 1
}

private func isTokenOctet(_ octet: UInt8) -> Bool {
  switch octet {
  case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
    UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^")...UInt8(ascii: "`"), UInt8(ascii: "|"),
    UInt8(ascii: "~"):
    true
  default: isLetter(octet) || isDigit(octet)
  }
}
