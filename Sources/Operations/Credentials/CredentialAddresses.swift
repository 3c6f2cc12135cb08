internal import Catalogue
public import Certification
public import OpenBadges
public import People
public import Values

/// The addresses that credentials and what verifies them are had from: below the origin that the records were made with,
/// wherever they are served now. They are identities too, and never change.
public struct CredentialAddresses: Sendable {
  private let origin: String

  public init(origin: String) {
    self.origin = origin
  }

  /// The key of this identity, as a JSON Web Key.
  public func key(_ id: CredentialKeyID) -> String { "\(root)/keys/\(id)" }

  /// The profile of who keeps these records, in whose name lists of states are signed.
  public var keeper: String { "\(root)/issuer" }

  /// What that profile is called.
  public var keeperName: String { "Registrar at \(origin)" }

  /// The profile of a party that issues certificates.
  public func issuer(_ party: PartyID) -> String { "\(root)/issuers/\(party)" }

  /// What the addresses of a list of states begin with.
  public func statusList(_ list: StatusListID) -> String { "\(root)/status/\(list)" }

  /// The credential of a certificate.
  public func credential(_ code: VerificationCode) -> String { "\(root)/certificates/\(code)" }

  /// A page of a certificate, as its credential names it.
  public func page(_ code: VerificationCode, language: String) -> String {
    "\(credential(code))/pages/\(language)"
  }

  /// The page where anybody verifies a certificate.
  func verification(_ code: VerificationCode) -> String { "\(origin)/verify/\(code)" }

  /// A person's transcript as of an instant, to the second. Nothing is had from it.
  func transcript(_ person: PersonID, asOf instant: Instant) -> String {
    "\(root)/transcripts/\(person)/\(instant.text(fractionDigits: 0))"
  }

  /// A version of a scheme, as what is achieved. Nothing is had from it.
  func achievement(_ scheme: SchemeID, version: Int) -> String { "\(root)/schemes/\(scheme)/\(version)" }

  /// An item of an edition of a standard, as what is attested. Nothing is had from it.
  func item(_ item: StandardItemCode, of edition: StandardEditionCode) -> String {
    "\(root)/standards/\(edition)/\(item)"
  }

  private var root: String { "\(origin)/credentials" }
}

/// The identity of a list of states.
public typealias StatusListID = Identifier<StatusList>
