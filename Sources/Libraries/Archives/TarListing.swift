internal import CArchive

/// The names in a tar that is compressed with gzip, as far as its beginning tells: enough to say what it is. Nothing is
/// unpacked.
public enum TarListing {
  /// The most bytes that may be inflated on the way to the next header.
  private static let mostInflatedBytes = 256 << 20
  /// The most names that are listed.
  private static let mostNames = 20_000

  /// The names and sizes of the ordinary files in the order of the archive; none where it is no such tar.
  ///
  /// - Parameter start: the compressed file, or its first part.
  public static func files(inGzip start: [UInt8]) -> [(name: String, sizeBytes: Int)] {
    guard let archive = unsafe archive_read_new() else { return [] }
    defer { unsafe _ = archive_read_free(archive) }
    return unsafe start.withUnsafeBytes { octets in
      let isOpen =
        unsafe archive_read_support_filter_gzip(archive) == ARCHIVE_OK
        && archive_read_support_format_tar(archive) == ARCHIVE_OK
        && archive_read_open_memory(archive, octets.baseAddress, octets.count) == ARCHIVE_OK
      return isOpen ? unsafe list(archive) : []
    }
  }

  private static func list(_ archive: OpaquePointer) -> [(name: String, sizeBytes: Int)] {
    var files: [(name: String, sizeBytes: Int)] = []
    var room = mostInflatedBytes
    var entry: OpaquePointer?
    while files.count < mostNames, unsafe archive_read_next_header(archive, &entry) == ARCHIVE_OK {
      guard let found = unsafe entry, let name = unsafe archive_entry_pathname(found) else { break }
      let size = Int(unsafe archive_entry_size(found))
      let isFile = unsafe archive_entry_filetype(found) == 0o100000
      if isFile { files.append((unsafe String(cString: name), size)) }
      // Passing over an entry inflates it.
      guard (0...room).contains(size) else { break }
      room -= size
    }
    return files
  }
}
