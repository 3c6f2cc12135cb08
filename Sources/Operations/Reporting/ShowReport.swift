public import People
internal import Reports
public import Values

/// An issued report. Who does not reach everything has those that are made out to the own party.
public struct ShowReport: Inquiry {
  public static let right: Right? = .readReports

  public let report: ReportID

  public init(_ report: ReportID) {
    self.report = report
  }

  public func answer(_ reading: Reading) throws -> IssuedReport {
    let notFound = NotFound(.report, report.description)
    guard let found = try reading.records.issuedReport(report) else { throw notFound }
    let isOwn = found.request.party.map { $0 == reading.grant.party } ?? false
    guard isOwn || reading.grant.reach == .everything else { throw OutOfReach(notFound: notFound) }
    return found
  }
}

/// The issued reports, the latest first. Who does not reach everything has those that are made out to the own party.
public struct ListReports: Inquiry {
  public static let right: Right? = .readReports

  /// Those made out to one party; all within reach where nil.
  public let party: Reference<Party>?
  public let page: PageRequest

  public init(party: Reference<Party>? = nil, page: PageRequest = PageRequest()) {
    self.party = party
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<IssuedReport> {
    let asked = try party.map { try reading.records.party(named: $0).id }
    guard reading.grant.reach != .everything else {
      return try reading.records.issuedReports(to: asked, page: page)
    }
    guard let own = reading.grant.party, asked ?? own == own else { return Page(items: [], next: nil) }
    return try reading.records.issuedReports(to: own, page: page)
  }
}
