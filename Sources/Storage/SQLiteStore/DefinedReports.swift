internal import Operations
internal import Reports
internal import SQLite
internal import Values

extension ConnectedRecords {
  func definedReports() throws -> [DefinedReport] {
    try definedReports("WHERE ended_at IS NULL ORDER BY code_folded")
  }

  func definedReport(_ id: DefinedReportID) throws -> DefinedReport? {
    try definedReports("WHERE id = \(id)").first
  }

  func definedReport(_ code: DefinedReportCode) throws -> DefinedReport? {
    try definedReports("WHERE code_folded = \(code.folded) AND ended_at IS NULL").first
  }

  private func definedReports(_ condition: Query) throws -> [DefinedReport] {
    try connection.all(
      """
      SELECT id, code, audience, party, period, time_zone, language, suppressed_below, folder, format,
        defined_at, ended_at
      FROM defined_report \(condition)
      """
    ) { row in
      let id: DefinedReportID = try row.identifier(0)
      let delivery: DefinedReport.Delivery =
        if let folder = try row.textOrNil(8) {
          .file(folder: folder, format: try row.choice(9))
        } else {
          .issued
        }
      return DefinedReport(
        id: id, code: try row.code(1),
        request: .init(
          audience: try row.choice(2), party: try row.identifierOrNil(3), period: try row.choice(4),
          timeZone: try row.text(5), language: try row.language(6), suppressedBelow: try row.count(7)),
        delivery: delivery, definedAt: try row.instant(10), endedAt: try row.instantOrNil(11),
        lastRun: try lastRun(of: id))
    }
  }

  private func lastRun(of report: DefinedReportID) throws -> DefinedReport.Run? {
    try connection.first(
      """
      SELECT at, from_day, to_day, cut_off, issued, file, digest FROM defined_report_run
      WHERE defined_report = \(report) ORDER BY number DESC LIMIT 1
      """
    ) { row in
      let outcome: DefinedReport.Run.Outcome =
        if let issued: ReportID = try row.identifierOrNil(4) {
          .issued(issued)
        } else {
          .written(path: try row.text(5), digest: try row.text(6))
        }
      return DefinedReport.Run(
        at: try row.instant(0), from: try row.day(1), to: try row.day(2), cutOff: try row.instant(3),
        outcome: outcome)
    }
  }
}

extension SQLiteWritableRecords {
  func insert(_ report: DefinedReport) throws {
    let request = report.request
    let (folder, format): (String?, String?) =
      switch report.delivery {
      case .issued: (nil, nil)
      case .file(let folder, let format): (folder, format.rawValue)
      }
    try connection.run(
      """
      INSERT INTO defined_report (id, code, code_folded, audience, party, period, time_zone, language,
        suppressed_below, folder, format, defined_at)
      VALUES (\(report.id), \(report.code.text), \(report.code.folded), \(request.audience.rawValue),
        \(request.party), \(request.period.rawValue), \(request.timeZone), \(request.language),
        \(request.suppressedBelow), \(folder), \(format), \(report.definedAt))
      """)
  }

  func end(_ report: DefinedReportID, at instant: Instant) throws {
    try connection.run("UPDATE defined_report SET ended_at = \(instant) WHERE id = \(report)")
  }

  func append(_ run: DefinedReport.Run, of report: DefinedReportID) throws {
    let (issued, file, digest): (ReportID?, String?, String?) =
      switch run.outcome {
      case .issued(let id): (id, nil, nil)
      case .written(let path, let digest): (nil, path, digest)
      }
    try connection.run(
      """
      INSERT INTO defined_report_run (defined_report, number, at, from_day, to_day, cut_off, issued, file, digest)
      SELECT \(report), coalesce(max(number), 0) + 1, \(run.at), \(run.from), \(run.to), \(run.cutOff),
        \(issued), \(file), \(digest)
      FROM defined_report_run WHERE defined_report = \(report)
      """)
  }
}
