internal import JSON
internal import Operations
internal import Representations

extension Problem {
  /// The document of a problem (RFC 9457).
  static let schema = Schema.named(
    "Problem",
    .object([
      .init(
        "type", .text(example: "urn:registrar:problem:not-found"), "`urn:registrar:problem:` and the code."),
      .init("title", .text(example: "Not found"), "The code in words."),
      .init("status", .whole(from: 400, to: 599)), .init("code", .text(example: "not-found")),
      .init("detail", .text(), "What is wrong with this request."),
      .init("remedy", .text(), isRequired: false, "What to do about it."),
      .init("requestId", .id, isRequired: false, "What the server's log names a failed request by."),
      .init("errors", .list(of: flaw), isRequired: false, "The parts of the request that are at fault."),
      .init("report", .either(reports), isRequired: false, "What was found in what was sent."),
    ]))

  private static let flaw = Schema.object([
    .init("pointer", .text(example: "/code"), isRequired: false, "A JSON Pointer into the body."),
    .init("parameter", .text(example: "limit"), isRequired: false),
    .init("header", .text(example: "If-Match"), isRequired: false),
    .init("line", .whole(from: 1, to: nil), isRequired: false),
    .init("column", .whole(from: 1, to: nil), isRequired: false), .init("detail", .text()),
  ])

  private static let reports = [
    ImportReport.schema, RosterReport.schema, PartiesReport.schema, SchemeReport.schema,
    PoolReport.schema, RubricReport.schema, RecordsReport.schema,
    WhatIf.schema,
    StatementImportReport.schema,
  ]

  static func writeContent(in json: inout JSONWriter) {
    json.member("content") { json in
      json.object { json in
        json.member("application/problem+json") {
          $0.object { $0.member("schema") { schema.write(in: &$0) } }
        }
      }
    }
  }
}

extension Problem.Status {
  /// The name of the answer among the components: `Conflict`.
  var componentName: String {
    let name = "\(self)"
    return String(name.unicodeScalars.prefix(1)).uppercased() + String(name.unicodeScalars.dropFirst())
  }

  func describe(in json: inout JSONWriter) {
    let codes = (Problem.codes[self] ?? []).map { "`\($0)`" }.joined(separator: ", ")
    json.object { json in
      json.member("description", "The problem's code is one of \(codes).")
      Problem.writeContent(in: &json)
    }
  }
}
