public import JSON
import Values

extension Statement {
  /// Checks the body of a request: one statement, or an array of them, in the order sent.
  ///
  /// All or nothing: the first rule broken by any refuses all, and so does an id that stands twice
  /// (xAPI 1.0.3 Communication 2.1.1 and 2.1.2). Pointers count from the body's root. Whether the contents of attachments
  /// came is asked by `checkAttachments`.
  public static func batch(
    validating body: JSONValue, by version: XAPIVersion
  ) throws(StatementViolation) -> [Statement] {
    guard let elements = body.elements else { return [try Statement(validating: body, by: version)] }
    var statements: [Statement] = []
    var ids: Set<UUID> = []
    for element in elements {
      let statement = try Statement(validating: element, by: version)
      if let id = statement.id, !ids.insert(id).inserted {
        throw element.breaks(.statementRepeated, "Two statements of one request must not have the same id.")
      }
      statements.append(statement)
    }
    return statements
  }
}
