import Values

extension Instant {
  /// Reads a timestamp: RFC 3339, and for xAPI 1.0.3, which only recommends that (Data 4.5), the other forms of
  /// ISO 8601's zone too: `+05`, `+0530`, and none at all, which is taken for UTC.
  ///
  /// Nil for anything else, so for offsets of minus zero, 24:00, second 60, the year 0 and times without seconds.
  init?(timestamp: ArraySlice<UInt8>, by version: XAPIVersion) {
    if let instant = Instant(utf8: timestamp) {
      self = instant
      return
    }
    guard version == .version1, let completed = withWholeZone(timestamp) else { return nil }
    self.init(utf8: completed[...])
  }
}

/// A timestamp with its zone in the form of RFC 3339; nil where it is too short or has another form of zone.
private func withWholeZone(_ timestamp: ArraySlice<UInt8>) -> [UInt8]? {
  let behindSeconds = timestamp.dropFirst(19)
  let zone = behindSeconds.drop { isDigit($0) || $0 == UInt8(ascii: ".") }
  let time = Array(timestamp[..<zone.startIndex])
  switch zone.count {
  case 0 where time.count >= 19: return time + [UInt8(ascii: "Z")]
  case 3: return time + zone + ":00".utf8
  case 5: return time + zone.prefix(3) + ":".utf8 + zone.suffix(2)
  default: return nil
  }
}
