/// The offset at which a mark of ASCII characters first stands, from an offset on; nil where it does not.
func find(_ mark: String, in bytes: Span<UInt8>, from start: Int) -> Int? {
  guard let first = mark.utf8.first else { return nil }
  var offset = start
  while offset < bytes.count {
    if bytes[offset] == first, stands(mark, in: bytes, at: offset) { return offset }
    offset += 1
  }
  return nil
}

/// Whether a mark stands at an offset.
func stands(_ mark: String, in bytes: Span<UInt8>, at start: Int) -> Bool {
  guard start + mark.utf8.count <= bytes.count else { return false }
  var offset = start
  for octet in mark.utf8 {
    guard bytes[offset] == octet else { return false }
    offset += 1
  }
  return true
}
