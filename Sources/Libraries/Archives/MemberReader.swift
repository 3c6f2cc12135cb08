internal import CArchive

/// Inflates one member with libarchive, which is shown nothing but that member: a local header of our own
/// making, with the facts that were checked, and the member's bytes. So what libarchive would believe about
/// the rest of the archive does not matter, and reaching a member costs nothing for those before it.
enum MemberReader {
  static func forEachChunk(
    of entry: ZipEntry, in source: ZipSource, _ body: (Span<UInt8>) throws -> Void
  ) throws {
    let feed = MemberFeed(entry, source)
    try unsafe withReader { archive throws in
      let client = unsafe Unmanaged.passUnretained(feed).toOpaque()
      guard
        unsafe archive_read_open(archive, client, nil, readMemberFeed, nil) == ARCHIVE_OK,
        unsafe nextHeader(archive) == ARCHIVE_OK
      else { throw unsafe failure(archive, feed, entry) }
      var count = 0
      while let chunk = try unsafe nextChunk(archive, feed, entry) {
        count += chunk.count
        // libarchive checks this too; the promise to the caller should not rest on that.
        if count > entry.sizeBytes { throw corrupt(entry, "more bytes than its size") }
        try unsafe body(chunk.span)
      }
      if count != entry.sizeBytes {
        throw corrupt(entry, "\(count) bytes where \(entry.sizeBytes) are stated")
      }
    }
    withExtendedLifetime(feed) {}
  }

  private static func withReader(_ body: (OpaquePointer) throws -> Void) throws {
    guard let archive = unsafe archive_read_new() else { throw ArchiveError.outOfMemory }
    defer { unsafe _ = archive_read_free(archive) }
    guard unsafe archive_read_support_format_zip_streamable(archive) == ARCHIVE_OK else {
      throw unsafe ArchiveError(of: archive)
    }
    try unsafe body(archive)
  }

  private static func nextHeader(_ archive: OpaquePointer) -> Int32 {
    var header: OpaquePointer?
    return unsafe archive_read_next_header(archive, &header)
  }

  /// The next piece, valid until the next call; nil at the end.
  private static func nextChunk(
    _ archive: OpaquePointer, _ feed: MemberFeed, _ entry: ZipEntry
  ) throws -> UnsafeBufferPointer<UInt8>? {
    var start: UnsafeRawPointer?
    var count = 0
    var offset: Int64 = 0
    switch unsafe archive_read_data_block(archive, &start, &count, &offset) {
    case ARCHIVE_OK:
      return unsafe UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
    case ARCHIVE_EOF: return nil
    default: throw unsafe failure(archive, feed, entry)
    }
  }

  private static func failure(_ archive: OpaquePointer, _ feed: MemberFeed, _ entry: ZipEntry) -> any Error {
    feed.error ?? corrupt(entry, unsafe ArchiveError(of: archive).message)
  }

  private static func corrupt(_ entry: ZipEntry, _ message: String) -> ZipRefusal {
    ZipRefusal(.corruptData(message), at: entry.offset, entry: entry.name)
  }
}

/// The bytes that libarchive reads: a header, then the member in pieces. Used by one thread, for one member.
@safe private final class MemberFeed {
  private(set) var error: (any Error)?
  private let source: ZipSource
  private var offset: Int
  private let end: Int
  private var isBegun = false
  private let header: [UInt8]
  /// The piece that libarchive holds a pointer to until it asks for the next.
  private let piece: UnsafeMutableBufferPointer<UInt8>

  init(_ entry: ZipEntry, _ source: ZipSource) {
    self.source = source
    offset = entry.dataOffset
    end = entry.dataOffset + entry.compressedBytes
    header = ZipRecords.localHeader(
      name: [UInt8(ascii: "x")], flags: 0, method: entry.method, checksum: entry.checksum,
      compressedBytes: entry.compressedBytes, sizeBytes: entry.sizeBytes)
    unsafe piece = .allocate(capacity: max(header.count, min(65_536, entry.compressedBytes)))
  }

  deinit { unsafe piece.deallocate() }

  /// The next piece; an empty one is the end, nil a failure kept in `error`.
  func next() -> UnsafeBufferPointer<UInt8>? {
    do {
      let octets = try nextOctets()
      _ = unsafe piece.update(fromContentsOf: octets)
      return unsafe UnsafeBufferPointer(rebasing: piece[..<octets.count])
    } catch {
      self.error = error
      return nil
    }
  }

  private func nextOctets() throws -> [UInt8] {
    if !isBegun {
      isBegun = true
      return header
    }
    let octets = try source.octets(at: offset, count: min(unsafe piece.count, end - offset))
    offset += octets.count
    return octets
  }
}

/// libarchive's read callback: gives the length of the next piece, 0 at the end, -1 for a failure.
private func readMemberFeed(
  _ archive: OpaquePointer?, _ client: UnsafeMutableRawPointer?,
  _ buffer: UnsafeMutablePointer<UnsafeRawPointer?>?
) -> Int {
  guard let client = unsafe client, let buffer = unsafe buffer else { return -1 }
  let feed = unsafe Unmanaged<MemberFeed>.fromOpaque(client).takeUnretainedValue()
  guard let piece = unsafe feed.next() else { return -1 }
  unsafe buffer.pointee = UnsafeRawPointer(piece.baseAddress)
  return piece.count
}
