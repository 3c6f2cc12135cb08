public import Cryptography

/// An algorithm that tokens are signed by (RFC 7518 §3.1). Open Badges asks for RS256 as a minimum (Open Badges 3.0,
/// “Create the JOSE Header”), and the certifying body's validator takes ES256 beside it. No other is taken: not `none`,
/// and none with a shared secret.
public enum SigningAlgorithm: String, Sendable, CaseIterable {
  case rs256 = "RS256"
  case es256 = "ES256"

  /// The kind of key that it is computed with.
  public var kind: SigningKind {
    switch self {
    case .rs256: .rsa
    case .es256: .p256
    }
  }

  /// The algorithm of a kind of key: each has one.
  public init(_ kind: SigningKind) {
    switch kind {
    case .rsa: self = .rs256
    case .p256: self = .es256
    }
  }
}
