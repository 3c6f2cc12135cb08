internal import Catalogue
internal import HTTP
internal import JSON
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Courses with their versions, and the catalogues that offer them. A course comes into being by an import.
  static let courseRoutes: [Route] = [
    asks("/api/v1/courses", parameters: Call.paging) { call in ListCourses(page: try call.page()) },
    asks("/api/v1/courses/{course}") { call in ShowCourse(try call.reference(0, .course)) },
    asks("/api/v1/courses/{course}/versions") { call in
      ShowCourse(try call.reference(0, .course))
    } _: { answer, _ in
      .json(Page.whole(answer.versions).map { CourseVersionItem(version: $0, origin: answer.origin) })
    },
    asks("/api/v1/courses/{course}/versions/{number}") { call in
      ShowCourse(try call.reference(0, .course))
    } _: { answer, call in
      let number = try call.versionNumber()
      guard let version = answer.versions.first(where: { $0.number == number }) else {
        throw NotFound(.courseVersion, "\(answer.course.code) \(number)")
      }
      return .json(CourseVersionRepresentation(version, origin: answer.origin))
    },
    publishing, retiring, mapping,
    changes("/api/v1/courses/{course}/audience") { call, fields in
      try fields.check(needs: ["audience"])
      return SetAudience(
        course: try call.reference(0, .course), audience: try fields.required("audience", .choice()))
    } _: { course, _ in
      .json(course)
    },
    asks("/api/v1/catalogues") { _ in
      ListCatalogues()
    } _: { catalogues, _ in
      .json(Page.whole(catalogues))
    },
    changes("/api/v1/catalogues") { _, fields in
      try fields.check(needs: ["code", "titles"])
      return AddCatalogue(
        code: try fields.required("code", .code()), titles: try fields.required("titles", .texts))
    } _: { catalogue, _ in
      .created(catalogue, at: "/api/v1/catalogues/\(catalogue.code)")
    },
    asks("/api/v1/catalogues/{catalogue}") { _ in
      ListCatalogues()
    } _: { catalogues, call in
      let code: CatalogueCode = try call.code(0, .catalogue)
      guard let found = catalogues.first(where: { $0.catalogue.code == code }) else {
        throw NotFound(.catalogue, code.text)
      }
      return .json(found)
    },
    changes("/api/v1/catalogues/{catalogue}/offers") { call, fields in
      try fields.check(needs: ["course"])
      return OfferCourse(
        course: try fields.required("course", .reference()), catalogue: try call.code(0, .catalogue))
    } _: { catalogue, _ in
      .json(catalogue)
    },
  ]

  /// A version is taken into use: `version`, the latest where it is not given.
  private static let publishing = Route(
    "POST", "/api/v1/courses/{course}/publish", .records, .holders(of: PublishVersion.right),
    body: .json(limitBytes: recordBytes)
  ) { call, answering in
    let fields = try call.optionalFields()
    try fields?.check(needs: [], takes: ["version", "passingScore"])
    try call.performOnVersion(
      PublishVersion(
        course: try call.reference(0, .course), number: try fields?.optional("version", .positive),
        passingScore: try fields?.optional("passingScore", .decimal)), answering)
  }

  /// A version is taken out of use: `version`; where it is not given the published one, else the latest.
  private static let retiring = Route(
    "POST", "/api/v1/courses/{course}/retire", .records, .holders(of: RetireVersion.right),
    body: .json(limitBytes: recordBytes)
  ) { call, answering in
    let fields = try call.fields()
    try fields.check(needs: ["reason"], takes: ["version"])
    try call.performOnVersion(
      RetireVersion(
        course: try call.reference(0, .course), number: try fields.optional("version", .positive),
        reason: try fields.required("reason", .text)), answering)
  }

  /// A version is said to teach items of a standard: `version`, the latest where it is not given.
  private static let mapping = Route(
    "POST", "/api/v1/courses/{course}/mappings", .records, .holders(of: MapVersion.right),
    body: .json(limitBytes: recordBytes)
  ) { call, answering in
    let fields = try call.fields()
    try fields.check(needs: ["edition", "items"], takes: ["version"])
    try call.performOnVersion(
      MapVersion(
        course: try call.reference(0, .course), number: try fields.optional("version", .positive),
        edition: try fields.required("edition", .code()), items: try fields.list("items", .code())),
      answering)
  }
}

extension Call {
  /// The number of a version in the path. A text that is none names nothing: 404.
  fileprivate func versionNumber() throws(NotFound) -> Int {
    guard captures[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(captures[1]) else {
      throw NotFound(.courseVersion, captures[1])
    }
    return number
  }

  /// Carries out a change of a version. A version may have thousands of activities, so it is told on a thread of long
  /// work, not on the writer's.
  fileprivate func performOnVersion<C: Change>(
    _ change: C, _ answering: Answering
  ) throws where C.Outcome == CourseVersion {
    try registrar.perform(change, as: knownPrincipal()) { outcome in
      answering.sendElsewhere {
        .json(CourseVersionRepresentation(try outcome.get(), origin: registrar.origin))
      }
    }
  }
}

/// A version in a list.
private struct CourseVersionItem: Representable, Sendable {
  let version: CourseVersion
  let origin: String

  func represent(in json: inout JSONWriter) {
    json.value(CourseVersionRepresentation(version, origin: origin))
  }
}
