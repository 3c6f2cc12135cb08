public import ContentPackaging

/// What a roster amounts to: its entries, or why it is refused.
public struct RosterReading: Sendable, Hashable {
  /// Nil where the roster as a whole cannot be used; where only some entries cannot, those that can.
  public let document: RosterDocument?
  /// All that was found, in the roster's order.
  public let findings: [Finding]

  public init(document: RosterDocument?, findings: [Finding]) {
    self.document = document
    self.findings = findings
  }
}

// What a roster can say wrong, as a table or as XML. What its entries say wrong of the records is found by operations.
extension FindingCode {
  public static let rosterUnreadable = FindingCode(
    "roster.unreadable", .error, "The file is neither a table of separated values nor XML that can be read.",
    fix: "Correct the file at the place named; save a spreadsheet as “CSV UTF-8”.")
  public static let rosterEntriesMissing = FindingCode(
    "roster.entries.missing", .error, "The roster holds nobody.", fix: "Add a row, or a person element.")
  public static let rosterTooLong = FindingCode(
    "roster.too-long", .error, "A roster holds 100,000 entries at the most.", fix: "Part it into several.")
  public static let rosterColumnUnknown = FindingCode(
    "roster.column.unknown", .error,
    "A column of this name means nothing in a roster: it may be misspelt, and what it says would be lost.",
    fix: "Correct the heading, or take the column out.")
  public static let rosterColumnRepeated = FindingCode(
    "roster.column.repeated", .error, "Two columns have the same heading.", fix: "Keep one of them.")
  public static let rosterColumnMissing = FindingCode(
    "roster.column.missing", .error, "A column that every roster needs is absent.", fix: "Add the column.")
  public static let rosterRowShort = FindingCode(
    "roster.row.short", .error, "A row has fewer fields than there are headings.",
    fix: "Add the missing separators: fields may be empty, but not left out.")
  public static let rosterRowLong = FindingCode(
    "roster.row.long", .error, "A row has more fields than there are headings.",
    fix: "Put fields that hold a separator into quotes, or take the surplus out.")
  public static let rosterCellMissing = FindingCode(
    "roster.cell.missing", .error, "A value that the entry needs is absent.", fix: "Fill it in.")
  public static let rosterCellUnusable = FindingCode(
    "roster.cell.unusable", .error, "A value is none of those it may be.",
    fix: "Write one of the values that the message names.")
  public static let rosterEntryRepeated = FindingCode(
    "roster.entry.repeated", .warning, "An entry says what an earlier one says already.",
    fix: "Take one of them out, where it was meant to say something else.")
  public static let rosterEntriesDiffer = FindingCode(
    "roster.entries.differ", .error,
    "Two entries have the same source identifier and differ in name, sex or language: they are not one person, or one "
      + "of them is wrong.",
    fix: "Correct the identifier or what differs.")

  static let rosterCodes: [FindingCode] = [
    rosterEntriesMissing, rosterTooLong, rosterColumnUnknown, rosterColumnRepeated, rosterColumnMissing,
    rosterRowShort, rosterRowLong, rosterCellMissing, rosterCellUnusable, rosterEntryRepeated,
    rosterEntriesDiffer,
  ]
}

extension RosterDocument {
  /// How many entries a roster may have.
  public static let mostEntries = 100_000
}
