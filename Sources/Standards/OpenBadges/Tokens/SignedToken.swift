public import Cryptography
public import JSON

/// A token in the compact form of JSON Web Signature (RFC 7515 §7.1): header, payload and signature in base64url, with
/// points between them.
///
/// It is read strictly, so that one token has one text: base64url without padding and without bits left over, nothing in
/// front or behind, no member twice, no header but `alg`, `kid` and `typ` (Open Badges 3.0, “Create the JOSE Header”:
/// “Additional JOSE Headers are NOT allowed”).
public struct SignedToken: Sendable {
  /// What kind of token it says it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A credential of Open Badges: `typ`, “if present, MUST be set to "JWT"”.
    case credential = "JWT"
    /// A list of states (VC-JOSE-COSE 1.0 §3.2.1).
    case statusList = "vc+jwt"
  }

  /// The longest token that is read, in octets.
  public static let limitBytes = 1 << 20

  public let kind: Kind
  public let algorithm: SigningAlgorithm
  /// The name of the key that it was signed with.
  public let keyName: String
  /// The octets of the payload, a JSON object.
  public let payload: JSONDocument
  private let signed: [UInt8]
  private let signature: [UInt8]

  public init(_ octets: [UInt8]) throws(TokenFault) {
    guard octets.count <= SignedToken.limitBytes else { throw .tooLong }
    let parts = octets.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3 else { throw .notThreeParts }
    let header = try SignedToken.object(try SignedToken.decoded(parts[0], .header), .header)
    (kind, algorithm, keyName) = try SignedToken.read(header: header.root)
    payload = try SignedToken.object(try SignedToken.decoded(parts[1], .payload), .payload)
    signature = try SignedToken.decoded(parts[2], .signature)
    signed = Array(octets[..<parts[1].endIndex])
  }

  /// Signs a payload.
  ///
  /// - Parameter payload: the octets of a JSON object.
  /// - Returns: the octets of the token.
  public static func sign(
    _ payload: [UInt8], as kind: Kind, with key: PrivateKey, named name: String
  ) throws(CryptographyError) -> [UInt8] {
    var header = JSONWriter()
    header.object { object in
      object.member("alg", SigningAlgorithm(key.kind).rawValue)
      object.member("kid", name)
      object.member("typ", kind.rawValue)
    }
    let signed = "\(Base64.url.encode(header.bytes)).\(Base64.url.encode(payload))"
    let signature = try key.signature(of: Array(signed.utf8))
    return Array("\(signed).\(Base64.url.encode(signature))".utf8)
  }

  /// Throws unless it was signed with the key among trusted ones that it names.
  ///
  /// The key is found by its name alone, and what it is computed with follows from the key: a token cannot choose either.
  public func requireSigned(by keys: TrustedKeys) throws {
    guard let key = keys[keyName] else { throw TokenFault.keyUnknown(keyName) }
    guard SigningAlgorithm(key.kind) == algorithm else { throw TokenFault.algorithmOfOtherKey(algorithm) }
    guard try key.isSignature(signature, of: signed) else { throw TokenFault.signatureWrong }
  }

  private static func decoded(
    _ text: ArraySlice<UInt8>, _ part: TokenFault.Part
  ) throws(TokenFault) -> [UInt8] {
    guard let octets = Base64.url.decode(utf8: text), !octets.isEmpty else { throw .notBase64URL(part) }
    return octets
  }

  private static func object(
    _ octets: [UInt8], _ part: TokenFault.Part
  ) throws(TokenFault) -> JSONDocument {
    let document: JSONDocument
    do {
      document = try JSONDocument(octets)
    } catch {
      throw .notJSON(part, error)
    }
    guard document.root.kind == .object else { throw .notObject(part) }
    return document
  }

  private static func read(
    header: JSONValue
  ) throws(TokenFault) -> (Kind, SigningAlgorithm, String) {
    for member in header.members.map({ Array($0) }) ?? [] {
      guard ["alg", "kid", "typ"].contains(member.name.string) else {
        throw .headerUnknown(member.name.string)
      }
    }
    guard let algorithm = header["alg"]?.string.flatMap(SigningAlgorithm.init(rawValue:)) else {
      throw .algorithmRefused(header["alg"]?.string)
    }
    guard let name = header["kid"]?.string else { throw .keyNameMissing }
    guard let kind = header["typ"]?.string.flatMap(Kind.init(rawValue:)) else {
      throw .kindUnknown(header["typ"]?.string)
    }
    return (kind, algorithm, name)
  }
}

/// Why octets are no token that is trusted.
public enum TokenFault: Error, Hashable, Sendable {
  /// The parts of a token.
  public enum Part: String, Sendable {
    case header, payload, signature
  }

  case tooLong
  /// Not three parts with points between them.
  case notThreeParts
  /// Not base64url, padded, or with bits left over.
  case notBase64URL(Part)
  case notJSON(Part, JSONError)
  case notObject(Part)
  /// A header that is not allowed: `jwk`, `jku`, `x5u`, `crit` and all others.
  case headerUnknown(String)
  /// `none`, an algorithm with a shared secret, or another that is not taken.
  case algorithmRefused(String?)
  case keyNameMissing
  case kindUnknown(String?)
  /// None of the trusted keys has the name.
  case keyUnknown(String)
  /// The key of this name is not computed with this algorithm.
  case algorithmOfOtherKey(SigningAlgorithm)
  case signatureWrong

  /// What is wrong, in a sentence.
  public var message: String {
    switch self {
    case .tooLong: "it is longer than \(SignedToken.limitBytes) octets"
    case .notThreeParts: "it is no signed token: that has three parts with points between them"
    case .notBase64URL(let part): "its \(part.rawValue) is not base64url in its one form"
    case .notJSON(let part, let error):
      "its \(part.rawValue) is no JSON that is taken, at octet \(error.offset): \(error.reason.message)"
    case .notObject(let part): "its \(part.rawValue) is no JSON object"
    case .headerUnknown(let name): "its header has a member that is not allowed: \(name)"
    case .algorithmRefused(let name): "it is not signed by RS256 or ES256 but by \(name ?? "nothing")"
    case .keyNameMissing: "its header names no key"
    case .kindUnknown(let name): "its header says that it is of the type \(name ?? "(none)")"
    case .keyUnknown(let name): "it names a key that is not trusted: \(name)"
    case .algorithmOfOtherKey(let algorithm):
      "the key that it names is not one for \(algorithm.rawValue)"
    case .signatureWrong: "its signature does not belong to its content"
    }
  }
}
