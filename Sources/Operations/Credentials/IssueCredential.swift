public import Certification
internal import Cryptography
public import Enrolment
internal import OpenBadges
public import Values

// The order of issuing: the certificate and its place in a list are stored, the content is put together and checked, it is
// signed, the signed octets are stored; from then on everybody can have them. Whatever ends it in between, it goes on from
// what was stored: the number, the code and the place stay the same, and what is signed is signed once.
extension Registrar {
  /// Signs the credentials of all certificates that have none yet. One that cannot be signed does not keep the others: it
  /// is told when they are done.
  ///
  /// - Parameter isStopped: whether to end after the credential in hand.
  /// - Returns: how many were signed.
  @discardableResult
  public func issueCredentials(isStopped: () -> Bool = { false }) throws -> Int {
    // Lists that are there are told as long as there is a key, also after a restore that brought none.
    if try store.read({ try !$0.statusLists().isEmpty }) { _ = try signingKey.current(of: self) }
    var (count, last, failure) = (0, CertificateID?.none, (any Error)?.none)
    while !isStopped() {
      let waiting = try store.read { [last] in try $0.unsignedCertificates(after: last, limit: 64) }
      guard let end = waiting.last else { break }
      for certificate in waiting where !isStopped() {
        do {
          _ = try credential(of: certificate)
          count += 1
        } catch {
          failure = error
        }
      }
      last = end
    }
    if let failure { throw failure }
    return count
  }

  /// Signs the credentials of a session's certificates that are in force and have none yet.
  public func issueCredentials(of session: Reference<Session>) throws {
    var next: String?
    repeat {
      let page = try answer(
        ListCertificates(session: session, state: .issued, page: PageRequest(after: next, limit: 1000)),
        as: .owner)
      for listed in page.items { _ = try credential(of: listed.certificate.id) }
      next = page.next
    } while next != nil
  }

  /// The credential of a certificate, signed now where it is not yet.
  public func credential(of certificate: CertificateID) throws -> SignedCredential {
    if let signed = try store.read({ try $0.signedCredential(of: certificate) }) { return signed }
    if try store.read({ try $0.statusPlace(of: certificate) }) == nil {
      try perform(TakeStatusPlace(certificate: certificate), as: .owner)
    }
    let content = try answer(ReadCredentialContent(certificate: certificate), as: .owner)
    let drawn = try content.pages(in: wordings())
    let credential = content.credential(pages: content.named(drawn))
    let key = try signingKey.current(of: self)
    let token = try sign(credential.payload, as: .credential, with: key)
    try check(token, against: credential)
    let pages = drawn.map { CertificatePage(language: $0.language, digest: $0.digest.hexadecimal) }
    let store = StoreCredential(
      certificate: certificate, key: key.id, token: String(decoding: token, as: UTF8.self), pages: pages)
    guard !pages.isEmpty else { return try perform(store, as: .owner) }
    return try keepingFiles(
      { keeping in for page in drawn { _ = try keeping.keep(incoming(page.octets)) } },
      then: { try perform(store, as: .owner) }, naming: { _, stored in stored.token == store.token })
  }

  private func incoming(_ octets: [UInt8]) throws -> any IncomingContent {
    let incoming = try content.beginContent()
    try incoming.take(octets)
    return incoming
  }

  /// Reads a token as a verifier would, and holds it against what it was meant to say.
  private func check(_ octets: [UInt8], against meant: AchievementCredential) throws {
    let keys = try store.read { try $0.credentialKeys() }
    let token = try SignedToken(octets)
    try token.requireSigned(by: TrustedKeys(keys, origin: origin))
    guard try AchievementCredential(token) == meant else { throw CredentialMisread() }
  }
}

/// Gives a certificate its place in a list where it has none: those from before there were credentials.
struct TakeStatusPlace: Change {
  static let right = Right.certify

  let certificate: CertificateID

  func carryOut(_ work: Work) throws {
    try work.takeStatusPlace(for: certificate)
  }
}

/// What the credential of a certificate is to say.
struct ReadCredentialContent: Inquiry {
  static let right: Right? = .lookUp

  let certificate: CertificateID

  func answer(_ reading: Reading) throws -> CredentialContent {
    let found = try reading.records.certificate(certificate)
    if let found, let day = try reading.dayOfErasure(of: found) {
      throw HolderErased(number: found.number, on: day)
    }
    guard let certificate = found, let content = try CredentialContent(of: certificate, reading)
    else { throw NotFound(.certificate, certificate.description) }
    return content
  }
}

/// Keeps what was signed, once: where another was quicker, that one stays and is the outcome.
struct StoreCredential: Change {
  static let right = Right.certify

  let certificate: CertificateID
  let key: CredentialKeyID
  let token: String
  let pages: [CertificatePage]

  func carryOut(_ work: Work) throws -> SignedCredential {
    if let signed = try work.records.signedCredential(of: certificate) { return signed }
    guard try work.records.credentialKeyInUse()?.id == key else { throw SigningKeyUnusable.retired }
    guard let found = try work.records.certificate(certificate) else {
      throw NotFound(.certificate, certificate.description)
    }
    let signed = SignedCredential(certificate: certificate, key: key, token: token, signedAt: work.now)
    try work.records.insert(signed, pages: pages)
    try work.note(
      "certificate sign", .certificate, certificate.uuid, person: found.person,
      [FieldChange("signed with", from: nil, to: key.description)])
    return signed
  }
}

/// A credential does not say, when it is read, what it was meant to say. Nothing of it leaves the house.
struct CredentialMisread: Error, CustomStringConvertible {
  var description: String { "a credential that was signed does not read as it was meant; it was not kept" }
}

extension TrustedKeys {
  /// The keys of these records, by their addresses.
  init(_ keys: [CredentialKey], origin: String) {
    let addresses = CredentialAddresses(origin: origin)
    self.init(keys.map { Named(name: addresses.key($0.id), key: $0.publicKey) })
  }
}
