/// A signed credential within JSON (Verifiable Credentials 2.0, “Enveloped Verifiable Credentials”). One token has one
/// text: every other octet is refused.
public enum EnvelopedCredential {
  private static let scheme = "data:application/vc+jwt,"
  private static let before = Array(
    #"{"@context":"https://www.w3.org/ns/credentials/v2","id":"\#(scheme)"#.utf8)
  private static let after = Array(#"","type":"EnvelopedVerifiableCredential"}"#.utf8)

  /// The JSON that carries a token: its members in the order of RFC 8785, without white space.
  public static func json(of token: [UInt8]) -> [UInt8] {
    before + token + after
  }

  /// The token that the JSON carries; nil where it has not that form, octet by octet.
  public static func token(in json: [UInt8]) -> [UInt8]? {
    guard json.count > before.count + after.count, json.starts(with: before),
      json.suffix(after.count).elementsEqual(after)
    else { return nil }
    return Array(json.dropFirst(before.count).dropLast(after.count))
  }

  /// A token as the address that an envelope has.
  static func address(of token: [UInt8]) -> String { scheme + String(decoding: token, as: UTF8.self) }

  /// The token that such an address is; nil where it is none.
  static func token(at address: String) -> [UInt8]? {
    guard address.utf8.starts(with: scheme.utf8) else { return nil }
    return Array(address.utf8.dropFirst(scheme.utf8.count))
  }
}
