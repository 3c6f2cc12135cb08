internal import Cryptography
internal import People
public import Reports
public import Values

/// An issued report, worked out again from the records as of its cut-off and held against what was handed out.
public struct Reproduction: Sendable {
  /// How a document compares.
  public enum Verdict: String, Sendable, CaseIterable {
    /// Worked out again, it is the same to the byte.
    case identical
    /// All is the same but what those are called who were made unknown since.
    case namesErased = "names-erased"
    /// The figures are the same; the words or the form are those of another version of the program.
    case sameFigures = "same-figures"
    /// The figures are others.
    case otherFigures = "other-figures"
    /// The report no longer has such a document.
    case missing
  }

  /// One document with its verdict.
  public struct Compared: Sendable, Hashable {
    public let name: String
    public let format: ReportFormat
    /// The SHA-256 of what was handed out.
    public let issued: String
    /// The SHA-256 of what was worked out again; nil where the report no longer has such a document.
    public let reproduced: String?
    public let verdict: Verdict

    public init(name: String, format: ReportFormat, issued: String, reproduced: String?, verdict: Verdict) {
      self.name = name
      self.format = format
      self.issued = issued
      self.reproduced = reproduced
      self.verdict = verdict
    }
  }

  public let report: IssuedReport
  /// Every document that was issued.
  public let documents: [Compared]
  /// The figures that come out differently, at most `FigureChange.mostListed`; none where all is as it was.
  public let changes: [FigureChange]
  /// What was worked out again.
  public let reproduced: [ReportDocument]
  /// How many persons it names were made unknown since it was issued: their names are not what was handed out, and that is
  /// no other figure.
  public let erasedPersons: Int

  /// Whether every figure is the one that was issued.
  public var agrees: Bool { documents.allSatisfy { $0.verdict.agrees } }

  /// A document as it was worked out again; throws `ReportDocumentUnknown` where none such was issued, and
  /// `ReportDocumentGone` where it does not come out any more.
  public func document(named name: String) throws -> ReportDocument {
    let issued = try report.document(named: name)
    guard let again = reproduced.first(where: { $0.name == issued.name }) else {
      throw ReportDocumentGone(name: issued.name)
    }
    return again
  }
}

extension Reproduction.Verdict {
  fileprivate var agrees: Bool {
    switch self {
    case .identical, .namesErased, .sameFigures: true
    case .otherFigures, .missing: false
    }
  }
}

/// A document was issued, and does not come out any more.
public struct ReportDocumentGone: Explainable, Hashable {
  public let name: String

  public init(name: String) {
    self.name = name
  }

  public var explanation: Explanation {
    Explanation(
      .notFound, "report-document-gone", "worked out again, the report has no document “\(name)”",
      remedy: .words("ask for it as it was issued"), field: "document")
  }
}

extension Registrar {
  /// Works an issued report out again from the records as of its cut-off.
  public func reproduceReport(_ id: ReportID, as principal: Principal) throws -> Reproduction {
    let report = try answer(ShowReport(id), as: principal)
    let (drawn, erased) = try answer(RedrawReport(report: report), as: principal)
    let again = drawn.issued(as: report.issue)
    let documents = try again.documents
    let (issued, json) = (try figuresDocument(of: report), again.json)
    let changes = try ReportFigures(json: issued).changes(to: ReportFigures(json: json))
    let likeness: Reproduction.Verdict =
      if !changes.isEmpty { .otherFigures } else {
        try !erased.isEmpty
          && ErasedNames(of: erased.map(\.description)).areAllThatDiffers(issued, json)
          ? .namesErased : .sameFigures
      }
    let digests = try Dictionary(
      uniqueKeysWithValues: documents.map { ($0.name, try SHA256.digest(of: $0.bytes).hexadecimal) })
    return Reproduction(
      report: report,
      documents: report.documents.map { Reproduction.Compared($0, digests[$0.name], otherwise: likeness) },
      changes: Array(changes.prefix(FigureChange.mostListed)), reproduced: documents,
      erasedPersons: erased.count)
  }

  /// A document of a report as it was handed out, open for reading.
  public func openDocument(
    named name: String, of id: ReportID, as principal: Principal
  ) throws -> (document: IssuedReport.Document, content: any KeptContent) {
    let document = try answer(ShowReport(id), as: principal).document(named: name)
    return (document, try content.open(digest: document.digest))
  }
}

/// Draws an issued report up again. Whoever may read it may have it recomputed.
private struct RedrawReport: Inquiry {
  static let right: Right? = .readReports
  static let looksBack = true

  let report: IssuedReport

  /// The report, and those whom it names who were made unknown since it was issued.
  func answer(_ reading: Reading) throws -> (report: CertificationReport, erased: [PersonID]) {
    let inquiry = try ReportCertification(report.request, cutOff: report.request.cutOff)
    let party = try report.request.party.map { try reading.records.party(named: .id($0)) }
    let drawn = try inquiry.draw(reading, for: party)
    let named = drawn.namedPersons
    guard !named.isEmpty else { return (drawn, []) }
    let erased = try everyPage { try reading.records.erasures(page: $0) }
    return (
      drawn, erased.filter { $0.at > report.issue.issuedAt && named.contains($0.person) }.map(\.person)
    )
  }
}

extension Reproduction.Compared {
  /// - Parameter otherwise: how a document compares that is not the same to the byte.
  fileprivate init(
    _ issued: IssuedReport.Document, _ reproduced: String?, otherwise: Reproduction.Verdict
  ) {
    let verdict: Reproduction.Verdict =
      switch reproduced {
      case nil: .missing
      case issued.digest: .identical
      case .some: otherwise
      }
    self.init(
      name: issued.name, format: issued.format, issued: issued.digest, reproduced: reproduced,
      verdict: verdict)
  }
}
