import Cryptography
import JSON

/// A JSON Web Signature in its compact form (RFC 7515 §3.1) that signs a statement (xAPI 1.0.3 Data 2.6).
private struct StatementSignature {
  enum Algorithm: String {
    case rs256 = "RS256"
    case rs384 = "RS384"
    case rs512 = "RS512"

    var digest: SHA2.Variant {
      switch self {
      case .rs256: .sha256
      case .rs384: .sha384
      case .rs512: .sha512
      }
    }
  }

  /// Why a text is no such signature, to follow “The signature”.
  struct Unusable: Error {
    let reason: String
  }

  let algorithm: Algorithm
  /// The signer's certificate in DER; nil where the header has none.
  let certificate: [UInt8]?
  /// What is signed: the statement's JSON.
  let payload: [UInt8]
  /// The header and the payload as they stand in the text: what the signature is over.
  private let message: [UInt8]
  private let signature: [UInt8]

  init(_ text: [UInt8]) throws(Unusable) {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Base64.url.decode(utf8: parts[0]),
      let payload = Base64.url.decode(utf8: parts[1]), let signature = Base64.url.decode(utf8: parts[2])
    else { throw Unusable(reason: "is no JSON Web Signature in its compact form") }
    (algorithm, certificate) = try StatementSignature.read(header)
    self.payload = payload
    self.signature = signature
    message = Array(parts[0]) + [UInt8(ascii: ".")] + parts[1]
  }

  /// “the JWS signature MUST use an algorithm of RS256, RS384, or RS512 … the JWS header [SHOULD have] an "x5c" property”.
  private static func read(_ header: [UInt8]) throws(Unusable) -> (Algorithm, certificate: [UInt8]?) {
    let members: JSONValue
    do {
      members = try JSONDocument(header).root
    } catch {
      throw Unusable(reason: "has a header that is not JSON")
    }
    guard let algorithm = members["alg"]?.string.flatMap(Algorithm.init) else {
      throw Unusable(reason: "must be made by RS256, RS384 or RS512")
    }
    // An extension that must be understood is not (RFC 7515 §4.1.11).
    guard members["crit"] == nil else { throw Unusable(reason: "has a header that is not understood here") }
    guard let chain = members["x5c"] else { return (algorithm, nil) }
    guard let first = chain.elements.map(Array.init)?.first?.string,
      let certificate = Base64.standard.decode(first)
    else { throw Unusable(reason: "has an x5c that holds no certificate") }
    return (algorithm, certificate)
  }

  /// “If the JWS header includes an X.509 certificate, validate the signature against that certificate”. Without one
  /// there is nothing to check it with, and it is taken as it is.
  func verify() throws {
    guard let certificate else { return }
    guard let key = RSAPublicKey(certificate: certificate) else {
      throw Unusable(reason: "has an x5c that holds no certificate with a key of RSA")
    }
    guard try key.isSignature(signature, of: message, with: algorithm.digest) else {
      throw Unusable(reason: "was not made by the key of its certificate")
    }
  }
}

extension Statement {
  /// The most octets of a signature that are looked at.
  public static let mostSignatureOctets = 8 << 20

  /// Throws unless an attachment signs this statement (Data 2.6): it is of the media type asked for; it is a JWS by one
  /// of the algorithms asked for; what is signed is this statement, compared as in `isSame(as:)`; and where there is a
  /// certificate, its key made the signature.
  func checkSignature(_ attachment: Attachment, octets: [UInt8]) throws {
    let place = attachment.value
    guard attachment.contentType.utf8.elementsEqual("application/octet-stream".utf8) else {
      throw (place["contentType"] ?? place).breaks(
        .signatureNotUsable, "The contentType of a signature must be application/octet-stream.")
    }
    do {
      let signature = try StatementSignature(octets)
      guard let signed = signedStatement(signature.payload), isSame(as: signed) else {
        throw place.breaks(.signatureNotUsable, "What the signature signs is not this statement.")
      }
      try signature.verify()
    } catch let unusable as StatementSignature.Unusable {
      throw place.breaks(.signatureNotUsable, "The signature \(unusable.reason).")
    }
  }

  /// The statement that is signed; nil where the payload is none.
  private func signedStatement(_ payload: [UInt8]) -> Statement? {
    do {
      return try Statement(validating: JSONDocument(payload).root, by: version)
    } catch {
      return nil
    }
  }
}
