internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func upload(_ id: UploadID) throws -> PartialUpload? {
    try connection.first(
      "SELECT id, owner, length_bytes, digest, expires_at FROM upload WHERE id = \(id)", decodeUpload)
  }

  func uploads(of owner: KeyID) throws -> [PartialUpload] {
    try connection.all(
      "SELECT id, owner, length_bytes, digest, expires_at FROM upload WHERE owner = \(owner) ORDER BY id",
      decodeUpload)
  }

  func knownUploads() throws -> Set<UploadID> {
    Set(try connection.all("SELECT id FROM upload") { try $0.identifier(0) })
  }

  private func decodeUpload(_ row: borrowing Row) throws -> PartialUpload {
    PartialUpload(
      id: try row.identifier(0), owner: try row.identifier(1), lengthBytes: try row.count(2),
      digest: try row.textOrNil(3), expiresAt: try row.instant(4))
  }
}

extension SQLiteWritableRecords {
  func insert(_ upload: PartialUpload) throws {
    try connection.run(
      """
      INSERT INTO upload (id, owner, length_bytes, digest, expires_at)
      VALUES (\(upload.id), \(upload.owner), \(upload.lengthBytes), \(upload.digest), \(upload.expiresAt))
      """)
  }

  func forgetUpload(_ id: UploadID) throws {
    try connection.run("DELETE FROM upload WHERE id = \(id)")
  }

  func forgetUploads(expiringBefore instant: Instant) throws {
    try connection.run("DELETE FROM upload WHERE expires_at < \(instant)")
  }
}
