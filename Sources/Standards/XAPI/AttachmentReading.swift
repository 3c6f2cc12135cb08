import JSON

/// Attachments (xAPI 1.0.3 Data 2.4.11), of requests that carry no data: each must say where its data is to be had.
extension StatementReader {
  func checkAttachments(_ value: JSONValue) throws(StatementViolation) {
    for attachment in try value.list(of: "Attachments") { try checkAttachment(attachment) }
  }

  private func checkAttachment(_ value: JSONValue) throws(StatementViolation) {
    for member in try value.properties(of: "An attachment") {
      switch member.name {
      case "usageType": try checkUsageType(member.value)
      case "display", "description": try member.value.checkLanguageMap()
      case "contentType": try checkMediaType(member.value)
      case "length": try checkLength(member.value)
      case "sha2": try checkDigest(member.value)
      case "fileUrl": try member.value.checkIRI()
      default: throw member.isUnknown(in: "An attachment")
      }
    }
    for property: StaticString in ["usageType", "display", "contentType", "length", "sha2"]
    where value[property] == nil {
      throw value.lacks("\(property)", "An attachment")
    }
    guard value["fileUrl"] != nil else {
      throw value.breaks(
        .attachmentDataMissing, "An attachment without fileUrl must come with its data, as multipart/mixed.")
    }
  }

  /// A signature is made over data that comes with the statement (Data 2.6), which no JSON request can carry.
  private func checkUsageType(_ value: JSONValue) throws(StatementViolation) {
    try value.checkIRI()
    guard try value.words() == "http://adlnet.gov/expapi/attachments/signature" else { return }
    throw value.breaks(.signatureNotUsable, "A signature must come with its data, as multipart/mixed.")
  }

  private func checkMediaType(_ value: JSONValue) throws(StatementViolation) {
    guard try value.words().withUTF8(isMediaType) else {
      throw value.breaks(.malformedMediaType, "The value must be an Internet media type such as text/plain.")
    }
  }

  private func checkLength(_ value: JSONValue) throws(StatementViolation) {
    guard let length = try value.decimal().int64, length >= 0 else {
      throw value.breaks(.malformedLength, "The value must be a whole number of octets.")
    }
  }

  /// The digits of SHA-224, SHA-256, SHA-384 or SHA-512.
  private func checkDigest(_ value: JSONValue) throws(StatementViolation) {
    let digest = try value.words().utf8
    guard [56, 64, 96, 128].contains(digest.count), digest.allSatisfy(isHexadecimal) else {
      throw value.breaks(.malformedDigest, "The value must be the hexadecimal digits of a SHA-2.")
    }
  }
}

/// `type/subtype`, and whatever parameters stand behind a semicolon (RFC 2045 §5.1).
private func isMediaType(_ text: Span<UInt8>) -> Bool {
  var slash: Int?
  var end = text.count
  for position in text.indices {
    if text[position] == UInt8(ascii: ";") {
      end = position
      break
    }
    if text[position] == UInt8(ascii: "/"), slash == nil {
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
