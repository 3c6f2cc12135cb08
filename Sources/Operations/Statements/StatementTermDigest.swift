internal import Cryptography
public import XAPI

/// The number that a statement's term is indexed by: the first 64 bits of SHA-256 over its kind and text.
///
/// Two terms that share a number would be found for each other; nobody can bring that about on purpose for a text of
/// somebody else's in less than 2^64 tries.
public enum StatementTermDigest {
  /// The number of a term.
  public static func of(_ term: StatementTerm) throws -> Int64 {
    var octets = [UInt8(term.kind.rawValue)]
    octets.append(contentsOf: term.text.utf8)
    let digest = try SHA256.digest(of: octets)
    return digest.octets.prefix(8).reduce(into: Int64(0)) { $0 = $0 << 8 | Int64($1) }
  }
}
