internal import Cryptography
internal import Reports
public import Values

extension Registrar {
  /// Draws a defined report up over the days that its period means, and delivers it: issues it, or has it written. Run again
  /// on a day of the same meaning, what is issued stays, and what is written is written again as the records stand.
  ///
  /// - Parameters:
  ///   - day: the day from which its period is seen; the present one in its zone where nil.
  ///   - write: puts a file with some octets, durably, at an absolute path.
  public func runReport(
    _ reference: Reference<DefinedReport>, seenFrom day: Day?, as principal: Principal,
    on terms: Terms<DefinedReport> = .none,
    write: (_ path: String, _ octets: [UInt8]) throws -> Void
  ) throws -> DefinedReport {
    try permit(RecordRun.right, to: principal, doing: RecordRun.name)
    let defined = try answer(ShowDefinedReport(reference), as: principal)
    if let ended = defined.endedAt { throw DefinedReportEnded(code: defined.code, at: ended) }
    let today = try day ?? calendar.day(present, defined.request.timeZone)
    guard let days = defined.request.period.days(on: today) else {
      throw UnusableValue(
        field: "on", value: today.description,
        expected: "a day whose \(defined.request.period.rawValue) lies in the years 1 to 9999")
    }
    let inquiry = ReportCertification(defined.request, over: days)
    let run =
      switch defined.delivery {
      case .issued: try issue(inquiry, as: principal)
      case .file(let folder, let format):
        try draft(inquiry, at: "\(folder)/\(defined.code)_\(days.name)", in: format, as: principal, write)
      }
    return try perform(RecordRun(report: defined.id, run: run), as: principal, on: terms)
  }

  /// What was issued before is what this run comes to.
  private func issue(_ inquiry: ReportCertification, as principal: Principal) throws -> DefinedReport.Run {
    do {
      return DefinedReport.Run(of: try issueReport(.report(inquiry), as: principal), at: present)
    } catch IssueRefused.issuedBefore(let id) {
      return DefinedReport.Run(of: try answer(ShowReport(id), as: principal), at: present)
    }
  }

  private func draft(
    _ inquiry: ReportCertification, at path: String, in format: ReportFormat, as principal: Principal,
    _ write: (String, [UInt8]) throws -> Void
  ) throws -> DefinedReport.Run {
    let report = try answer(inquiry, as: principal)
    let documents = try report.documents(in: format)
    let digest = try SHA256.digest(of: documents.flatMap(\.bytes)).hexadecimal
    let whole = format == .csv ? path : "\(path).\(format.rawValue)"
    for document in documents {
      try write(format == .csv ? "\(path)/\(document.name)" : whole, document.bytes)
    }
    return DefinedReport.Run(
      at: present, from: report.parameters.from, to: report.parameters.to, cutOff: report.parameters.cutOff,
      outcome: .written(path: whole, digest: digest))
  }
}

/// Records what a run of a defined report came to.
struct RecordRun: Change {
  static let right = Right.changeRecords
  static let name = "run defined report"

  let report: DefinedReportID
  let run: DefinedReport.Run

  func carryOut(_ work: Work) throws -> DefinedReport {
    try work.records.append(run, of: report)
    let (field, value) =
      switch run.outcome {
      case .issued(let id): ("report", id.description)
      case .written(let path, _): ("file", path)
      }
    try work.note(
      "report run", .definedReport, report.uuid,
      [
        FieldChange("period", from: nil, to: "\(run.from) to \(run.to)"),
        FieldChange(field, from: nil, to: value),
      ])
    return try work.records.definedReport(named: .id(report))
  }
}

/// A defined report was taken back, and is not run any more.
public struct DefinedReportEnded: Explainable, Hashable {
  public let code: DefinedReportCode
  public let at: Instant

  public var explanation: Explanation {
    Explanation(
      .conflict, "defined-report-ended", "\(code) was taken back at \(at)", remedy: "define it anew")
  }
}

/// A run was asked for by who cannot be given a file.
public struct WrittenByCommand: Explainable, Hashable {
  public init() {}

  public var explanation: Explanation {
    Explanation(
      .conflict, "written-by-command", "this report is written into a folder of the machine",
      remedy: .words("run it there, by the command report run"))
  }
}

extension DefinedReport.Run {
  fileprivate init(of report: IssuedReport, at instant: Instant) {
    self.init(
      at: instant, from: report.request.from, to: report.request.to, cutOff: report.request.cutOff,
      outcome: .issued(report.id))
  }
}

extension DayRange {
  /// Both days, as in a file's name.
  fileprivate var name: String { to.map { "\(from)_\($0)" } ?? from.description }
}

extension ReportCertification {
  fileprivate init(_ request: DefinedReport.Request, over days: DayRange) {
    self.init(
      audience: request.audience, party: request.party.map { .id($0) }, period: days,
      timeZone: request.timeZone, cutOff: nil, language: request.language,
      suppressedBelow: request.suppressedBelow)
  }
}
