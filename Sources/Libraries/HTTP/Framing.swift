/// What must hold of a head before its framing is trusted (RFC 9112 §§3.2, 5, 6, 11.2).
///
/// The C library lets several of these through, and whatever stands before this server may read them
/// otherwise: a head that two readers can take apart differently is refused and the connection closed.
/// In the order the checks are made:
/// 1. the method is a token; the version is HTTP/1.0 or HTTP/1.1 (505 for another HTTP);
/// 2. every field's name is a token, every value free of control characters but tab;
/// 3. `Content-Length`, `Transfer-Encoding` and `Host` come at most once;
/// 4. `Content-Length` and `Transfer-Encoding` do not come together; the length is digits; the coding is
///    `chunked` (501 for another), and not in HTTP/1.0;
/// 5. HTTP/1.1 has a `Host`, of the characters a host and port are made of.
struct Framing {
  /// The declared length of the body; nil when it comes in chunks.
  let contentLength: Int?

  init(method: String, version: String, fields: HeaderFields) throws(RequestFault) {
    guard !method.isEmpty, method.utf8.allSatisfy(isTokenCharacter) else {
      throw .malformedHead("The method is not a token.")
    }
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else { throw .unsupportedVersion }
    let found = try Self.scan(fields)
    contentLength = try Self.bodyLength(found, isVersion11: version == "HTTP/1.1", in: fields)
    try Self.checkHost(found.host, isVersion11: version == "HTTP/1.1", in: fields)
  }

  /// Where the fields lie that decide the framing.
  private struct Found {
    var contentLength: HeaderFields.Place?
    var transferEncoding: HeaderFields.Place?
    var host: HeaderFields.Place?
  }

  private static func scan(_ fields: HeaderFields) throws(RequestFault) -> Found {
    var found = Found()
    for place in fields.places {
      guard place.nameCount > 0, fields.nameRange(place).allSatisfy({ isTokenCharacter(fields.text[$0]) })
      else { throw .malformedHead("A header field's name is not a token.") }
      guard fields.valueRange(place).allSatisfy({ isValueCharacter(fields.text[$0]) }) else {
        throw .malformedHead("A header field's value holds a control character.")
      }
      switch place.nameCount {
      case 4 where fields.isNamed(place, "Host"): try keep(place, in: &found.host)
      case 14 where fields.isNamed(place, "Content-Length"): try keep(place, in: &found.contentLength)
      case 17 where fields.isNamed(place, "Transfer-Encoding"): try keep(place, in: &found.transferEncoding)
      default: break
      }
    }
    return found
  }

  private static func keep(
    _ place: HeaderFields.Place, in slot: inout HeaderFields.Place?
  ) throws(RequestFault) {
    guard slot == nil else {
      throw .malformedHead("Host, Content-Length or Transfer-Encoding is given more than once.")
    }
    slot = place
  }

  private static func bodyLength(
    _ found: Found, isVersion11: Bool, in fields: HeaderFields
  ) throws(RequestFault) -> Int? {
    guard let coding = found.transferEncoding else {
      guard let length = found.contentLength else { return 0 }
      return try decimal(fields.text[fields.valueRange(length)])
    }
    guard found.contentLength == nil else {
      throw .malformedHead("Content-Length and Transfer-Encoding are both given.")
    }
    guard isVersion11 else { throw .malformedHead("Transfer-Encoding is not known to HTTP/1.0.") }
    let value = fields.text[fields.valueRange(coding)]
    guard value.elementsEqual("chunked".utf8, by: { lowercased($0) == $1 }) else {
      throw .unsupportedTransferCoding
    }
    return nil
  }

  private static func decimal(_ digits: ArraySlice<UInt8>) throws(RequestFault) -> Int {
    let isNumber = !digits.isEmpty && digits.count <= 18 && digits.allSatisfy { (0x30...0x39).contains($0) }
    guard isNumber else { throw .malformedHead("Content-Length is not a number of bytes.") }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func checkHost(
    _ place: HeaderFields.Place?, isVersion11: Bool, in fields: HeaderFields
  ) throws(RequestFault) {
    guard let place else {
      if isVersion11 { throw .malformedHead("Host is missing.") }
      return
    }
    guard fields.valueRange(place).allSatisfy({ isHostCharacter(fields.text[$0]) }) else {
      throw .malformedHead("Host holds a character no host has.")
    }
  }
}

/// Whether a byte may stand in a token (RFC 9110 §5.6.2).
func isTokenCharacter(_ byte: UInt8) -> Bool {
  switch Unicode.Scalar(byte) {
  case "a"..."z", "A"..."Z", "0"..."9", "-", "!", "#"..."'", "*", "+", ".", "^"..."`", "|", "~": true
  default: false
  }
}

/// Whether a byte may stand in a field's value (RFC 9110 §5.5): visible, space, tab, or above ASCII.
func isValueCharacter(_ byte: UInt8) -> Bool {
  byte >= 0x20 && byte != 0x7F || byte == 0x09
}

/// Whether a byte may stand in `uri-host [":" port]` (RFC 3986 §3.2.2).
private func isHostCharacter(_ byte: UInt8) -> Bool {
  switch Unicode.Scalar(byte) {
  case "a"..."z", "A"..."Z", "0"..."9", "!", "$"...".", ":", ";", "=", "[", "]", "_", "~": true
  default: false
  }
}
