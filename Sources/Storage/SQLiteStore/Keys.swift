internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func key(_ id: KeyID) throws -> AccessKey? {
    try connection.first(
      """
      SELECT id, name, scope, created_at, revoked_at, role, party, person, valid_from, valid_to FROM access_key
      WHERE id = \(id)
      """, decodeKey)
  }

  func secretDigest(of key: KeyID) throws -> [UInt8]? {
    try connection.first("SELECT secret_digest FROM access_key WHERE id = \(key)") { try $0.bytes(0) }
  }

  func keys() throws -> [AccessKey] {
    try connection.all(
      """
      SELECT id, name, scope, created_at, revoked_at, role, party, person, valid_from, valid_to FROM access_key
      ORDER BY created_at
      """, decodeKey)
  }

  private func decodeKey(_ row: borrowing Row) throws -> AccessKey {
    let role: Role? = try row.choiceOrNil(5)
    let held: HeldRole? =
      if let role {
        HeldRole(role: role, party: try row.identifierOrNil(6), person: try row.identifierOrNil(7))
      } else {
        nil
      }
    return AccessKey(
      id: try row.identifier(0), name: try row.text(1), scope: try row.choice(2), held: held,
      validity: row.isNull(8) ? nil : try row.days(8, 9), createdAt: try row.instant(3),
      revokedAt: try row.instantOrNil(4))
  }
}

extension SQLiteWritableRecords {
  func insert(_ key: AccessKey, secretDigest: [UInt8]) throws {
    try connection.run(
      """
      INSERT INTO access_key (id, name, scope, secret_digest, created_at, role, party, person, valid_from, valid_to)
      VALUES (\(key.id), \(key.name), \(key.scope.rawValue), \(secretDigest), \(key.createdAt),
        \(key.held?.role.rawValue), \(key.held?.party), \(key.held?.person), \(key.validity?.from),
        \(key.validity?.to))
      """)
  }

  func revoke(_ key: KeyID, at instant: Instant) throws {
    try connection.run(
      "UPDATE access_key SET revoked_at = \(instant) WHERE id = \(key) AND revoked_at IS NULL")
  }
}
