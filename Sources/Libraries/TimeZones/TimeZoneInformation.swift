extension TimeZone {
  /// The longest file that is taken for a time zone; the longest of the database has under 4,000 bytes.
  static let longestFile = 65_536

  /// Reads time zone information (TZif, RFC 9636) of version 1 to 4.
  public init(name: String, octets: [UInt8]) throws(TimeZoneError) {
    do {
      let content = try TimeZoneInformation(octets)
      self.init(name: name, history: content.history, rule: content.rule)
    } catch {
      throw .damaged(name: name, fault: error.fault, offset: error.offset)
    }
  }
}

/// What a file of the database says: the version 1 block with 32-bit instants is skipped where another follows.
private struct TimeZoneInformation {
  let history: [TimeZone.Period]
  let rule: YearlyRule?

  struct Damage: Error {
    let fault: TimeZoneError.Fault
    let offset: Int
  }

  init(_ octets: [UInt8]) throws(Damage) {
    if octets.count > TimeZone.longestFile { throw Damage(fault: .tooLong, offset: TimeZone.longestFile) }
    let first = try Block(octets, at: 0, instantBytes: 4)
    if first.version < UInt8(ascii: "2") {
      history = try first.history(octets)
      rule = nil
      return
    }
    let second = try Block(octets, at: first.end, instantBytes: 8)
    history = try second.history(octets)
    rule = try TimeZoneInformation.rule(octets, from: second.end)
  }

  /// The rule that stands between two line feeds at the end; none where nothing does (RFC 9636 §3.3).
  private static func rule(_ octets: [UInt8], from start: Int) throws(Damage) -> YearlyRule? {
    let lineFeed = UInt8(ascii: "\n")
    guard start < octets.count, octets[start] == lineFeed,
      let end = octets[(start + 1)...].firstIndex(of: lineFeed)
    else { throw Damage(fault: .cutShort, offset: octets.count) }
    if end == start + 1 { return nil }
    guard let rule = YearlyRule(octets[start + 1..<end]) else {
      throw Damage(fault: .rule, offset: start + 1)
    }
    return rule
  }
}

/// A header and the data it counts (RFC 9636 §3.1, §3.2).
private struct Block {
  let version: UInt8
  let end: Int
  private let start: Int
  private let instantBytes: Int
  private let instantCount, typeCount: Int

  typealias Damage = TimeZoneInformation.Damage

  init(_ octets: [UInt8], at offset: Int, instantBytes: Int) throws(Damage) {
    guard octets.count >= offset + 44 else { throw Damage(fault: .cutShort, offset: octets.count) }
    guard octets[offset..<offset + 4].elementsEqual("TZif".utf8) else {
      throw Damage(fault: .notTimeZoneInformation, offset: offset)
    }
    version = octets[offset + 4]
    let counts = (0..<6).map {
      Int(UInt32(truncatingIfNeeded: number(octets, at: offset + 20 + 4 * $0, count: 4)))
    }
    // In the file's order: UT/local indicators, standard/wall indicators, leap seconds, instants, types, octets
    // of names. They are at most 2^32 each, so that the sum cannot overflow.
    let (leaps, names) = (counts[2], counts[5])
    (instantCount, typeCount) = (counts[3], counts[4])
    self.instantBytes = instantBytes
    start = offset + 44
    end =
      start + instantCount * (instantBytes + 1) + typeCount * 6 + names + leaps * (instantBytes + 4)
      + counts[1] + counts[0]
    guard end <= octets.count else { throw Damage(fault: .cutShort, offset: octets.count) }
    guard leaps == 0 else { throw Damage(fault: .countsLeapSeconds, offset: offset + 28) }
    guard typeCount > 0 else { throw Damage(fault: .noType, offset: offset + 36) }
  }

  /// The periods: the first type before the first instant, then each instant's.
  func history(_ octets: [UInt8]) throws(Damage) -> [TimeZone.Period] {
    var history = [TimeZone.Period(start: .min, offset: try offset(ofType: 0, octets))]
    for turn in 0..<instantCount {
      let instant = number(octets, at: start + turn * instantBytes, count: instantBytes)
      let type = Int(octets[start + instantCount * instantBytes + turn])
      if turn > 0 && instant <= history[turn].start {
        throw Damage(fault: .unordered, offset: start + turn * instantBytes)
      }
      history.append(TimeZone.Period(start: instant, offset: try offset(ofType: type, octets)))
    }
    return history
  }

  private func offset(ofType type: Int, _ octets: [UInt8]) throws(Damage) -> Int {
    let types = start + instantCount * (instantBytes + 1)
    guard type < typeCount else { throw Damage(fault: .unknownType, offset: types) }
    let offset = number(octets, at: types + type * 6, count: 4)
    // The range of RFC 9636 §3.2.
    guard (-89_999...93_599).contains(offset) else {
      throw Damage(fault: .offsetOutOfRange, offset: types + type * 6)
    }
    return offset
  }
}

/// A big-endian number of four or eight octets, with its sign.
private func number(_ octets: [UInt8], at place: Int, count: Int) -> Int {
  let bits = octets[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  return count == 4 ? Int(Int32(truncatingIfNeeded: bits)) : bits
}
