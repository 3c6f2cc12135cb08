/// How much a zip file may hold before it is refused.
public struct ZipLimits: Hashable, Sendable {
  /// The most entries, folders counted.
  public var entries = 100_000
  /// The longest name, in octets of the file.
  public var nameBytes = 1024
  /// The most bytes that all entries together may inflate to.
  public var inflatedBytes = 4 << 30
  /// How many times its own size a zip file may inflate to; only looked at above `ratioFreeBytes`.
  public var ratio = 100
  /// What any zip file may inflate to, however small it is.
  public var ratioFreeBytes = 16 << 20
  /// The longest central directory, in bytes: it is read at once.
  public var directoryBytes = 64 << 20

  public init() {}
}
