internal import Values

/// How long to wait until something is tried again.
enum BackOff {
  /// The shortest wait after a failure, in milliseconds.
  static let first: Int64 = 2000
  /// The longest, in milliseconds.
  static let longest: Int64 = 15 * 60 * 1000

  /// Doubles with each failure in a row up to the longest, and is made shorter by up to a half by chance, so that many who
  /// wait do not come back together. Where the other side asks for longer, it gets that, up to the longest.
  ///
  /// - Parameters:
  ///   - failures: how many there were in a row, from 1.
  ///   - chance: any number, evenly spread.
  static func milliseconds(failures: Int, retryAfterSeconds: Int?, chance: UInt64) -> Int64 {
    let doubled = first << Int64(min(max(failures, 1) - 1, 20))
    let whole = min(doubled, longest)
    let wait = whole - Int64(chance % UInt64(whole / 2 + 1))
    let asked = Int64(min(max(retryAfterSeconds ?? 0, 0), Int(longest / 1000))) * 1000
    return max(wait, asked)
  }
}

extension Instant {
  /// The instant so many milliseconds later.
  func later(milliseconds: Int64) -> Instant {
    Instant(microseconds: microseconds + milliseconds * 1000)
  }
}
