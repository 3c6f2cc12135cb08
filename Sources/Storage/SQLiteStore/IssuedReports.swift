internal import JSON
internal import Operations
internal import People
internal import Reports
internal import SQLite
internal import Values

extension ConnectedRecords {
  func issuedReport(_ id: ReportID) throws -> IssuedReport? {
    try issuedReports("WHERE report.id = \(id)").first?.report
  }

  func issuedReports(to party: PartyID?, page request: PageRequest) throws -> Page<IssuedReport> {
    let cursor = try request.after.map { text in
      guard let number = Int(text) else { throw CursorUnusable(cursor: text) }
      return number
    }
    var condition: Query = "WHERE report.number < \(cursor ?? Int.max)"
    if let party { condition = condition + " AND report.party = \(party)" }
    let found = try issuedReports(condition + " ORDER BY report.number DESC LIMIT \(request.limit + 1)")
    let next = found.count > request.limit ? String(found[request.limit - 1].number) : nil
    return Page(items: found.prefix(request.limit).map(\.report), next: next)
  }

  func issuedReports(for audience: ReportAudience, to party: PartyID?) throws -> [IssuedReport] {
    try issuedReports(
      """
      WHERE report.audience = \(audience.rawValue) AND report.party IS \(party) ORDER BY report.number
      """
    ).map(\.report)
  }

  private func issuedReports(_ condition: Query) throws -> [(number: Int, report: IssuedReport)] {
    try connection.all(
      """
      SELECT report.id, report.number, report.audience, report.party, report.from_day, report.to_day,
        report.time_zone, report.cut_off, report.language, report.suppressed_below, report.definitions,
        report.version, report.issued_at, report.issued_by, report.corrects, report.reason, report.changes,
        report.change_count, later.id, report.signatory
      FROM issued_report AS report LEFT JOIN issued_report AS later ON later.corrects = report.id
      \(condition)
      """
    ) { row in (try row.count(1), try decodeIssuedReport(row)) }
  }

  private func decodeIssuedReport(_ row: borrowing Row) throws -> IssuedReport {
    let id: ReportID = try row.identifier(0)
    let correction = row.isNull(14) ? nil : try decodeCorrection(row)
    return IssuedReport(
      id: id,
      request: IssuedReport.Request(
        audience: try row.choice(2), party: try row.identifierOrNil(3), from: try row.day(4),
        to: try row.day(5), timeZone: try row.text(6), cutOff: try row.instant(7),
        language: try row.language(8), suppressedBelow: try row.count(9)),
      issue: ReportIssue(
        id: id.uuid, version: try row.count(11), issuedAt: try row.instant(12),
        signatory: try row.textOrNil(19), correction: correction),
      correctedBy: try row.identifierOrNil(18), issuedBy: try row.text(13), definitions: try row.text(10),
      documents: try documents(of: id))
  }

  private func decodeCorrection(_ row: borrowing Row) throws -> ReportIssue.Correction {
    let text = try row.text(16)
    guard let elements = try JSONDocument(Array(text.utf8)).root.elements else {
      throw StoredValueUnreadable(what: "changes of a report", value: text)
    }
    let changes = try elements.map { element in
      guard let block = element["block"]?.string, let name = element["row"]?.string,
        let column = element["column"]?.string
      else { throw StoredValueUnreadable(what: "a change of a report", value: text) }
      return FigureChange(
        block: block, row: name, column: column, before: element["before"]?.string,
        after: element["after"]?.string)
    }
    return ReportIssue.Correction(
      of: try row.uuid(14), reason: try row.text(15), changes: changes, changeCount: try row.count(17))
  }

  private func documents(of report: ReportID) throws -> [IssuedReport.Document] {
    try connection.all(
      """
      SELECT name, format, digest, size_bytes FROM issued_report_document WHERE report = \(report) ORDER BY place
      """
    ) { row in
      IssuedReport.Document(
        name: try row.text(0), format: try row.choice(1), digest: try row.text(2),
        sizeBytes: try row.count(3))
    }
  }
}

extension SQLiteWritableRecords {
  func insert(_ report: IssuedReport) throws {
    let (request, issue) = (report.request, report.issue)
    try connection.run(
      """
      INSERT INTO issued_report (id, number, audience, party, from_day, to_day, time_zone, cut_off, language,
        suppressed_below, definitions, version, issued_at, issued_by, corrects, reason, changes, change_count,
        signatory)
      SELECT \(report.id), coalesce(max(number), 0) + 1, \(request.audience.rawValue), \(request.party),
        \(request.from), \(request.to), \(request.timeZone), \(request.cutOff), \(request.language),
        \(request.suppressedBelow), \(report.definitions), \(issue.version), \(issue.issuedAt),
        \(report.issuedBy), \(issue.correction?.of), \(issue.correction?.reason),
        \(issue.correction.map { storedChanges($0.changes) }), \(issue.correction?.changeCount),
        \(issue.signatory)
      FROM issued_report
      """)
    for (place, document) in report.documents.enumerated() {
      try connection.run(
        """
        INSERT INTO issued_report_document (report, place, name, format, digest, size_bytes)
        VALUES (\(report.id), \(place), \(document.name), \(document.format.rawValue), \(document.digest),
          \(document.sizeBytes))
        """)
    }
  }
}

private func storedChanges(_ changes: [FigureChange]) -> String {
  var writer = JSONWriter()
  writer.array(changes) { writer, change in
    writer.object { object in
      object.member("block", change.block)
      object.member("row", change.row)
      object.member("column", change.column)
      object.member("before", change.before)
      object.member("after", change.after)
    }
  }
  return writer.text
}
