internal import JSON
internal import Operations
internal import People
internal import SQLite
internal import Values

/// Of the history, what tells who a person is: the values of fields that name, reasons, and the names of the person's keys.
/// Of entries about others, and of what is no record, only whole names and addresses.
extension SQLiteWritableRecords {
  /// Fields whose values tell who it is.
  private static let telling: Set<String> = ["name", "source"]

  func eraseHistory(of known: KnownAs) throws {
    let words = TellingWords(known.words)
    let own = try connection.all(
      """
      SELECT sequence, reason, changes FROM history
      WHERE person = \(known.person) OR object = \(known.person) ORDER BY sequence
      """, decodeTold)
    for entry in own {
      try rewrite(
        entry, reason: entry.reason.map { _ in Erasure.textPlaceholder },
        changes: try erased(entry.changes, words, isOwn: true))
    }
    for word in known.words where TellingWords.tells(word) { try eraseElsewhere(word, words, known.person) }
  }

  /// Entries about nobody and about others that hold a word. One about somebody who bears it as a name stays.
  private func eraseElsewhere(_ word: String, _ words: TellingWords, _ person: PersonID) throws {
    var quoted = JSONWriter()
    quoted.string(word)
    let inside = String(quoted.text.dropFirst().dropLast())
    let entries = try connection.all(
      """
      SELECT sequence, reason, changes FROM history
      WHERE (person IS NULL OR person <> \(person) AND NOT EXISTS (
          SELECT 1 FROM person AS other WHERE other.id = history.person AND instr(lower(other.name), lower(\(word)))))
        AND (instr(lower(changes), lower(\(inside))) OR instr(lower(reason), lower(\(word))))
      ORDER BY sequence
      """, decodeTold)
    for entry in entries {
      try rewrite(
        entry, reason: entry.reason.map(words.removed),
        changes: try erased(entry.changes, words, isOwn: false))
    }
  }

  private typealias Told = (sequence: Int, reason: String?, changes: String)

  private func decodeTold(_ row: borrowing Row) throws -> Told {
    (try row.count(0), try row.textOrNil(1), try row.text(2))
  }

  private func rewrite(_ entry: Told, reason: String?, changes: String) throws {
    guard reason != entry.reason || changes != entry.changes else { return }
    try connection.run(
      "UPDATE history SET reason = \(reason), changes = \(changes) WHERE sequence = \(entry.sequence)")
  }

  /// The changes of an entry without what tells who it is; all else as it stands.
  private func erased(_ changes: String, _ words: TellingWords, isOwn: Bool) throws -> String {
    let document = try JSONDocument(Array(changes.utf8))
    var writer = JSONWriter()
    writer.array(document.root.elements.map(Array.init) ?? []) { array, change in
      let tells = isOwn && change["field"]?.string.map(SQLiteWritableRecords.telling.contains) ?? false
      array.object { object in
        for member in change.members.map(Array.init) ?? [] {
          guard let text = member.value.string, member.name.string != "field" else {
            object.member(member)
            continue
          }
          object.member(member.name.string, tells ? Erasure.textPlaceholder : words.removed(from: text))
        }
      }
    }
    return writer.text
  }

  /// The names of the person's keys, wherever an actor is named by one.
  func eraseKeyNames(of person: PersonID) throws {
    let labels = try connection.all(
      "SELECT DISTINCT 'key ' || name FROM access_key WHERE person = \(person) AND name <> 'erased'"
    ) { try $0.text(0) }
    for label in labels {
      let changes: [Query] = [
        "UPDATE history SET actor = 'key erased' WHERE actor = \(label)",
        "UPDATE person_erasure SET actor = 'key erased' WHERE actor = \(label)",
        "UPDATE issued_report SET issued_by = 'key erased' WHERE issued_by = \(label)",
        "UPDATE refused_attempt SET actor = 'key erased' WHERE actor = \(label)",
        "UPDATE document SET changed_by = 'key erased' WHERE changed_by = \(label)",
      ]
      for change in changes { try connection.run(change) }
    }
    try connection.run("UPDATE access_key SET name = 'erased' WHERE person = \(person)")
  }
}
