public import ContentPackaging

// What is wrong with a line of statements.
extension FindingCode {
  static let statementLineMalformed = FindingCode(
    "statements.line.malformed", .error, "The line is no JSON text (RFC 8259).",
    fix: "Write one statement a line, without line breaks within it.")
  static let statementLineTooLong = FindingCode(
    "statements.line.too-long", .error, "The line has more octets than a statement may have.",
    fix: "Leave the statement out, or make it shorter.")
  static let statementUnusable = FindingCode(
    "statements.statement.unusable", .error, "The statement breaks a rule of xAPI, and is not stored.",
    fix: "Correct what the message names.")
  static let statementWithoutID = FindingCode(
    "statements.id.missing", .error,
    "The statement has no id. Without one it would be stored anew each time that it is imported.",
    fix: "Give each statement an id of its own, a UUID.")
  static let statementConflict = FindingCode(
    "statements.statement.conflict", .error,
    "A statement with this id is stored already, and says something else. Statements never change.",
    fix: "Where both are meant, give this one an id of its own.")

  /// Every code of this kind, for `registrar explain`.
  public static let statementImportCodes: [FindingCode] = [
    statementLineMalformed, statementLineTooLong, statementUnusable, statementWithoutID, statementConflict,
  ]
}
