public import Certification
public import Values

/// Questions about credentials and the keys that they are signed with.
public protocol CredentialRecords {
  /// The keys in the order they were made, those that were retired among them.
  func credentialKeys() throws -> [CredentialKey]
  /// The list that places are given in; nil where there is none yet, or the last one was closed.
  func openStatusList() throws -> StatusListID?
  /// Every list, in the order they were made.
  func statusLists() throws -> [StatusListID]
  /// How many places of a list were given.
  func takenPlaces(in list: StatusListID) throws -> Int
  /// Whether a place was given.
  func isTaken(_ position: Int, in list: StatusListID) throws -> Bool
  /// The place of a certificate's credential; nil where it has none yet.
  func statusPlace(of certificate: CertificateID) throws -> TakenPlace?
  /// The places of a list whose certificate was decided to be in one of these states, in order.
  func positions(in list: StatusListID, of states: Set<CertificateState>) throws -> [Int]
  /// The credential of a certificate; nil where it is yet to be signed.
  func signedCredential(of certificate: CertificateID) throws -> SignedCredential?
  /// The pages of a certificate, in the order of their languages; none where it is yet to be signed.
  func certificatePages(of certificate: CertificateID) throws -> [CertificatePage]
  /// Certificates whose credential is yet to be signed, at most so many, in the order of their identifiers; behind one of
  /// them, or from the first.
  func unsignedCertificates(after certificate: CertificateID?, limit: Int) throws -> [CertificateID]
  func certificate(_ id: CertificateID) throws -> Certificate?
}

/// What can be added to credentials.
public protocol WritableCredentialRecords {
  /// Enters a key, and retires the one that was in use.
  func enter(_ key: CredentialKey) throws
  func openStatusList(_ list: StatusListID, at instant: Instant) throws
  /// Closes the list that places are given in, if there is one.
  func closeStatusList(at instant: Instant) throws
  func take(_ place: TakenPlace, at instant: Instant) throws
  /// Keeps the credential of a certificate, which is signed with that, and its pages.
  func insert(_ credential: SignedCredential, pages: [CertificatePage]) throws
}

/// The place in a list that a certificate's credential has, and no other ever.
public struct TakenPlace: Sendable, Hashable {
  public let certificate: CertificateID
  public let list: StatusListID
  public let position: Int

  public init(certificate: CertificateID, list: StatusListID, position: Int) {
    self.certificate = certificate
    self.list = list
    self.position = position
  }
}

/// A page of a certificate in one language, as it was before the credential was attached to it.
public struct CertificatePage: Sendable, Hashable {
  public let language: String
  /// What it is kept under: its SHA-256 in hexadecimal digits.
  public let digest: String

  public init(language: String, digest: String) {
    self.language = language
    self.digest = digest
  }
}

/// The credential of a certificate, octet by octet as it was signed.
public struct SignedCredential: Sendable, Hashable {
  public let certificate: CertificateID
  public let key: CredentialKeyID
  /// The token, in the compact form of JSON Web Signature.
  public let token: String
  public let signedAt: Instant

  public init(certificate: CertificateID, key: CredentialKeyID, token: String, signedAt: Instant) {
    self.certificate = certificate
    self.key = key
    self.token = token
    self.signedAt = signedAt
  }
}
