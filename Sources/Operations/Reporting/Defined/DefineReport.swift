public import People
public import Reports
public import Values

/// Defines a report that is to be drawn up again and again.
public struct DefineReport: Change {
  public static let right = Right.changeRecords

  public let code: DefinedReportCode
  public let audience: ReportAudience
  public let party: Reference<Party>?
  public let period: RelativePeriod
  public let timeZone: String
  public let language: LanguageTag
  public let suppressedBelow: Int
  public let delivery: DefinedReport.Delivery

  public init(
    code: DefinedReportCode, audience: ReportAudience, party: Reference<Party>?, period: RelativePeriod,
    timeZone: String, language: LanguageTag, suppressedBelow: Int = ReportParameters.usualThreshold,
    delivery: DefinedReport.Delivery
  ) {
    self.code = code
    self.audience = audience
    self.party = party
    self.period = period
    self.timeZone = timeZone
    self.language = language
    self.suppressedBelow = suppressedBelow
    self.delivery = delivery
  }

  public func carryOut(_ work: Work) throws -> DefinedReport {
    guard try work.records.definedReport(code) == nil else { throw AlreadyExists(.definedReport, code.text) }
    let party = try party.map { try work.records.party(named: $0) }
    try requireDrawable(for: party, work)
    if case .file(let folder, _) = delivery, !folder.hasPrefix("/") {
      throw UnusableValue(field: "folder", value: folder, expected: "an absolute path, which begins with /")
    }
    let report = DefinedReport(
      id: work.newIdentifier(), code: code,
      request: .init(
        audience: audience, party: party?.id, period: period, timeZone: timeZone, language: language,
        suppressedBelow: suppressedBelow),
      delivery: delivery, definedAt: work.now)
    try work.records.insert(report)
    try work.note(
      "report define", .definedReport, report.id.uuid,
      [
        FieldChange("code", from: nil, to: code.text),
        FieldChange("audience", from: nil, to: audience.rawValue),
        FieldChange("party", from: nil, to: party?.code.text),
        FieldChange("period", from: nil, to: period.rawValue),
        FieldChange("delivery", from: nil, to: delivery.words),
      ].filter { $0.after != nil })
    return report
  }

  /// What cannot be drawn up is refused when it is defined, and not at night when it is run.
  private func requireDrawable(for party: Party?, _ work: Work) throws {
    let today = try DaysOfZone(timeZone, work.calendar).day(of: work.now)
    guard let days = period.days(on: today) else { throw ReportParameters.Refusal.periodWithoutEnd }
    _ = try ReportParameters(
      audience: audience, party: party, period: days, timeZone: timeZone, cutOff: work.now,
      language: language, suppressedBelow: suppressedBelow)
  }
}

/// Takes a defined report back. What its runs left stays.
public struct EndDefinedReport: Change {
  public static let right = Right.changeRecords
  public static let name = "end defined report"

  public let report: Reference<DefinedReport>
  public let reason: String?

  public init(_ report: Reference<DefinedReport>, reason: String?) {
    self.report = report
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> DefinedReport {
    let report = try work.records.definedReport(named: report)
    guard report.endedAt == nil else { return report }
    try work.records.end(report.id, at: work.now)
    try work.note(
      "report undefine", .definedReport, report.id.uuid, reason: reason,
      [FieldChange("state", from: "defined", to: "ended")])
    return try work.records.definedReport(named: .id(report.id))
  }
}

/// The defined reports that hold, by code.
public struct ListDefinedReports: Inquiry {
  public static let right: Right? = .readRecords

  public let page: PageRequest

  public init(page: PageRequest = PageRequest()) {
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<DefinedReport> {
    try page.page(of: reading.records.definedReports()) { $0.code.folded }
  }
}

/// One defined report, with its last run.
public struct ShowDefinedReport: Inquiry {
  public static let right: Right? = .readRecords

  public let report: Reference<DefinedReport>

  public init(_ report: Reference<DefinedReport>) {
    self.report = report
  }

  public func answer(_ reading: Reading) throws -> DefinedReport {
    try reading.records.definedReport(named: report)
  }
}

extension DefinedReport.Delivery {
  /// `issued`, or the folder and the format.
  public var words: String {
    switch self {
    case .issued: "issued"
    case .file(let folder, let format): "\(format.rawValue) in \(folder)"
    }
  }
}

extension Records {
  func definedReport(named reference: Reference<DefinedReport>) throws -> DefinedReport {
    let found =
      switch reference {
      case .id(let id): try definedReport(id)
      case .code(let code): try definedReport(code)
      }
    guard let found else { throw NotFound(.definedReport, reference.description) }
    return found
  }
}
