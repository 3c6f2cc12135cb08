/// The words by which a key, password or other credential is known, in lower case.
private let secretWords = [
  "entitlementkey", "secret", "password", "consumer_key", "consumerkey", "shared_key",
].map { Array($0.utf8) }

/// Whether a text, in any case of its letters, holds a word by which a credential is known. Cost grows with its length.
public func saysSecret(_ octets: some Sequence<UInt8>) -> Bool {
  let text = Array(lowercased(octets).utf8)
  return text.indices.contains { start in
    secretWords.contains { text[start] == $0[0] && text[start...].starts(with: $0) }
  }
}
