internal import Certification
internal import Cryptography
internal import OpenBadges
internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func credentialKeys() throws -> [CredentialKey] {
    try connection.all("SELECT id, public_key, made_at, retired_at FROM credential_key ORDER BY made_at, id")
    {
      guard let key = PublicKey(octets: try $0.bytes(1)) else {
        throw StoredValueUnreadable(what: "a public key", value: "\(try $0.bytes(1).count) octets")
      }
      return CredentialKey(
        id: try $0.identifier(0), publicKey: key, madeAt: try $0.instant(2),
        retiredAt: try $0.instantOrNil(3))
    }
  }

  func openStatusList() throws -> StatusListID? {
    try connection.first("SELECT id FROM status_list WHERE closed_at IS NULL") { try $0.identifier(0) }
  }

  func statusLists() throws -> [StatusListID] {
    try connection.all("SELECT id FROM status_list ORDER BY made_at, id") { try $0.identifier(0) }
  }

  func takenPlaces(in list: StatusListID) throws -> Int {
    try connection.first("SELECT count(*) FROM status_place WHERE list = \(list)") { try $0.count(0) } ?? 0
  }

  func isTaken(_ position: Int, in list: StatusListID) throws -> Bool {
    try connection.first("SELECT 1 FROM status_place WHERE list = \(list) AND position = \(position)") { _ in
      true
    } ?? false
  }

  func statusPlace(of certificate: CertificateID) throws -> TakenPlace? {
    try connection.first("SELECT list, position FROM status_place WHERE certificate = \(certificate)") {
      TakenPlace(certificate: certificate, list: try $0.identifier(0), position: try $0.count(1))
    }
  }

  func positions(in list: StatusListID, of states: Set<CertificateState>) throws -> [Int] {
    var positions: [Int] = []
    for state in states {
      // The condition on states spelt out is that of the index of certificates that were taken back.
      positions += try connection.all(
        """
        SELECT status_place.position FROM certificate
        JOIN status_place ON status_place.certificate = certificate.id AND status_place.list = \(list)
        WHERE certificate.state = \(state.rawValue)
          AND certificate.state IN ('suspended', 'revoked', 'replaced')
        """
      ) { try $0.count(0) }
    }
    return positions.sorted()
  }

  func signedCredential(of certificate: CertificateID) throws -> SignedCredential? {
    try connection.first(
      "SELECT key, token, signed_at FROM signed_credential WHERE certificate = \(certificate)"
    ) {
      SignedCredential(
        certificate: certificate, key: try $0.identifier(0), token: try $0.text(1),
        signedAt: try $0.instant(2))
    }
  }

  func certificatePages(of certificate: CertificateID) throws -> [CertificatePage] {
    try connection.all(
      "SELECT language, digest FROM certificate_page WHERE certificate = \(certificate) ORDER BY language"
    ) { CertificatePage(language: try $0.text(0), digest: try $0.text(1)) }
  }

  func unsignedCertificates(after certificate: CertificateID?, limit: Int) throws -> [CertificateID] {
    let after: CertificateID = certificate ?? Identifier(UUID(high: 0, low: 0))
    return try connection.all(
      """
      SELECT certificate FROM unsigned_certificate WHERE certificate > \(after)
      ORDER BY certificate LIMIT \(limit)
      """
    ) { try $0.identifier(0) }
  }
}

extension SQLiteWritableRecords {
  func enter(_ key: CredentialKey) throws {
    try connection.run("UPDATE credential_key SET retired_at = \(key.madeAt) WHERE retired_at IS NULL")
    try connection.run(
      """
      INSERT INTO credential_key (id, public_key, made_at)
      VALUES (\(key.id), \(key.publicKey.octets), \(key.madeAt))
      """)
  }

  func openStatusList(_ list: StatusListID, at instant: Instant) throws {
    try connection.run("INSERT INTO status_list (id, made_at) VALUES (\(list), \(instant))")
  }

  func closeStatusList(at instant: Instant) throws {
    try connection.run("UPDATE status_list SET closed_at = \(instant) WHERE closed_at IS NULL")
  }

  func take(_ place: TakenPlace, at instant: Instant) throws {
    try connection.run(
      """
      INSERT INTO status_place (certificate, list, position, taken_at)
      VALUES (\(place.certificate), \(place.list), \(place.position), \(instant))
      """)
  }

  func insert(_ credential: SignedCredential, pages: [CertificatePage]) throws {
    try connection.run(
      """
      INSERT INTO signed_credential (certificate, key, token, signed_at)
      VALUES (\(credential.certificate), \(credential.key), \(credential.token), \(credential.signedAt))
      """)
    for page in pages {
      try connection.run(
        """
        INSERT INTO certificate_page (certificate, language, digest)
        VALUES (\(credential.certificate), \(page.language), \(page.digest))
        """)
    }
    try connection.run("DELETE FROM unsigned_certificate WHERE certificate = \(credential.certificate)")
  }
}
