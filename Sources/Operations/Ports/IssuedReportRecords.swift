public import People
public import Reports
public import Values

/// Reports that were issued.
public protocol IssuedReportRecords {
  func issuedReport(_ id: ReportID) throws -> IssuedReport?
  /// In the order in which they were issued, the latest first; those made out to one party where it is given.
  func issuedReports(to party: PartyID?, page: PageRequest) throws -> Page<IssuedReport>
  /// All that were issued for an audience, made out to a party or to none, in the order in which they were issued.
  func issuedReports(for audience: ReportAudience, to party: PartyID?) throws -> [IssuedReport]
}

/// What can be added to them.
public protocol WritableIssuedReportRecords {
  /// Adds a report. Nothing of it is ever changed.
  func insert(_ report: IssuedReport) throws
}
