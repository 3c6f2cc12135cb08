public import People
public import Reports
public import Values

/// The identity of a defined report.
public typealias DefinedReportID = Identifier<DefinedReport>
/// The short name of a defined report, unique among those that hold.
public typealias DefinedReportCode = Code<DefinedReport>

/// A certification report that is drawn up again and again, over days as seen from the day on which it is run.
public struct DefinedReport: Sendable, Hashable {
  /// What is drawn up.
  public struct Request: Sendable, Hashable {
    public let audience: ReportAudience
    /// The party that it is made out to; nil for the directorate.
    public let party: PartyID?
    public let period: RelativePeriod
    public let timeZone: String
    public let language: LanguageTag
    /// The least number that is shown to who does not own the records.
    public let suppressedBelow: Int

    public init(
      audience: ReportAudience, party: PartyID?, period: RelativePeriod, timeZone: String,
      language: LanguageTag, suppressedBelow: Int
    ) {
      self.audience = audience
      self.party = party
      self.period = period
      self.timeZone = timeZone
      self.language = language
      self.suppressedBelow = suppressedBelow
    }
  }

  /// What becomes of it.
  public enum Delivery: Sendable, Hashable {
    /// It is issued: kept as it is handed out, and told of to webhooks.
    case issued
    /// A draft is written into a folder, by its absolute path.
    case file(folder: String, format: ReportFormat)
  }

  /// One run.
  public struct Run: Sendable, Hashable {
    public let at: Instant
    /// The days that the report is about, both of them included.
    public let from: Day
    public let to: Day
    public let cutOff: Instant
    public let outcome: Outcome

    public enum Outcome: Sendable, Hashable {
      case issued(ReportID)
      /// A file, or with comma-separated values a folder of files, and the SHA-256 of its octets.
      case written(path: String, digest: String)
    }

    public init(at: Instant, from: Day, to: Day, cutOff: Instant, outcome: Outcome) {
      self.at = at
      self.from = from
      self.to = to
      self.cutOff = cutOff
      self.outcome = outcome
    }
  }

  public let id: DefinedReportID
  public let code: DefinedReportCode
  public let request: Request
  public let delivery: Delivery
  public let definedAt: Instant
  /// When it was taken back; nil while it holds.
  public let endedAt: Instant?
  /// The run that came last; nil while there was none.
  public let lastRun: Run?

  public init(
    id: DefinedReportID, code: DefinedReportCode, request: Request, delivery: Delivery, definedAt: Instant,
    endedAt: Instant? = nil, lastRun: Run? = nil
  ) {
    self.id = id
    self.code = code
    self.request = request
    self.delivery = delivery
    self.definedAt = definedAt
    self.endedAt = endedAt
    self.lastRun = lastRun
  }
}
