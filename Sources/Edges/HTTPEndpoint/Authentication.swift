internal import Cryptography
internal import HTTP
internal import Operations

extension Endpoint {
  /// Who presents the key of an `Authorization: Basic` header (RFC 7617): its id is the user, its secret the password.
  ///
  /// Throws the problem 401, without saying what of it was wrong; 429 where wrong ones come too fast.
  func authenticate(_ head: RequestHead) throws -> Principal {
    let headers = head.headers.values("Authorization")
    guard headers.count == 1, let pair = BasicPair(headers[0]) else { throw Problem.unauthenticated }
    if let principal = try registrar.authenticate(key: pair.user, secret: pair.password) { return principal }
    let wait = wrongSecrets.note(key: pair.user, address: head.remoteAddress, at: registrar.clock())
    guard let wait else { throw Problem.unauthenticated }
    throw Problem.tooManyWrongSecrets(retryAfterSeconds: wait)
  }
}

/// The user and password of a Basic header, as their octets.
private struct BasicPair {
  let user: ArraySlice<UInt8>
  let password: ArraySlice<UInt8>

  /// Nil for another scheme, for what is no base 64, and where no colon parts the two.
  init?(_ header: String) {
    let scheme = "basic ".utf8
    let octets = header.utf8
    guard octets.count > scheme.count,
      zip(octets, scheme).allSatisfy({ $0 | 0x20 == $1 }),
      let decoded = Base64.standard.decode(utf8: Array(octets.dropFirst(scheme.count))[...]),
      let colon = decoded.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    (user, password) = (decoded[..<colon], decoded[(colon + 1)...])
  }
}
