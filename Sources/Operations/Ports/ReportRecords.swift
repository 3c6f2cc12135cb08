public import Reports
public import Values

/// The records as they stood at an instant, in the form that reports count.
///
/// Each method hands out what it finds one by one, so that a report over any number of records needs no list of them.
/// `dayOf` says which day an instant lies in, in the report's zone.
public protocol ReportRecords {
  func eachEnrolment(
    asOf cutOff: Instant, dayOf: (Instant) throws -> Day, _ body: (EnrolmentFact) throws -> Void) throws
  func eachCertificate(
    asOf cutOff: Instant, dayOf: (Instant) throws -> Day, _ body: (CertificateFact) throws -> Void) throws
  /// The items of every edition in their order, with the course versions that are mapped to them.
  func coverage(asOf cutOff: Instant) throws -> [CoverageFact]
}
