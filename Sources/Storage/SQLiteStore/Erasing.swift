internal import Operations
internal import People
internal import SQLite
internal import Values

extension SQLiteWritableRecords {
  func erase(_ known: KnownAs, by erasure: Erasure) throws -> [String] {
    let pages = try connection.all(
      """
      SELECT DISTINCT digest FROM certificate_page
      WHERE certificate IN (SELECT id FROM certificate WHERE person = \(known.person))
      """
    ) { try $0.text(0) }
    try connection.changeLawfully {
      try eraseParticulars(of: known.person)
      try eraseCertificates(of: known.person)
      try eraseTexts(about: known.person)
      try eraseHistory(of: known)
      try eraseKeyNames(of: known.person)
      try connection.run(
        """
        INSERT INTO person_erasure (person, at, actor, reason)
        VALUES (\(erasure.person), \(erasure.at), \(erasure.actor), \(erasure.reason))
        """)
    }
    try eraseKeptBeside(known)
    return pages
  }

  private func eraseParticulars(of person: PersonID) throws {
    let changes: [Query] = [
      "UPDATE person SET name = \(Erasure.placeholder) WHERE id = \(person)",
      "DELETE FROM former_name WHERE person = \(person)",
      "DELETE FROM person_mailbox WHERE person = \(person)",
      "DELETE FROM person_source WHERE person = \(person)",
      "UPDATE affiliation SET unit = '', post = '' WHERE person = \(person)",
      "UPDATE evaluation_answer SET source = NULL WHERE respondent = \(person)",
    ]
    for change in changes { try connection.run(change) }
  }

  /// The place of a credential in a list of states is never given to another, and stays.
  private func eraseCertificates(of person: PersonID) throws {
    let own: Query = "(SELECT id FROM certificate WHERE person = \(person))"
    let changes: [Query] = [
      "DELETE FROM certificate_page WHERE certificate IN \(own)",
      "DELETE FROM signed_credential WHERE certificate IN \(own)",
      "DELETE FROM unsigned_certificate WHERE certificate IN \(own)",
      "UPDATE certificate SET holder = \(Erasure.placeholder) WHERE person = \(person)",
    ]
    for change in changes { try connection.run(change) }
  }

  /// What is no record: documents, answers kept for a day, what jobs told. An answer that told of the person says only that
  /// it went, so that its request is not carried out again.
  private func eraseKeptBeside(_ known: KnownAs) throws {
    for agent in known.agents { try connection.run("DELETE FROM document WHERE agent = \(agent)") }
    let told = known.words.filter(TellingWords.tells) + [known.person.description]
    let erased = Array(#"{"erased": true}"#.utf8)
    for word in told {
      try connection.run(
        "UPDATE kept_answer SET body = \(erased) WHERE instr(lower(CAST(body AS TEXT)), lower(\(word)))")
      try connection.run(
        "UPDATE job SET body = \(erased) WHERE instr(lower(CAST(body AS TEXT)), lower(\(word)))")
    }
  }

  func rewrite(_ texts: [RewrittenStatement]) throws -> [String] {
    guard let first = texts.first?.stored else { return [] }
    var files: [String] = []
    try connection.changeLawfully {
      try connection.resealStatements(from: first) {
        for text in texts { files += try rewrite(text) }
      }
    }
    return files
  }

  /// The digests of the files that came with it and went.
  private func rewrite(_ text: RewrittenStatement) throws -> [String] {
    try connection.run("UPDATE statement SET body = \(text.bytes) WHERE stored = \(text.stored)")
    try connection.run("UPDATE set_aside_statement SET reason = 'erased' WHERE statement = \(text.stored)")
    let gone = try attachments(ofStatementAt: text.stored).filter { !text.attachments.contains($0.sha2) }
    for attachment in gone {
      try connection.run(
        "DELETE FROM attachment WHERE statement = \(text.stored) AND sha2 = \(attachment.sha2)")
    }
    return gone.map(\.digest)
  }

  func replaceTerm(_ term: Int64, by other: Int64) throws {
    try connection.run("UPDATE OR REPLACE statement_term SET term = \(other) WHERE term = \(term)")
  }

  func setTerms(_ terms: Set<Int64>, ofStatementAt stored: Instant) throws {
    let found = Set(
      try connection.all("SELECT term FROM statement_term WHERE stored = \(stored)") { try $0.integer(0) })
    for term in found.subtracting(terms) {
      try connection.run("DELETE FROM statement_term WHERE term = \(term) AND stored = \(stored)")
    }
    try add(terms.subtracting(found).sorted(), toStatementAt: stored)
  }
}
