public import People
public import Reports
public import Values

/// The identity of an issued report.
public typealias ReportID = Identifier<IssuedReport>

/// A report that was issued: what it was asked for, and every document as it was handed out. It is never altered; a
/// correction is a report of its own, which takes its place.
public struct IssuedReport: Sendable, Hashable {
  /// What the report was asked for.
  public struct Request: Sendable, Hashable {
    public let audience: ReportAudience
    /// The party that it is made out to; nil for the directorate.
    public let party: PartyID?
    /// The days that it is about, both of them included.
    public let from: Day
    public let to: Day
    public let timeZone: String
    public let cutOff: Instant
    public let language: LanguageTag
    /// The least number that was shown, where anything was suppressed.
    public let suppressedBelow: Int

    public init(
      audience: ReportAudience, party: PartyID?, from: Day, to: Day, timeZone: String, cutOff: Instant,
      language: LanguageTag, suppressedBelow: Int
    ) {
      self.audience = audience
      self.party = party
      self.from = from
      self.to = to
      self.timeZone = timeZone
      self.cutOff = cutOff
      self.language = language
      self.suppressedBelow = suppressedBelow
    }

    /// Whether the two together would undo the suppression in either: they share days, and are not the same figures in
    /// another language. Days of two zones are a day apart at most.
    func tellsPeopleApart(beside other: Request) -> Bool {
      guard !audience.ownsRecords else { return false }
      let isApart = to < other.from || other.to < from
      guard isApart else {
        return from != other.from || to != other.to || timeZone != other.timeZone || cutOff != other.cutOff
          || suppressedBelow != other.suppressedBelow
      }
      guard timeZone != other.timeZone else { return false }
      return to.adding(days: 1) == other.from || other.to.adding(days: 1) == from
    }

    /// Whether another request asks for the same report in another language, as of whatever instant, and the reader is
    /// one who could tell people from the two.
    func isTwin(of other: Request) -> Bool {
      !audience.ownsRecords && audience == other.audience && party == other.party && from == other.from
        && to == other.to && timeZone == other.timeZone && language != other.language
    }

    /// Whether another request asks for the same report, as of whatever instant.
    func isOfSameReport(as other: Request) -> Bool {
      audience == other.audience && party == other.party && from == other.from && to == other.to
        && timeZone == other.timeZone && language == other.language
    }
  }

  /// A document of the report, kept as a file.
  public struct Document: Sendable, Hashable {
    /// The file's name, unique within the report.
    public let name: String
    public let format: ReportFormat
    /// The SHA-256 that it is kept under.
    public let digest: String
    public let sizeBytes: Int

    public init(name: String, format: ReportFormat, digest: String, sizeBytes: Int) {
      self.name = name
      self.format = format
      self.digest = digest
      self.sizeBytes = sizeBytes
    }
  }

  public let id: ReportID
  public let request: Request
  /// What it says of itself: its version, and what it corrects.
  public let issue: ReportIssue
  /// The report that took its place; nil while none did.
  public let correctedBy: ReportID?
  /// Who issued it, as in the history.
  public let issuedBy: String
  /// The version of the report's definitions and formats that it follows.
  public let definitions: String
  /// What was handed out, in the order of the formats.
  public let documents: [Document]

  public init(
    id: ReportID, request: Request, issue: ReportIssue, correctedBy: ReportID?, issuedBy: String,
    definitions: String, documents: [Document]
  ) {
    self.id = id
    self.request = request
    self.issue = issue
    self.correctedBy = correctedBy
    self.issuedBy = issuedBy
    self.definitions = definitions
    self.documents = documents
  }

  /// The document of a name; throws `NotFound` where the report has none such.
  public func document(named name: String) throws -> Document {
    guard let found = documents.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
      throw ReportDocumentUnknown(name: name, known: documents.map(\.name))
    }
    return found
  }
}

/// A report has no document of that name.
public struct ReportDocumentUnknown: Explainable, Hashable {
  public let name: String
  public let known: [String]

  public var explanation: Explanation {
    Explanation(
      .notFound, "report-document-unknown", "the report has no document “\(name)”",
      remedy: .words("ask for one of: \(known.joined(separator: ", "))"), field: "document")
  }
}
