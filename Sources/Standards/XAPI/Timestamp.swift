import Values

extension Instant {
  /// Reads a timestamp: RFC 3339, with a space for its `T` too (§5.6), and for xAPI 1.0.3, which only recommends that
  /// (Data 4.5), ISO 8601's basic form and the other forms of its zone: `+05`, `+0530`, and none at all, which is taken
  /// for UTC.
  ///
  /// Nil for anything else, so for offsets of minus zero, 24:00, second 60, the year 0 and times without seconds.
  init?(timestamp: ArraySlice<UInt8>, by version: XAPIVersion) {
    if let instant = Instant(utf8: timestamp) ?? Instant(spaced: timestamp) {
      self = instant
      return
    }
    guard version == .version1, let completed = withWholeZone(inExtendedForm(timestamp)) else { return nil }
    self.init(utf8: completed[...])
  }

  private init?(spaced timestamp: ArraySlice<UInt8>) {
    let separator = timestamp.startIndex + 10
    guard timestamp.count > 10, timestamp[separator] == UInt8(ascii: " ") else { return nil }
    self.init(utf8: (timestamp[..<separator] + "T".utf8 + timestamp[(separator + 1)...])[...])
  }
}

/// `20260301T120000` and what follows it as `2026-03-01T12:00:00` and that; anything else as it is.
private func inExtendedForm(_ timestamp: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let octets = Array(timestamp)
  guard octets.count >= 15, octets[8] | 0x20 == UInt8(ascii: "t"), octets[..<8].allSatisfy(isDigit),
    octets[9..<15].allSatisfy(isDigit)
  else { return timestamp }
  let day = octets[..<4] + "-".utf8 + octets[4..<6] + "-".utf8 + octets[6..<8]
  let time = octets[9..<11] + ":".utf8 + octets[11..<13] + ":".utf8 + octets[13..<15]
  return (Array(day) + "T".utf8 + time + octets[15...])[...]
}

/// A timestamp with its zone in the form of RFC 3339; nil where it is too short or has another form of zone.
private func withWholeZone(_ timestamp: ArraySlice<UInt8>) -> [UInt8]? {
  let behindSeconds = timestamp.dropFirst(19)
  let zone = behindSeconds.drop { isDigit($0) || $0 == UInt8(ascii: ".") }
  let time = Array(timestamp[..<zone.startIndex])
  switch zone.count {
  case 0 where time.count >= 19: return time + [UInt8(ascii: "Z")]
  case 1: return time + zone
  case 3: return time + zone + ":00".utf8
  case 5: return time + zone.prefix(3) + ":".utf8 + zone.suffix(2)
  case 6: return time + zone
  default: return nil
  }
}
