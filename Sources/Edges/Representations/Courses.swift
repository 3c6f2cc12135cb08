public import Catalogue
public import JSON
public import Operations
internal import Values

extension CourseVersionState: Representable {}
extension Audience: Representable {}

extension Course: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", id)
    json.member("code", code)
    json.member("publisherIdentifier", publisherIdentifier)
    json.member("title", title)
    json.member("audience", audience)
  }
}

extension ShowCourse.Answer: Representable {
  /// The course's members, and `versions` with their activities.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      course.members(in: &json)
      json.member("versions", each: versions.map { CourseVersionRepresentation($0, origin: origin) })
    }
  }
}

/// A version of a course with its activities, each with the IRI that statements speak of it by.
public struct CourseVersionRepresentation: Representable {
  let version: CourseVersion
  let origin: String

  /// - Parameter origin: what the IRIs of activities begin with (`Registrar.origin`).
  public init(_ version: CourseVersion, origin: String) {
    self.version = version
    self.origin = origin
  }

  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", version.id)
      json.member("course", version.course)
      json.member("number", version.number)
      json.member("variant", orNull: version.variant)
      json.member("state", version.state)
      json.member("missingFiles", version.missingFiles)
      json.member("contentDigest", version.contentDigest)
      json.member("passingScore", orNull: version.passRule.passingScore)
      json.member("mapping", each: version.mapping)
      content(of: version.structure, in: &json)
    }
  }

  private func content(of structure: CourseStructure, in json: inout JSONWriter) {
    json.member("format", structure.format.family)
    json.member("formatVersion", structure.format.version)
    json.member("publisherIdentifier", structure.publisherIdentifier)
    json.member("title", structure.title)
    json.member("description", structure.description)
    json.member("languages", each: structure.languages)
    json.member("objectives", each: structure.objectives)
    json.member("iri", ActivityIRI.of(nil, version: version.id, origin: origin))
    json.member("activities", each: structure.activities.map { activity($0) })
    json.member("details", each: structure.details)
  }

  private func activity(_ node: ActivityNode) -> ActivityRepresentation {
    ActivityRepresentation(node: node, version: version.id, origin: origin)
  }
}

extension Objective: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("identifier", identifier)
      json.member("title", title)
      json.member("description", description)
    }
  }
}

extension CourseCatalogue: Representable {
  /// The catalogue; `offers` are the identifiers of its courses.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      members(in: &json)
      json.member("offers", each: offers)
    }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", id)
    json.member("code", code)
    json.member("titles", titles)
  }
}

extension ListCatalogues.Item: Representable {
  /// The catalogue; `offers` are its courses, whole.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      catalogue.members(in: &json)
      json.member("offers", each: courses)
    }
  }
}

extension Course: Described {
  public static let schema = Schema.named("Course", .object(members))

  static let members: [Schema.Member] = [
    .init("id", .id), .init("code", .code()), .init("publisherIdentifier", .text()), .init("title", .texts),
    .init("audience", .choice(of: Audience.self)),
  ]
}

extension ShowCourse.Answer: Described {
  public static let schema = Schema.named(
    "CourseWithVersions",
    .object(Course.members + [.init("versions", .list(of: CourseVersionRepresentation.schema))]))
}

extension CourseVersionRepresentation: Described {
  public static let schema = Schema.named(
    "CourseVersion",
    .object([
      .init("id", .id), .init("course", .id), .init("number", .whole(from: 1, to: nil)),
      .init(
        "variant", .orNull(.language),
        "The language of the variant that it is of; null for the course as it came first."),
      .init("state", .choice(of: CourseVersionState.self)),
      .init(
        "missingFiles", .count,
        "Files that the package names and did not bring, where launch files are among them; else 0."),
      .init("contentDigest", .text()),
      .init("passingScore", .orNull(.number), "Null where the activities decide."),
      .init("mapping", .list(of: StandardMapping.schema)), .init("format", .text(example: "cmi5")),
      .init("formatVersion", .text()), .init("publisherIdentifier", .text()), .init("title", .texts),
      .init("description", .texts), .init("languages", .list(of: .language)),
      .init(
        "objectives",
        .list(
          of: .object([
            .init("identifier", .text()), .init("title", .texts), .init("description", .texts),
          ]))),
      .init("iri", .text()), .init("activities", .list(of: ActivityRepresentation.schema)),
      .init("details", .list(of: Detail.schema), "What the package says of the course beyond all this."),
    ]))
}

extension CourseCatalogue: Described {
  public static let schema = Schema.named(
    "Catalogue", .object(members + [.init("offers", .list(of: .id), "Its courses' identifiers.")]))

  fileprivate static let members: [Schema.Member] = [
    .init("id", .id), .init("code", .code(example: "TTT")), .init("titles", .texts),
  ]
}

extension ListCatalogues.Item: Described {
  public static let schema = Schema.named(
    "CatalogueWithCourses",
    .object(CourseCatalogue.members + [.init("offers", .list(of: Course.schema))]))
}
