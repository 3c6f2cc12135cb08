internal import CArchive

/// Content deflated by libarchive's gzip filter, without the filter's own header and trailer (RFC 1952 §2.3).
enum Deflation {
  static func deflate(_ content: [UInt8]) throws -> ArraySlice<UInt8> {
    let gzip = try gzip(content)
    // The filter writes no optional header fields: ten octets, the stream, checksum and size.
    guard gzip.count >= 18, gzip[3] == 0 else { throw ArchiveError.unexpectedGzip }
    return gzip[10..<gzip.count - 8]
  }

  /// The whole of what the filter writes, without a time.
  static func gzip(_ content: [UInt8]) throws -> [UInt8] {
    guard let archive = unsafe archive_write_new() else { throw ArchiveError.outOfMemory }
    defer { unsafe _ = archive_write_free(archive) }
    guard let entry = unsafe archive_entry_new() else { throw ArchiveError.outOfMemory }
    defer { unsafe archive_entry_free(entry) }
    unsafe archive_entry_set_filetype(entry, 0o100000)
    unsafe archive_entry_set_pathname(entry, "x")
    let sink = DeflationSink()
    let client = unsafe Unmanaged.passUnretained(sink).toOpaque()
    let isWritten =
      unsafe archive_write_set_format_raw(archive) == ARCHIVE_OK
      && archive_write_add_filter_gzip(archive) == ARCHIVE_OK
      && archive_write_set_filter_option(archive, "gzip", "timestamp", nil) == ARCHIVE_OK
      && archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK
      && archive_write_open(archive, client, nil, appendToDeflationSink, nil) == ARCHIVE_OK
      && archive_write_header(archive, entry) == ARCHIVE_OK
      && archive_write_data(archive, content, content.count) == content.count
      && archive_write_close(archive) == ARCHIVE_OK
    guard isWritten else { throw unsafe ArchiveError(of: archive) }
    return withExtendedLifetime(sink) { sink.octets }
  }
}

/// Takes what the filter writes. Used by one thread.
private final class DeflationSink {
  var octets: [UInt8] = []
}

/// libarchive's write callback: takes all of the bytes.
private func appendToDeflationSink(
  _ archive: OpaquePointer?, _ client: UnsafeMutableRawPointer?, _ buffer: UnsafeRawPointer?, _ count: Int
) -> Int {
  guard let client = unsafe client else { return -1 }
  let sink = unsafe Unmanaged<DeflationSink>.fromOpaque(client).takeUnretainedValue()
  unsafe sink.octets.append(contentsOf: UnsafeRawBufferPointer(start: buffer, count: count))
  return count
}
