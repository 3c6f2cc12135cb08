internal import Catalogue
internal import HTTP
internal import JSON
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Courses with their versions. A course comes into being by an import.
  static let courseRoutes: [Route] = [
    asks(
      "/api/v1/courses", "List the courses by code.",
      by: .optional("catalogue", .code("TTT"), "Only those that this catalogue offers."), .paging,
      told: .page()
    ) { _, catalogue, page in ListCourses(catalogue: catalogue, page: page) },
    asks("/api/v1/courses/{course}", "Show a course with its versions and activities.", told: .record) {
      call in ShowCourse(try call.reference(0, .course))
    },
    asks(
      "/api/v1/courses/{course}/versions", "List the versions of a course by number.", by: .paging,
      told: .page { answer, _ in
        answer.page.map { CourseVersionItem(version: $0, origin: answer.origin) }
      }
    ) { call, page in ListVersions(course: try call.reference(0, .course), page: page) },
    asks(
      "/api/v1/courses/{course}/versions/{number}", "Show a version of a course with its activities.",
      told: .record { answer, _ in CourseVersionRepresentation(answer.version, origin: answer.origin) }
    ) { call in ShowVersion(course: try call.reference(0, .course), number: try call.versionNumber()) },
    worksOut(
      "/api/v1/courses/{course}/versions/{number}/preview",
      "Look at a version before it is published: its tree, files, languages, and links that lead nowhere.",
      needing: .changeRecords, told: .record
    ) { call in
      let course: Reference<Course> = try call.reference(0, .course)
      let (number, principal) = (try call.versionNumber(), try call.knownPrincipal())
      return LongTask { _ in try call.registrar.preview(course, number: number, as: principal) }
    },
    Route(
      "GET", "/api/v1/courses/{course}/versions/{number}/package", .records, .holders(of: .changeRecords),
      "Hand out the archive or bare manifest that a version was imported from, or a range of its bytes.",
      answers: DeclaredAnswer.ofKept(
        "The package.",
        ["application/zip", "application/xml"].map { .init(mediaType: $0, schema: .text()) })
    ) { call, answering in
      let (file, isArchive) = try call.registrar.package(
        of: call.reference(0, .course), number: call.versionNumber(), as: call.knownPrincipal())
      // A name of the publisher's choice has no place in a field.
      let name = Response.Field(
        "Content-Disposition", "attachment; filename=\"package.\(isArchive ? "zip" : "xml")\"")
      answering.send(
        try .kept(
          file.digest, file.sizeBytes, type: isArchive ? "application/zip" : "application/xml", [name],
          of: call))
    },
    changes(
      "/api/v1/courses/{course}/publish", "Publish a version, so that sessions can deliver it.",
      takes: .optional("version", .positive, "Which version; the latest where not given."),
      .optional(
        "passingScore", .decimal,
        "The score from 0 to 1 that an assessment of the whole course must reach; the activities decide where not given."
      ), mayBeEmpty: true, isLarge: true, told: .version
    ) { call, number, passingScore in
      PublishVersion(
        course: try call.reference(0, .course), number: number, passingScore: passingScore)
    },
    changes(
      "/api/v1/courses/{course}/retire", "Take a version out of use; enrolments stay on it.",
      takes: .optional(
        "version", .positive, "Which version; the published one where not given, else the latest."),
      .needed("reason", .text, "Why; kept in the history."), isLarge: true, told: .version
    ) { call, number, reason in
      RetireVersion(course: try call.reference(0, .course), number: number, reason: reason)
    },
    changes(
      "/api/v1/courses/{course}/mappings", "State that a version teaches items of a standard.",
      takes: .needed("edition", .code("PICARD-2019"), "The edition of the standard."),
      .needed("items", .list(of: .code("OM-K-01")), "Items of that edition."),
      .optional("version", .positive, "Which version; the latest where not given."), isLarge: true,
      told: .version
    ) { call, edition, items, number in
      MapVersion(
        course: try call.reference(0, .course), number: number, edition: edition, items: items)
    },
    changes(
      "/api/v1/courses/{course}/audience", "Say whom a course is for.",
      takes: .needed("audience", .choice(), "Who may be enrolled."), told: .record
    ) { call, audience in SetAudience(course: try call.reference(0, .course), audience: audience) },
  ]

  /// Catalogues, which offer courses.
  static let catalogueRoutes: [Route] = [
    asks("/api/v1/catalogues", "List the catalogues by code.", by: .paging, told: .page()) { _, page in
      ListCatalogues(page: page)
    },
    changes(
      "/api/v1/catalogues", "Open a catalogue.", takes: .needed("code", .code("TTT"), "A new code."),
      .needed("titles", .texts, "Its title."), told: .created { "/api/v1/catalogues/\($0.code)" }
    ) { _, code, titles in AddCatalogue(code: code, titles: titles) },
    asks("/api/v1/catalogues/{catalogue}", "Show a catalogue and the courses it offers.", told: .record) {
      call in ShowCatalogue(try call.code(0, .catalogue))
    },
    changes(
      "/api/v1/catalogues/{catalogue}/offers", "Offer a published course in a catalogue.",
      takes: .needed("course", .reference(), "The course."), told: .record
    ) { call, course in OfferCourse(course: course, catalogue: try call.code(0, .catalogue)) },
  ]
}

extension Call {
  /// The number of a version in the path. A text that is none names nothing: 404.
  fileprivate func versionNumber() throws(NotFound) -> Int {
    guard captures[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(captures[1]) else {
      throw NotFound(.courseVersion, captures[1])
    }
    return number
  }
}

extension Telling where Outcome == CourseVersion {
  fileprivate static var version: Telling {
    .record { version, call in CourseVersionRepresentation(version, origin: call.registrar.origin) }
  }
}

/// A version in a list.
private struct CourseVersionItem: Described, Sendable {
  let version: CourseVersion
  let origin: String

  static let schema = CourseVersionRepresentation.schema

  func represent(in json: inout JSONWriter) {
    json.value(CourseVersionRepresentation(version, origin: origin))
  }
}
