/// One file of a zip archive, as the central directory and its own local header both describe it.
public struct ZipEntry: Hashable, Sendable {
  /// The path inside the archive: relative, `/` between the parts, safe to use below a folder.
  public let name: String
  /// The size of the content.
  public let sizeBytes: Int
  /// The size of the content as it stands in the archive.
  public let compressedBytes: Int
  /// The CRC-32 of the content.
  public let checksum: UInt32
  /// The byte of the archive where the entry's local header begins.
  public let offset: Int
  let dataOffset: Int
  let method: ZipMethod

  /// Whether the content stands in the archive as it is.
  public var isStored: Bool { method == .stored }
}

/// The ways to hold content that are read and written.
public enum ZipMethod: Int, Hashable, Sendable {
  case stored = 0
  case deflated = 8
}

/// What was put right, or looks odd, without being a reason to refuse.
public enum ZipNote: Hashable, Sendable {
  /// The name was written with `\` between its parts.
  case backslashes(entry: String)
  /// The name is no UTF-8 and was read as code page 437.
  case readAsCodePage437(entry: String)
  /// Bytes between the records that belong to none.
  case unclaimedBytes(offset: Int, count: Int)
}
