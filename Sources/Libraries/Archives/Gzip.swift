internal import CArchive

/// Octets compressed by themselves, as gzip does (RFC 1952).
public enum Gzip {
  /// The compressed octets; the same for the same octets, since no time is written.
  public static func compress(_ content: [UInt8]) throws -> [UInt8] {
    try Deflation.gzip(content)
  }

  /// The octets that were compressed.
  ///
  /// - Parameter limit: how many octets they may be at the most.
  /// - Throws: `ArchiveError` where it is no gzip, is damaged, or holds more.
  public static func decompress(_ content: [UInt8], limit: Int) throws -> [UInt8] {
    guard content.starts(with: [0x1F, 0x8B]) else { throw ArchiveError.notGzip }
    guard let archive = unsafe archive_read_new() else { throw ArchiveError.outOfMemory }
    defer { unsafe _ = archive_read_free(archive) }
    return try unsafe content.withUnsafeBytes { buffer in
      var entry: OpaquePointer?
      let isOpen =
        unsafe archive_read_support_format_raw(archive) == ARCHIVE_OK
        && archive_read_support_filter_gzip(archive) == ARCHIVE_OK
        && archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK
        && archive_read_next_header(archive, &entry) == ARCHIVE_OK
      guard isOpen else { throw unsafe ArchiveError(of: archive) }
      return try unsafe read(archive, limit: limit)
    }
  }

  private static func read(_ archive: OpaquePointer, limit: Int) throws -> [UInt8] {
    var octets: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = unsafe archive_read_data(archive, &room, room.count)
      guard count >= 0 else { throw unsafe ArchiveError(of: archive) }
      guard count > 0 else { return octets }
      guard octets.count + count <= limit else { throw ArchiveError.gzipOverLimit }
      octets += room.prefix(count)
    }
  }
}
