/// A signed credential within JSON (Verifiable Credentials 2.0, “Enveloped Verifiable Credentials”). One token has one
/// text: every other octet is refused.
public enum EnvelopedCredential {
  private static let before = Array(
    #"{"@context":"https://www.w3.org/ns/credentials/v2","id":"data:application/vc+jwt,"#.utf8)
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
}
