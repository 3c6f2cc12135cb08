public import Cryptography
public import JSON

/// A public key as JSON (RFC 7517). There is no way here to write a private one.
public struct JSONWebKey: Sendable, Hashable {
  public let key: PublicKey

  public var algorithm: SigningAlgorithm { SigningAlgorithm(key.kind) }

  public init(_ key: PublicKey) {
    self.key = key
  }

  /// The members that make the key, in the order of their names (RFC 7638 §3.2).
  private func members() throws(CryptographyError) -> [(String, String)] {
    switch key.kind {
    case .rsa:
      let (modulus, exponent) = try key.modulusAndExponent()
      return [("e", Base64.url.encode(exponent)), ("kty", "RSA"), ("n", Base64.url.encode(modulus))]
    case .p256:
      let (x, y) = key.point
      return [("crv", "P-256"), ("kty", "EC"), ("x", Base64.url.encode(x)), ("y", Base64.url.encode(y))]
    }
  }

  /// Writes the key with its name, its algorithm and what it is for.
  public func write(named name: String, in json: inout JSONWriter) throws(CryptographyError) {
    let members = try members()
    json.object { object in
      object.member("kid", name)
      object.member("alg", algorithm.rawValue)
      object.member("use", "sig")
      for (name, value) in members { object.member(name, value) }
    }
  }

  /// Reads what `write(named:in:)` writes; nil where it is no public key to sign with, and where it has a private half.
  public init?(_ json: JSONValue) {
    guard json["d"] == nil, let key = JSONWebKey.key(json) else { return nil }
    if let algorithm = json["alg"] {
      guard algorithm.string == SigningAlgorithm(key.kind).rawValue else { return nil }
    }
    self.key = key
  }

  private static func key(_ json: JSONValue) -> PublicKey? {
    func octets(_ name: StaticString) -> [UInt8]? {
      json[name]?.string.flatMap { Base64.url.decode($0) }
    }
    switch json["kty"]?.string {
    case "RSA":
      guard let modulus = octets("n"), let exponent = octets("e") else { return nil }
      return PublicKey(modulus: modulus, exponent: exponent)
    case "EC":
      guard json["crv"]?.string == "P-256", let x = octets("x"), let y = octets("y") else { return nil }
      return PublicKey(x: x, y: y)
    default: return nil
    }
  }
}
