/// One record of separated values: what a spreadsheet shows as a row.
public struct CSVRecord: Sendable, Hashable {
  /// The row's number as a spreadsheet counts it: from 1, empty rows included.
  public let number: Int
  /// The fields in their order, one at least.
  public let fields: [CSVField]

  /// Whether there is no text in any field: an empty line, or the separators that spreadsheets write of empty rows.
  public var isEmpty: Bool { fields.allSatisfy(\.text.isEmpty) }
}

/// One field of a record.
public struct CSVField: Sendable, Hashable {
  /// The text as it was meant: quotes taken off, doubled ones single, everything else as it stands.
  public let text: String
  /// Where the field begins; at its quote, where it has one.
  public let place: CSVPlace
}
