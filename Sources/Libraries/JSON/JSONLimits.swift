/// What a sender may make us keep: each limit is the greatest value still accepted.
public struct JSONLimits: Sendable, Hashable {
  /// Containers within containers, the outermost counted as one; 1 to 512.
  public let depth: Int
  /// Octets of the whole text; at most 2^28 − 1.
  public let sizeBytes: Int
  /// Values in the whole text, containers included and member names not.
  public let values: Int

  /// The limits of an ordinary request: 64 levels, 16 MiB, a million values.
  public static let standard = JSONLimits()

  /// Limits outside their ranges are drawn to the nearest permitted value.
  public init(depth: Int = 64, sizeBytes: Int = 16 << 20, values: Int = 1_000_000) {
    self.depth = min(max(depth, 1), 512)
    self.sizeBytes = min(max(sizeBytes, 1), Node.greatestSpan)
    self.values = max(values, 1)
  }
}
