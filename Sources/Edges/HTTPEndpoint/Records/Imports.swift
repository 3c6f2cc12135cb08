internal import Catalogue
internal import HTTP
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// The longest package that is taken over HTTP, in bytes; what it may inflate to is the reader's affair.
  static let packageBytes = 1 << 30

  /// What a package is sent as.
  static let package = DeclaredContent(
    mediaTypes: [
      "application/zip", "application/x-zip-compressed", "application/octet-stream", "application/xml",
      "text/xml",
    ], schema: .text(), isRequired: true)

  /// Imports: the body is the package itself. Only looking, with `dryRun=true`, needs no right to
  /// change.
  static let importRoutes: [Route] = [
    works(
      "/api/v1/imports", "Import a course package; the same content twice is one version.",
      needing: .examinePackages, body: .package(limitBytes: packageBytes), content: package,
      by: .flag("dryRun", "Read and plan only; nothing is changed."),
      .optional("catalogue", .code("TTT"), "The catalogue to offer the course in: the version is published."),
      .optional("code", .code(), "The code of a new course; worked out from its title where not given."),
      .optional(
        "variantOf", .reference(), "The course that the package is in another language, with language."),
      .optional("language", .language, "The language of that variant."),
      .optional("apply", .line("3f2a"), "The hash of the plan that was agreed to."),
      .optional("name", .line("course.zip"), "The name that findings are given under."), told: .imported
    ) { call, isDryRun, catalogue, code, course, language, hash, name in
      guard let upload = call.request.sink as? Upload else {
        preconditionFailure("the route streams its body")
      }
      let principal = try call.knownPrincipal()
      let request = ImportRequest(
        .path(upload.path), name: call.packageName(name), isDryRun: isDryRun, code: code,
        variant: try variant(of: course, in: language) { .parameter($0, "missing-parameter", $1) },
        catalogue: catalogue, planHash: hash,
        schemas: call.endpoint.schemas)
      return LongTask { terms in
        // The file lives as long as the upload does.
        try withExtendedLifetime(upload) {
          try call.registrar.importPackage(request, as: principal, on: terms)
        }
      }
    }
  ]
}

extension Telling where Outcome == ImportReport {
  /// What came of an import: 201 for a new version, 200 where nothing was made, 422 with the findings where the package
  /// is refused.
  static var imported: Telling {
    Telling([
      .json(201, "A version was made.", ImportReport.schema, fields: [DeclaredAnswer.location]),
      .json(200, "Nothing was made: it is there already, or only planned.", ImportReport.schema),
    ]) { report, _ in try .imported(report) }
  }
}

extension Response {
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

/// The variant that a package is, where a course and a language are named: both, or neither.
///
/// - Parameter isMissing: the problem that a name is missing, and why it is needed.
func variant(
  of course: Reference<Course>?, in language: LanguageTag?,
  isMissing: (_ name: String, _ detail: String) -> Problem
) throws(Problem) -> LanguageVariant? {
  switch (course, language) {
  case (nil, nil): return nil
  case (.some(let course), .some(let language)): return LanguageVariant(of: course, in: language)
  case (.some, nil):
    throw isMissing("language", "with variantOf, the language of the variant is named")
  case (nil, .some):
    throw isMissing("variantOf", "with language, the course is named that it varies")
  }
}

extension Call {
  /// What the package is spoken of by: `name`, else the file name of `Content-Disposition`, else `package`. The last
  /// part of a path, at most 255 characters, none of them a control character.
  func packageName(_ name: String?) -> String {
    let given = name ?? head.headers["Content-Disposition"].flatMap(fileName)
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
