import JSON
import ProgramDriver
import SQLite

/// Records for reports to count: a demonstration, and as many more like it as are wanted. The others are written into the
/// database beside the program, with persons and identifiers of their own and no history, for the program would take an
/// hour over a million.
struct ReportedHouse {
  let program: Program
  let enrolments: Int

  init(persons: Int, copies: Int, _ program: Program) throws {
    self.program = program
    let answer = try program.run(
      ["demo", "generate", "--members", "180", "--persons", String(persons), "--seed", "1", "--json"],
      patienceSeconds: 3600)
    guard answer.status == 0, let number = try answer.json.member(named: "enrolments")?.number,
      let own = Int(String(decoding: number.raw, as: UTF8.self))
    else { throw DriverError("demo generate: \(answer.messages) \(answer.text)") }
    enrolments = own * copies
    guard copies > 1 else { return }
    let connection = try Connection.openWriter(at: database, creatingIfMissing: false)
    for table in ReportedHouse.tables {
      try connection.run(script: try ReportedHouse.multiplication(of: table, copies, connection))
    }
  }

  var database: String { program.data + "/records.sqlite" }

  /// A table, the columns that name a person, an enrolment or a certificate, and what else tells a copy apart.
  private static let tables: [(name: String, identifiers: [String], others: [String: String])] = [
    ("person", ["id"], [:]),
    ("affiliation", ["id", "person"], [:]),
    ("enrolment", ["id", "person", "affiliation"], ["nomination": "NULL"]),
    ("enrolment_transition", ["enrolment"], [:]),
    (
      "certificate", ["id", "person", "enrolment", "replaces"],
      ["code": "randomblob(16)", "number": "own.number || '-' || copy_number"]
    ),
    ("certificate_transition", ["certificate"], [:]),
  ]

  /// Identifiers begin with the octet 01 for as long as they are made before 2039: a copy's begin with another.
  private static func multiplication(
    of table: (name: String, identifiers: [String], others: [String: String]), _ copies: Int,
    _ connection: Connection
  ) throws -> String {
    let columns = try connection.all("SELECT name FROM pragma_table_info(\(table.name)) ORDER BY cid") {
      try $0.text(0)
    }
    let values = columns.map { column in
      table.identifiers.contains(column)
        ? "CAST(copy_octet || substr(\(column), 2) AS BLOB)" : table.others[column] ?? column
    }
    let numbers = (2...copies).map { number in
      let digits = String(number, radix: 16)
      return "(\(number), x'\(digits.count < 2 ? "0" : "")\(digits)')"
    }
    return """
      CREATE TEMP TABLE copy AS SELECT column1 AS copy_number, column2 AS copy_octet FROM (VALUES \(numbers.joined(separator: ", ")));
      CREATE TEMP TABLE own AS SELECT * FROM \(table.name);
      INSERT INTO \(table.name) (\(columns.joined(separator: ", ")))
      SELECT \(values.joined(separator: ", ")) FROM copy, own ORDER BY copy_number;
      DROP TABLE own; DROP TABLE copy;
      """
  }
}
