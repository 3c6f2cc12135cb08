public import Reports
public import Values

/// What is given to each assessor, and what each assessed on some days. It is the Secretariat's, which shares out the work.
public struct ReportAssessors: Inquiry {
  public static let right: Right? = .readReports
  public static let looksBack = true

  public let period: DayRange
  /// The instant that the records are looked at as of; the present where nil.
  public let cutOff: Instant?
  public let language: LanguageTag

  public init(period: DayRange, cutOff: Instant?, language: LanguageTag) {
    self.period = period
    self.cutOff = cutOff
    self.language = language
  }

  public func answer(_ reading: Reading) throws -> ListReport {
    guard reading.grant.reach == .everything else { throw BeyondOwn.draftOfOthers }
    let days = try period.closed()
    let setting = try reading.setting(days: days, cutOff: cutOff, language: language)
    return .assessors(try reading.records.assessorLoads(on: days, asOf: setting.cutOff), setting)
  }
}
