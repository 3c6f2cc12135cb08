internal import CArchive

/// What libarchive itself could not do: memory ran out, or a call was refused.
public struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
  /// libarchive's error number (an `errno`, or one of its own); 0 where it gave none.
  public let number: Int32
  /// libarchive's words.
  public let message: String

  static let outOfMemory = ArchiveError(number: 0, message: "no memory for an archive")
  static let unexpectedGzip = ArchiveError(number: 0, message: "the gzip filter wrote another header")

  static let notGzip = ArchiveError(number: 0, message: "the octets are not compressed by gzip")
  static let gzipOverLimit = ArchiveError(number: 0, message: "more was compressed than is taken")

  static let contentChanged = ArchiveError(
    number: 0, message: "the content was another when it was read again")

  private init(number: Int32, message: String) {
    self.number = number
    self.message = message
  }

  /// The archive's last error.
  init(of archive: OpaquePointer) {
    number = unsafe archive_errno(archive)
    message = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "no reason given"
  }

  public var description: String { "libarchive: \(message)" }
}
