internal import Cryptography
public import XAPI

/// The number that a statement's term is indexed by: the first 64 bits of SHA-256 over its kind and text.
///
/// Two terms that share a number would be found for each other; nobody can bring that about on purpose for a text of
/// somebody else's in less than 2^64 tries.
public enum StatementTermDigest {
  /// The number of a term.
  public static func of(_ term: StatementTerm) throws -> Int64 {
    try of([term])[0]
  }

  /// The numbers of terms, in their order.
  public static func of(_ terms: [StatementTerm]) throws -> [Int64] {
    var digesting = try SHA256()
    var numbers: [Int64] = []
    numbers.reserveCapacity(terms.count)
    for term in terms {
      var octets = [UInt8(term.kind.rawValue)]
      octets.append(contentsOf: term.text.utf8)
      try digesting.update(octets)
      numbers.append(Int64(bitPattern: try digesting.finish().firstWord))
    }
    return numbers
  }
}
