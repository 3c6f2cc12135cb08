public import Values

/// Reports that are drawn up again and again.
public protocol DefinedReportRecords {
  /// Those that hold, by code.
  func definedReports() throws -> [DefinedReport]
  func definedReport(_ id: DefinedReportID) throws -> DefinedReport?
  /// The one that holds under a code.
  func definedReport(_ code: DefinedReportCode) throws -> DefinedReport?
}

/// What can be added to them.
public protocol WritableDefinedReportRecords {
  func insert(_ report: DefinedReport) throws
  func end(_ report: DefinedReportID, at instant: Instant) throws
  func append(_ run: DefinedReport.Run, of report: DefinedReportID) throws
}
