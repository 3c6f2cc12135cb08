internal import HTTP
internal import Operations

extension Call {
  /// What the body finds by a code. An address that asks for many codes which no certificate has is answered with 429.
  ///
  /// Codes are 128 random bits, which nobody guesses; what the limit does is to slow down, and to tell, who tries.
  func limitingCodes<Found>(_ find: () throws -> Found) throws -> Found {
    do {
      return try find()
    } catch let unknown as CertificateUnknown {
      let wait = endpoint.wrongCodes.note(address: head.remoteAddress, at: registrar.clock())
      guard let wait else { throw unknown }
      throw Problem.tooManyWrongCodes(retryAfterSeconds: wait)
    }
  }
}
