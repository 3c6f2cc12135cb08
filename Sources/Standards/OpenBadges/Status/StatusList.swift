internal import JSON
public import Values

/// A list of states as a credential (Bitstring Status List 1.0, “BitstringStatusListCredential”): what it says of every
/// credential of the list, as of one instant.
public struct StatusList: Sendable, Hashable {
  /// The address of the list, and its identity.
  public let address: String
  public let issuer: String
  public let purpose: StatusPurpose
  /// When it was made, to the second: the states are known as of then.
  public let asOf: Instant
  public let bits: StatusBits

  public init(address: String, issuer: String, purpose: StatusPurpose, asOf: Instant, bits: StatusBits) {
    self.address = address
    self.issuer = issuer
    self.purpose = purpose
    self.asOf = asOf.wholeSecond
    self.bits = bits
  }

  /// How long a copy may be used before the list is asked for again, in milliseconds.
  private static let timeToLiveMilliseconds = 300_000

  /// The octets of the payload.
  public func payload() throws -> [UInt8] {
    let encoded = try bits.encoded()
    var writer = JSONWriter()
    writer.object { json in
      json.member("@context") { $0.array(["https://www.w3.org/ns/credentials/v2"]) { $0.string($1) } }
      json.member("id", address)
      json.member("type") {
        $0.array(["VerifiableCredential", "BitstringStatusListCredential"]) { $0.string($1) }
      }
      json.member("issuer", issuer)
      json.member("validFrom", asOf.text(fractionDigits: 0))
      json.member("credentialSubject") { json in
        json.object { json in
          json.member("id", "\(address)#list")
          json.member("type", "BitstringStatusList")
          json.member("statusPurpose", purpose.rawValue)
          json.member("encodedList", encoded)
          json.member("ttl", StatusList.timeToLiveMilliseconds)
        }
      }
      json.member("iss", issuer)
      json.member("jti", address)
      json.member("nbf", asOf.seconds)
    }
    return writer.bytes
  }

  /// Reads the payload of a token that was found to be signed; throws the member that is not as it has to be.
  public init(_ token: SignedToken) throws(CredentialFault) {
    guard token.kind == .statusList else { throw .otherKind }
    let root = token.payload.root
    let subject = try root.needed("credentialSubject")
    address = try root.neededText("id")
    issuer = try root.neededText("issuer")
    asOf = try root.neededInstant("validFrom")
    guard try root.neededText("jti").utf8.elementsEqual(address.utf8) else { throw .claimDiffers("jti") }
    guard try root.neededText("iss").utf8.elementsEqual(issuer.utf8) else { throw .claimDiffers("iss") }
    guard root["nbf"]?.number?.int64 == asOf.seconds else { throw .claimDiffers("nbf") }
    guard let purpose = StatusPurpose(rawValue: try subject.neededText("statusPurpose")) else {
      throw .unusable("statusPurpose")
    }
    self.purpose = purpose
    guard let bits = StatusBits(encoded: try subject.neededText("encodedList")) else {
      throw .unusable("encodedList")
    }
    self.bits = bits
  }
}

/// Where the states of a credential stand: one place in two lists of the same length.
public struct StatusPlace: Sendable, Hashable {
  /// What the addresses of both lists begin with.
  public let base: String
  public let position: Int

  public init(base: String, position: Int) {
    self.base = base
    self.position = position
  }

  /// The address of the list for a purpose.
  public func address(_ purpose: StatusPurpose) -> String {
    "\(base)/\(purpose.rawValue)"
  }
}
