public import Cryptography
public import JSON

/// Public keys that are trusted, by the names that tokens call them by.
public struct TrustedKeys: Sendable, Hashable {
  /// A key and its name.
  public struct Named: Sendable, Hashable {
    public let name: String
    public let key: PublicKey

    public init(name: String, key: PublicKey) {
      self.name = name
      self.key = key
    }
  }

  /// The keys in the order they were given.
  public let keys: [Named]

  public init(_ keys: [Named]) {
    self.keys = keys
  }

  /// The key of a name, octet by octet.
  public subscript(name: String) -> PublicKey? {
    keys.first { $0.name.utf8.elementsEqual(name.utf8) }?.key
  }

  /// The keys as a JSON Web Key Set (RFC 7517 §5).
  public func write(in json: inout JSONWriter) throws(CryptographyError) {
    try json.object { (json) throws(CryptographyError) in
      try json.member("keys") { (json) throws(CryptographyError) in
        try json.array(keys) { (json, key) throws(CryptographyError) in
          try JSONWebKey(key.key).write(named: key.name, in: &json)
        }
      }
    }
  }

  /// Reads the keys of a JSON Web Key Set; nil where one of them is none that can be used, or has no name of its own.
  public init?(_ json: JSONValue) {
    var keys: [Named] = []
    guard let elements = json["keys"]?.elements else { return nil }
    for element in elements {
      guard let key = JSONWebKey(element)?.key, let name = element["kid"]?.string,
        !keys.contains(where: { $0.name.utf8.elementsEqual(name.utf8) })
      else { return nil }
      keys.append(Named(name: name, key: key))
    }
    self.keys = keys
  }
}
