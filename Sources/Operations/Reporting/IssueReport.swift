internal import People
internal import Reports
public import Values

/// What is to be issued.
public enum ReportToIssue: Sendable {
  /// A first version.
  case report(ReportCertification)
  /// What takes the place of an issued report: the same for the same party over the same days, as the records stood at
  /// a later instant; the present where nil.
  case correction(of: ReportID, cutOff: Instant?, reason: String)
}

extension Registrar {
  /// Issues a report: draws it up, keeps every document durably, and records it with what it was asked for.
  ///
  /// It waits for the device, and must not be called where others wait.
  ///
  /// - Parameter signatory: who answers for it, by name and function; for a correction whoever answered for the earlier
  ///   version, where nil.
  public func issueReport(
    _ asked: ReportToIssue, signedBy signatory: String? = nil, as principal: Principal,
    on terms: Terms<IssuedReport> = .none
  ) throws -> IssuedReport {
    try permit(StoreReport.right, to: principal, doing: StoreReport.name)
    if let signatory { try requireSignatory(signatory) }
    let earlier = try earlierReport(asked, as: principal)
    let drawn = try answer(DrawReportToIssue(asked: asked, earlier: earlier), as: principal)
    let issue = ReportIssue(
      id: UUID(version7At: drawn.at.microseconds, random: random().low), version: drawn.version,
      issuedAt: drawn.at, signatory: signatory ?? earlier?.report.issue.signatory,
      correction: try earlier.map { try correction($0, by: drawn.report) })
    let documents = try drawn.report.issued(as: issue).documents
    return try keepingFiles { keeping in
      try documents.enumerated().map { done, document in
        try terms.note(done: done, of: documents.count)
        let content = try content.beginContent()
        try content.take(document.bytes)
        return IssuedReport.Document(
          name: document.name, format: document.format, digest: try keeping.keep(content),
          sizeBytes: document.bytes.count)
      }
    } then: { kept in
      let report = IssuedReport(
        id: Identifier(issue.id), request: drawn.request, issue: issue, correctedBy: nil,
        issuedBy: principal.label, definitions: CertificationReport.version, documents: kept)
      return try perform(StoreReport(report: report), as: principal, on: terms)
    }
  }

  private func requireSignatory(_ text: String) throws(UnusableValue) {
    guard text.isVisibleLine, text.unicodeScalars.count <= ReportIssue.longestSignatory else {
      throw UnusableValue(
        field: "signatory", value: text,
        expected:
          "a name and a function on one line, of \(ReportIssue.longestSignatory) characters at the most")
    }
  }

  /// The report that a correction takes the place of, with its figures; nil for a first version.
  private func earlierReport(_ asked: ReportToIssue, as principal: Principal) throws -> CorrectedReport? {
    guard case .correction(let id, _, let reason) = asked else { return nil }
    try requireReason(reason, to: "correct a report")
    let report = try answer(ShowReport(id), as: principal)
    if let later = report.correctedBy { throw IssueRefused.correctedBefore(by: later) }
    return CorrectedReport(report: report, figures: try figures(of: report), reason: reason)
  }

  /// The figures of a report as they were handed out.
  func figures(of report: IssuedReport) throws -> ReportFigures {
    try ReportFigures(json: figuresDocument(of: report))
  }

  /// The document that they stand in.
  func figuresDocument(of report: IssuedReport) throws -> [UInt8] {
    let document = try report.document(named: ReportDocument.figuresName)
    let kept = try content.open(digest: document.digest)
    return try kept.octets(at: 0, count: kept.sizeBytes)
  }

  private func correction(
    _ earlier: CorrectedReport, by report: CertificationReport
  ) throws -> ReportIssue.Correction {
    let changes = earlier.figures.changes(to: try ReportFigures(json: report.json))
    guard !changes.isEmpty else { throw IssueRefused.nothingChanged }
    return ReportIssue.Correction(
      of: earlier.report.id.uuid, reason: earlier.reason,
      changes: Array(changes.prefix(FigureChange.mostListed)), changeCount: changes.count)
  }
}

/// A report that is to be corrected.
private struct CorrectedReport: Sendable {
  let report: IssuedReport
  let figures: ReportFigures
  let reason: String
}

/// Draws up what is to be issued, as the records stand.
private struct DrawReportToIssue: Inquiry {
  static let right: Right? = StoreReport.right
  static let looksBack = true

  let asked: ReportToIssue
  let earlier: CorrectedReport?

  struct Drawn {
    let report: CertificationReport
    let request: IssuedReport.Request
    let version: Int
    /// The instant at which it was drawn up.
    let at: Instant
  }

  func answer(_ reading: Reading) throws -> Drawn {
    let inquiry = try inquiry()
    if let cutOff = inquiry.cutOff, cutOff > reading.now { throw IssueRefused.cutOffAhead }
    let report = try inquiry.answer(reading)
    let request = IssuedReport.Request(report.parameters)
    if let earlier, request.cutOff <= earlier.report.request.cutOff {
      throw IssueRefused.cutOffNotLater(than: earlier.report.request.cutOff)
    }
    try reading.records.requireIssuable(request, correcting: earlier?.report.id)
    return Drawn(
      report: report, request: request, version: (earlier?.report.issue.version ?? 0) + 1, at: reading.now)
  }

  private func inquiry() throws -> ReportCertification {
    switch asked {
    case .report(let inquiry): return inquiry
    case .correction(let id, let cutOff, _):
      guard let request = earlier?.report.request else { throw NotFound(.report, id.description) }
      return try ReportCertification(request, cutOff: cutOff)
    }
  }
}

/// Records a report whose documents are kept.
struct StoreReport: Change {
  static let right = Right.changeRecords
  static let name = "issue report"

  let report: IssuedReport

  func carryOut(_ work: Work) throws -> IssuedReport {
    let corrected = report.issue.correction.map { ReportID($0.of) }
    try work.records.requireIssuable(report.request, correcting: corrected)
    try work.records.insert(report)
    try work.tell(of: report)
    let request = report.request
    try work.note(
      corrected == nil ? "report issue" : "report correct", .report, report.id.uuid,
      reason: report.issue.correction?.reason,
      [
        FieldChange("audience", from: nil, to: request.audience.rawValue),
        FieldChange("party", from: nil, to: request.party?.description),
        FieldChange("period", from: nil, to: "\(request.from) to \(request.to)"),
        FieldChange("cut-off", from: nil, to: request.cutOff.description),
        FieldChange("version", from: nil, to: String(report.issue.version)),
        FieldChange("corrects", from: nil, to: corrected?.description),
        FieldChange("signatory", from: nil, to: report.issue.signatory),
      ].filter { $0.after != nil })
    return report
  }
}

extension Records {
  /// Throws where a report may not be issued beside those that were.
  fileprivate func requireIssuable(
    _ request: IssuedReport.Request, correcting corrected: ReportID?
  ) throws {
    let issued = try issuedReports(for: request.audience, to: request.party)
    guard let corrected else {
      let same = issued.last { $0.request.isOfSameReport(as: request) && $0.correctedBy == nil }
      if let same { throw IssueRefused.issuedBefore(same.id) }
      let apart = issued.last { $0.correctedBy == nil && $0.request.tellsPeopleApart(beside: request) }
      if let apart { throw IssueRefused.tellApart(beside: apart.id) }
      return
    }
    guard let earlier = issued.first(where: { $0.id == corrected }) else { return }
    if let later = earlier.correctedBy { throw IssueRefused.correctedBefore(by: later) }
    let twins = issued.filter { $0.request.isTwin(of: request) && $0.request.cutOff > earlier.request.cutOff }
    guard let next = twins.min(by: { $0.request.cutOff < $1.request.cutOff }) else { return }
    guard twins.contains(where: { $0.request.cutOff == request.cutOff }) else {
      throw IssueRefused.cutOffOfTwin(next.request.cutOff, next.id)
    }
  }
}

/// Why a report is not issued.
public enum IssueRefused: Explainable, Hashable {
  /// The records may still change until the cut-off.
  case cutOffAhead
  /// The same report was issued; what has changed since goes into a correction.
  case issuedBefore(ReportID)
  /// Another report took its place already.
  case correctedBefore(by: ReportID)
  /// A correction looks at the records as of a later instant.
  case cutOffNotLater(than: Instant)
  /// There is nothing to correct.
  case nothingChanged
  /// One report less the other would tell of few people.
  case tellApart(beside: ReportID)
  /// The same report in another language was corrected as of that instant, and one less the other would tell of few
  /// people.
  case cutOffOfTwin(Instant, ReportID)

  public var explanation: Explanation {
    switch self {
    case .cutOffAhead:
      Explanation(
        .unusable, "cut-off-ahead", "until the cut-off has passed the figures may still change",
        remedy: "give a cut-off that has passed, or none", field: "cutOff")
    case .issuedBefore(let id):
      Explanation(
        .conflict, "report-issued-before", "report \(id) was issued for the same party, days and language",
        remedy: "correct that one")
    case .correctedBefore(let id):
      Explanation(
        .conflict, "report-corrected-before", "report \(id) took its place already",
        remedy: "correct that one")
    case .cutOffNotLater(let earlier):
      Explanation(
        .unusable, "cut-off-not-later", "a correction has a later cut-off than \(earlier)", field: "cutOff")
    case .tellApart(let id):
      Explanation(
        .conflict, "reports-tell-apart",
        "report \(id) counts some of the same days: one less the other could tell of single people",
        remedy:
          "choose days that no report to this party has, or the same days with its cut-off in another language"
      )
    case .cutOffOfTwin(let cutOff, let id):
      Explanation(
        .conflict, "cut-off-of-twin",
        "report \(id) is the same in another language, corrected as of \(cutOff): as of another instant, one less the other could tell of single people",
        remedy: .words("correct this one as of \(cutOff)"), field: "cutOff")
    case .nothingChanged:
      Explanation(
        .conflict, "nothing-to-correct", "every figure is as it was issued",
        remedy: "leave the report as it is")
    }
  }
}

extension IssuedReport.Request {
  /// What a report was drawn up by.
  init(_ parameters: ReportParameters) {
    self.init(
      audience: parameters.audience, party: parameters.party?.id, from: parameters.from, to: parameters.to,
      timeZone: parameters.timeZone, cutOff: parameters.cutOff, language: parameters.language,
      suppressedBelow: parameters.suppressedBelow)
  }
}

extension ReportCertification {
  /// The same question again, as of some instant; the present where nil.
  init(_ request: IssuedReport.Request, cutOff: Instant?) throws {
    guard let period = DayRange(from: request.from, to: request.to) else {
      throw UnusableValue(field: "to", value: request.to.description, expected: "a day not before the first")
    }
    self.init(
      audience: request.audience, party: request.party.map { .id($0) }, period: period,
      timeZone: request.timeZone, cutOff: cutOff, language: request.language,
      suppressedBelow: request.suppressedBelow)
  }
}
