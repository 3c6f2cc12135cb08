internal import HTTP
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// The longest package that is taken over HTTP, in bytes; what it may inflate to is the reader's affair.
  static let packageBytes = 1 << 30

  /// Imports: the body is the package itself. Only looking, with `dryRun=true`, needs no right to
  /// change.
  static let importRoutes: [Route] = [
    Route(
      "POST", "/api/v1/imports", .records, .holders(of: .examinePackages),
      body: .package(limitBytes: packageBytes), parameters: ["dryRun", "catalogue", "code", "apply", "name"]
    ) { call, answering in
      try call.head.refuseMethodOverride()
      guard let upload = call.request.sink as? Upload else {
        preconditionFailure("the route streams its body")
      }
      let principal = try call.knownPrincipal()
      let request = ImportRequest(
        path: upload.path, name: try call.packageName(),
        isDryRun: try call.parameter("dryRun", .truth) ?? false, code: try call.parameter("code", .code()),
        catalogue: try call.parameter("catalogue", .code()), planHash: try call.parameter("apply", .text))
      try call.requireUnanswered()
      let terms: Terms<ImportReport> = try call.terms { report, _ in try .imported(report) }
      try answering.sendLater {
        // The file lives as long as the upload does.
        try withExtendedLifetime(upload) {
          try Response.imported(call.registrar.importPackage(request, as: principal, on: terms))
        }
      }
    }
  ]
}

extension Response {
  /// What came of an import: 201 for a new version, 200 where nothing was made, 422 with the findings where the package
  /// is refused.
  fileprivate static func imported(_ report: ImportReport) throws(Problem) -> Response {
    guard let plan = report.plan else {
      var problem = Problem(.unprocessable, "package-refused", "the package cannot be imported as it is")
        .toBeMended(by: "mend what report.findings names as errors, then send it again")
      problem.report = report
      throw problem
    }
    let address = "/api/v1/courses/\(plan.step.course)/versions/\(plan.step.number)"
    if case .unchanged = plan.step { return .json(report) }
    return report.stored == nil ? .json(report) : .created(report, at: address)
  }
}

extension Call {
  /// What the package is spoken of by: `name`, else the file name of `Content-Disposition`, else `package`. The last
  /// part of a path, at most 255 characters, none of them a control character.
  fileprivate func packageName() throws(Problem) -> String {
    let given = try parameter("name", .text) ?? head.headers["Content-Disposition"].flatMap(fileName)
    guard let given else { return "package" }
    let isSeparator: (Unicode.Scalar) -> Bool = { $0 == "/" || $0 == "\\" }
    let last = given.unicodeScalars.split(whereSeparator: isSeparator).last ?? given.unicodeScalars[...]
    let shown = last.filter {
      $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
    }
    let name = String(String.UnicodeScalarView(shown.prefix(255)))
    return name.isEmpty ? "package" : name
  }

  /// The `filename` of a Content-Disposition (RFC 6266 §4.3), in quotes or not.
  private func fileName(in disposition: String) -> String? {
    for part in disposition.utf8.split(separator: UInt8(ascii: ";")).dropFirst() {
      let parameter = part.drop { $0 == 0x20 }
      guard parameter.starts(with: "filename=".utf8) else { continue }
      return String(decoding: parameter.dropFirst(9).filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }
    return nil
  }
}
