/// How a connection is opened.
public struct Settings: Sendable {
  /// How long a lock of another connection is waited for, in milliseconds.
  public var busyTimeoutMilliseconds: Int32 = 5_000
  /// A reader's memory for pages of the database, in KiB.
  public var cacheKiB = 4_096
  /// The writer's memory for pages of the database, in KiB: what it does not find there it reads again for each group.
  public var writerCacheKiB = 8_192
  /// How many prepared statements are kept.
  public var keptStatements = 256
  /// The number that marks the program's own databases (`PRAGMA application_id`); 0 marks and asks nothing.
  public var applicationID: Int32 = 0
  /// The size the write-ahead log is cut back to when it is begun anew, in bytes.
  public var logSizeLimitBytes = 67_108_864

  /// The settings that suit most databases.
  public init() {}
}
