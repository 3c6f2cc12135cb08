public import JSON
public import Operations
public import Reports
internal import Values

extension IssuedReport: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("version", issue.version)
      json.member("audience", request.audience.rawValue)
      json.member("party", orNull: request.party)
      json.member("from", request.from)
      json.member("to", request.to)
      json.member("timeZone", request.timeZone)
      json.member("cutOff", request.cutOff)
      json.member("language", request.language.text)
      json.member("suppressedBelow", request.suppressedBelow)
      json.member("definitions", definitions)
      json.member("issuedAt", issue.issuedAt)
      json.member("issuedBy", issuedBy)
      json.member("signatory", orNull: issue.signatory)
      json.member("corrects", orNull: issue.correction.map { ReportID($0.of) })
      json.member("correctedBy", orNull: correctedBy)
      json.member("reason", orNull: issue.correction?.reason)
      json.member("changeCount", orNull: issue.correction?.changeCount)
      json.member("changes", each: issue.correction?.changes ?? [])
      json.member("documents", each: documents)
    }
  }
}

extension IssuedReport: Described {
  public static let schema = Schema.named(
    "IssuedReport",
    .object([
      .init("id", .id), .init("version", .count, "1, and one more with each correction."),
      .init("audience", .choice(of: ReportAudience.self)),
      .init("party", .orNull(.id), "Whom it is made out to; null for the directorate."),
      .init("from", .day), .init("to", .day, "The last day, inclusive."),
      .init("timeZone", .text(example: "UTC")), .init("cutOff", .instant),
      .init("language", .text(example: "en")),
      .init("suppressedBelow", .count, "The least number that is shown to who does not own the records."),
      .init("definitions", .text(example: "1.5"), "The version of what blocks count."),
      .init("issuedAt", .instant), .init("issuedBy", .text(example: "owner")),
      .init("signatory", .orNull(.text()), "Who answers for it, by name and function."),
      .init("corrects", .orNull(.id)), .init("correctedBy", .orNull(.id)),
      .init("reason", .orNull(.text()), "Why it was corrected."),
      .init("changeCount", .orNull(.count), "How many figures the correction gives differently."),
      .init("changes", .list(of: FigureChange.schema), "What it gives differently, 500 at the most."),
      .init("documents", .list(of: IssuedReport.Document.schema)),
    ]))
}

extension IssuedReport.Document: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("name", name)
      json.member("format", format.rawValue)
      json.member("sha256", digest)
      json.member("sizeBytes", sizeBytes)
    }
  }
}

extension IssuedReport.Document: Described {
  public static let schema = Schema.named(
    "ReportDocument",
    .object([
      .init("name", .text(example: "report.xml")), .init("format", .choice(of: ReportFormat.self)),
      .init("sha256", .text(example: "3f2a")), .init("sizeBytes", .count),
    ]))
}

extension FigureChange: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("block", block)
      json.member("row", row)
      json.member("column", column)
      json.member("before", orNull: before)
      json.member("after", orNull: after)
    }
  }
}

extension FigureChange: Described {
  public static let schema = Schema.named(
    "FigureChange",
    .object([
      .init("block", .text(example: "results")), .init("row", .text(example: "passed")),
      .init("column", .text(example: "attendances")),
      .init("before", .orNull(.text(example: "12")), "Null where the earlier version has no such row."),
      .init("after", .orNull(.text(example: "13")), "Null where the later version has no such row."),
    ]))
}

extension Reproduction: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("report", report.id)
      json.member("agrees", agrees)
      json.member("erasedPersons", erasedPersons)
      json.member("documents", each: documents)
      json.member("changes", each: changes)
    }
  }
}

extension Reproduction: Described {
  public static let schema = Schema.named(
    "Reproduction",
    .object([
      .init("report", .id), .init("agrees", .truth, "Whether every figure is the one that was issued."),
      .init("erasedPersons", .count, "How many persons it names were erased since it was issued."),
      .init("documents", .list(of: Reproduction.Compared.schema)),
      .init("changes", .list(of: FigureChange.schema), "The figures that come out differently."),
    ]))
}

extension Reproduction.Compared: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("name", name)
      json.member("format", format.rawValue)
      json.member("issued", issued)
      json.member("reproduced", orNull: reproduced)
      json.member("verdict", verdict.rawValue)
    }
  }
}

extension Reproduction.Compared: Described {
  public static let schema = Schema.named(
    "ReproducedDocument",
    .object([
      .init("name", .text(example: "report.xml")), .init("format", .choice(of: ReportFormat.self)),
      .init("issued", .text(example: "3f2a"), "The SHA-256 of what was handed out."),
      .init("reproduced", .orNull(.text(example: "3f2a")), "The SHA-256 of what was worked out again."),
      .init("verdict", .choice(of: Reproduction.Verdict.self)),
    ]))
}
