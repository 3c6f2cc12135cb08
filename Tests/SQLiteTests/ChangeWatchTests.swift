import Testing

@testable import SQLite

@Suite("Changes that are watched, and rows as octets")
struct ChangeWatchTests {
  static let schema = """
    CREATE TABLE plain (id INTEGER PRIMARY KEY, text TEXT, bytes BLOB, number INTEGER) STRICT;
    CREATE TABLE pair (owner BLOB NOT NULL, path TEXT NOT NULL, note TEXT, PRIMARY KEY (owner, path)) STRICT, WITHOUT ROWID;
    CREATE TABLE turned (note TEXT, second INTEGER NOT NULL, first TEXT NOT NULL, PRIMARY KEY (first, second)) STRICT, WITHOUT ROWID;
    CREATE TABLE other (id INTEGER PRIMARY KEY) STRICT;
    """

  private func watched() throws -> (Connection, Workplace) {
    let place = try Workplace()
    let connection = try place.connection(Self.schema)
    try connection.watchChanges(of: connection.tableLayouts().filter { $0.name != "other" })
    return (connection, place)
  }

  private func rows(_ connection: Connection) throws -> [RowImage] {
    var rows: [RowImage] = []
    for table in try connection.tableLayouts() where table.name != "other" {
      try connection.eachRow(of: table) { rows.append($0) }
    }
    return rows
  }

  /// Each script begins with the tables as the one before left them.
  static let scripts: [(script: String, changed: [String])] = [
    ("INSERT INTO plain VALUES (7, 'é', x'00ff', -1), (8, NULL, NULL, NULL)", ["plain 7", "plain 8"]),
    (
      "INSERT INTO pair VALUES (x'000102030405060708090a0b0c0d0e0f', 'a/b~c', 'x'), (x'ff', '', NULL)",
      ["pair 00010203-0405-0607-0809-0a0b0c0d0e0f/a~1b~0c", "pair ff/"]
    ),
    ("INSERT INTO turned VALUES ('x', 2, 'one'), (NULL, -3, 'two')", ["turned one/2", "turned two/-3"]),
    ("INSERT INTO other VALUES (1)", []),
    ("UPDATE plain SET text = 'longer than it was' WHERE id = 7", ["plain 7"]),
    ("UPDATE pair SET note = 'y' WHERE path = ''", ["pair ff/"]),
    ("UPDATE turned SET note = NULL WHERE second = 2", ["turned one/2"]),
    ("UPDATE plain SET id = 9 WHERE id = 8", ["plain 8 gone", "plain 9"]),
    ("UPDATE turned SET second = 4 WHERE first = 'two'", ["turned two/-3 gone", "turned two/4"]),
    ("INSERT INTO plain (id, number) VALUES (7, 5) ON CONFLICT (id) DO UPDATE SET number = 6", ["plain 7"]),
    ("INSERT OR REPLACE INTO pair VALUES (x'ff', '', 'z')", ["pair ff/"]),
    ("INSERT OR IGNORE INTO pair VALUES (x'ff', '', 'other')", []),
    ("UPDATE plain SET number = 1 WHERE id = 7; UPDATE plain SET number = 2 WHERE id = 7", ["plain 7"]),
    ("INSERT INTO plain (id) VALUES (20); DELETE FROM plain WHERE id = 20", ["plain 20 gone"]),
    ("DELETE FROM turned", ["turned one/2 gone", "turned two/4 gone"]),
  ]

  @Test("every row that a change touches is told once, as the change left it")
  func told() throws {
    let (connection, place) = try watched()
    defer { withExtendedLifetime(place) {} }
    for (script, expected) in Self.scripts {
      try connection.run(script: script)
      let changed = connection.takeChangedRows()
      #expect(
        changed.map { "\($0.table) \($0.key)" + ($0.octets == nil ? " gone" : "") } == expected, "\(script)")
      let there = try rows(connection)
      for row in changed where row.octets != nil { #expect(there.contains(row), "\(script)") }
    }
    #expect(connection.takeChangedRows() == [], "each is taken once")
  }

  @Test("the octets of a row are its columns' names, kinds and values, those without a value left out")
  func octets() throws {
    let (connection, place) = try watched()
    defer { withExtendedLifetime(place) {} }
    try connection.run(script: "INSERT INTO plain VALUES (1, 'ab', NULL, -2)")
    let row = try #require(connection.takeChangedRows().first)
    let due: [[UInt8]] = [
      [0, 0, 0, 0, 0, 0, 0, 2], Array("idi".utf8), [0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 1],
      [0, 0, 0, 0, 0, 0, 0, 4], Array("textt".utf8), [0, 0, 0, 0, 0, 0, 0, 2], Array("ab".utf8),
      [0, 0, 0, 0, 0, 0, 0, 6], Array("numberi".utf8), [0, 0, 0, 0, 0, 0, 0, 8],
      [255, 255, 255, 255, 255, 255, 255, 254],
    ]
    #expect(row.octets == due.flatMap(\.self))
    try connection.run(script: "ALTER TABLE plain ADD COLUMN later TEXT")
    #expect(try rows(connection) == [row], "a column without values changes none")
  }

  @Test("what another connection changes is not told")
  func others() throws {
    let (connection, place) = try watched()
    let other = try Connection.openWriter(at: place.database)
    try other.run(script: "INSERT INTO plain (id) VALUES (1)")
    #expect(connection.takeChangedRows() == [])
  }
}
