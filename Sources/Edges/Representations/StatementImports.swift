internal import ContentPackaging
public import JSON
public import Operations

extension StatementImportReport: Representable {
  /// Counts of lines, and what is wrong with which.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("dryRun", isDryRun)
      json.member("lines", lines)
      json.member("stored", stored)
      json.member("alreadyStored", alreadyStored)
      json.member("conflicts", conflicts)
      json.member("refused", refused)
      json.member("findings", each: findings)
    }
  }
}

extension StatementImportReport: Described {
  public static let schema = Schema.named(
    "StatementImportReport",
    .object([
      .init("dryRun", .truth), .init("lines", .count, "How many lines held something."),
      .init("stored", .count, "How many statements were, or would be, stored."),
      .init("alreadyStored", .count, "How many were there already and say the same."),
      .init("conflicts", .count, "How many have the id of another statement that is stored."),
      .init("refused", .count, "How many lines hold no statement that can be stored."),
      .init("findings", .list(of: Finding.schema), "What is wrong with which line, 1,000 at the most."),
    ]))
}
