internal import Cryptography
internal import HTTP
internal import Operations

extension Route {
  /// The header by which a sender names a request that it may send again (draft-ietf-httpapi-idempotency-key-header).
  static let idempotencyKeyHeader = "Idempotency-Key"

  /// The request as its sender may send it again; nil where it gave it no name, and on a route that changes no record.
  ///
  /// Two requests are the same where the method, the target as it was sent, and the body are.
  func repeatable(_ request: Request, by principal: Principal?) throws -> RepeatableRequest? {
    guard family == .records, method == "POST", case .key(let key) = principal,
      let name = try request.head.idempotencyKey()
    else { return nil }
    var digest = try SHA256()
    try digest.update(Array("\(method) \(request.head.rawTarget)\n".utf8))
    let body = try (request.sink as? Upload)?.digest ?? SHA256.digest(of: request.body)
    try digest.update(body.octets)
    return RepeatableRequest(sender: key.id, name: name, digest: try digest.finish().octets)
  }
}

extension RequestHead {
  /// How many characters a name may have.
  private static let longestIdempotencyKey = 255

  /// The name that the sender gave the request: a string in quotes, as the draft has it, or the same without them.
  func idempotencyKey() throws(Problem) -> String? {
    let values = headers.values(Route.idempotencyKeyHeader)
    guard !values.isEmpty else { return nil }
    guard values.count == 1, let name = quoted(values[0]) ?? bare(values[0]),
      (1...RequestHead.longestIdempotencyKey).contains(name.utf8.count)
    else { throw .idempotencyKeyMalformed }
    return name
  }

  /// A string in quotes (RFC 8941 §3.3.3): printable ASCII, a backslash before quotes and backslashes.
  private func quoted(_ value: String) -> String? {
    var octets = Array(value.utf8)
    guard octets.count >= 2, octets.first == UInt8(ascii: "\""), octets.popLast() == UInt8(ascii: "\"") else {
      return nil
    }
    var name: [UInt8] = []
    var rest = octets.dropFirst()
    while var octet = rest.popFirst() {
      if octet == UInt8(ascii: "\\") {
        guard let escaped = rest.popFirst(), [UInt8(ascii: "\""), UInt8(ascii: "\\")].contains(escaped) else {
          return nil
        }
        octet = escaped
      } else if octet == UInt8(ascii: "\"") {
        return nil
      }
      guard (0x20...0x7E).contains(octet) else { return nil }
      name.append(octet)
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// A name of ASCII letters, digits, dots, colons, hyphens and underscores.
  private func bare(_ value: String) -> String? {
    let others = Set(".:-_".utf8)
    let isFit = value.utf8.allSatisfy { octet in
      others.contains(octet) || (0x30...0x39).contains(octet)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
    }
    return isFit ? value : nil
  }
}

extension Problem {
  fileprivate static let idempotencyKeyMalformed = Problem(
    .badRequest, "idempotency-key-malformed", "the name of the request cannot be used"
  )
  .toBeMended(by: "send one name of 1 to 255 printable ASCII characters in quotes, such as a UUID")
  .with(
    Flaw(
      place: .header(Route.idempotencyKeyHeader), detail: "this is not one string of printable characters"))
}
