import Cryptography

/// Requests of statements with the contents of an attachment, for the boundary `X`.
public enum Multipart {
  /// A statement of this id with one attachment, and its contents.
  public static func body(statement id: String, content: [UInt8]) throws -> [UInt8] {
    let sha2 = try SHA256.digest(of: content).hexadecimal
    let statement = """
      {"id": "\(id)", "actor": {"mbox": "mailto:officer@example.invalid"},
       "verb": {"id": "http://adlnet.gov/expapi/verbs/experienced"},
       "object": {"id": "https://registrar.invalid/activities/seals"},
       "attachments": [{"usageType": "https://registrar.invalid/attachments/note", "display": {"en": "A note"},
         "contentType": "text/plain", "length": \(content.count), "sha2": "\(sha2)"}]}
      """
    let head =
      "--X\r\nContent-Type: application/json\r\n\r\n\(statement)\r\n--X\r\nContent-Type: text/plain\r\n"
      + "Content-Transfer-Encoding: binary\r\nX-Experience-API-Hash: \(sha2)\r\n\r\n"
    return Array(head.utf8) + content + Array("\r\n--X--\r\n".utf8)
  }
}
