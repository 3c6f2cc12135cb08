public import Values

/// Uploads in parts.
public protocol UploadRecords {
  func upload(_ id: UploadID) throws -> PartialUpload?
  /// The uploads of a key, in the order they were begun.
  func uploads(of owner: KeyID) throws -> [PartialUpload]
  func knownUploads() throws -> Set<UploadID>
}

/// What can be added to uploads, and forgotten of them.
public protocol WritableUploadRecords {
  func insert(_ upload: PartialUpload) throws
  func forgetUpload(_ id: UploadID) throws
  func forgetUploads(expiringBefore instant: Instant) throws
}
