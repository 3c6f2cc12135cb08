/// Whether two texts are the same, octet by octet. `==`, asked first because it is fast, also takes texts for equal
/// that Unicode calls equivalent.
func haveSameOctets(_ one: String, _ other: String) -> Bool {
  one == other && one.utf8.elementsEqual(other.utf8)
}

extension Hasher {
  /// Feeds a text's octets; the text's own hash is that of its normal form.
  mutating func combine(octetsOf text: String) {
    let octets = text.utf8Span.span
    unsafe octets.withUnsafeBytes { unsafe combine(bytes: $0) }
    combine(octets.count)
  }
}
