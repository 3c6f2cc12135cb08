/// How much of everything a file of separated values may hold.
public struct CSVLimits: Sendable, Hashable {
  /// Bytes of the file.
  public var fileBytes: Int
  /// Bytes of one field, its quotes included.
  public var fieldBytes: Int
  /// Fields of one record.
  public var fields: Int
  /// Records, empty ones and that of the headings included.
  public var records: Int

  /// Limits for one kind of file; what is not given is as in `standard`.
  public init(
    fileBytes: Int = 32 * 1024 * 1024, fieldBytes: Int = 64 * 1024, fields: Int = 256,
    records: Int = 1_000_000
  ) {
    self.fileBytes = fileBytes
    self.fieldBytes = fieldBytes
    self.fields = fields
    self.records = records
  }

  /// 32 MiB, fields of 64 KiB, 256 fields a record, 1,000,000 records.
  public static let standard = CSVLimits()
}
