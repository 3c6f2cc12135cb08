public import JSON
public import Operations
internal import Reports
internal import Values

extension DefinedReport: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("code", code)
      json.member("audience", request.audience.rawValue)
      json.member("party", orNull: request.party)
      json.member("period", request.period.rawValue)
      json.member("timeZone", request.timeZone)
      json.member("language", request.language.text)
      json.member("suppressedBelow", request.suppressedBelow)
      json.member("folder", orNull: file?.folder)
      json.member("format", orNull: file?.format.rawValue)
      json.member("definedAt", definedAt)
      json.member("endedAt", orNull: endedAt)
      json.member("lastRun", orNull: lastRun)
    }
  }

  private var file: (folder: String, format: ReportFormat)? {
    switch delivery {
    case .issued: nil
    case .file(let folder, let format): (folder, format)
    }
  }
}

extension DefinedReport: Described {
  public static let schema = Schema.named(
    "DefinedReport",
    .object([
      .init("id", .id), .init("code", .code(example: "QUARTERLY")),
      .init("audience", .choice(of: ReportAudience.self)),
      .init("party", .orNull(.id), "Whom it is made out to; null for the directorate."),
      .init("period", .choice(of: RelativePeriod.self), "The days, seen from the day on which it is run."),
      .init("timeZone", .text(example: "UTC")), .init("language", .text(example: "en")),
      .init("suppressedBelow", .count, "The least number that is shown to who does not own the records."),
      .init(
        "folder", .orNull(.text(example: "/srv/reports")),
        "Where drafts are written; null where it is issued."),
      .init("format", .orNull(.choice(of: ReportFormat.self)), "The format of these."),
      .init("definedAt", .instant), .init("endedAt", .orNull(.instant)),
      .init(
        "lastRun", .orNull(DefinedReport.Run.schema), "The run that came last; null while there was none."),
    ]))
}

extension DefinedReport.Run: Representable {
  public func represent(in json: inout JSONWriter) {
    let (issued, file, digest): (ReportID?, String?, String?) =
      switch outcome {
      case .issued(let id): (id, nil, nil)
      case .written(let path, let digest): (nil, path, digest)
      }
    json.object { json in
      json.member("at", at)
      json.member("from", from)
      json.member("to", to)
      json.member("cutOff", cutOff)
      json.member("report", orNull: issued)
      json.member("file", orNull: file)
      json.member("sha256", orNull: digest)
    }
  }
}

extension DefinedReport.Run: Described {
  public static let schema = Schema.named(
    "DefinedReportRun",
    .object([
      .init("at", .instant), .init("from", .day), .init("to", .day, "The last day, inclusive."),
      .init("cutOff", .instant), .init("report", .orNull(.id), "What was issued."),
      .init("file", .orNull(.text(example: "/srv/reports/QUARTERLY.pdf")), "What was written."),
      .init("sha256", .orNull(.text(example: "3f2a")), "Of the octets that were written."),
    ]))
}
