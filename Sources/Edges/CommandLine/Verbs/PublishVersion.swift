internal import Arguments
internal import Catalogue
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// Courses and their versions.
  static let course = Noun(
    name: "course", summary: "Courses, their versions and activities.",
    verbs: [
      .listCourses, .showCourse, .previewVersion, .exportPackage, .publishVersion, .retireVersion,
      .mapVersion, .setAudience, .listTools,
    ] + Verb.decidingOnTools)
}

extension Verb {
  fileprivate static let listCourses = Verb.showing(
    "list", summary: "List the courses by code.",
    examples: [Example("registrar course list", "List the courses.")],
    options: [
      .value("catalogue", "CODE", kind: .naming(.catalogue), help: "Only those that this catalogue offers.")
    ] + Option.paging
  ) { errand in
    let page = try errand.answer(
      ListCourses(
        catalogue: try errand.given.optional("catalogue", .code()), page: try errand.given.page()))
    try errand.list(page, ["CODE", "TITLE", "PUBLISHER'S IDENTIFIER"]) { course in
      [course.code.text, course.title.text(), course.publisherIdentifier]
    }
  }

  fileprivate static let showCourse = Verb.showing(
    "show", summary: "Show a course with its versions and activities.",
    examples: [Example("registrar course show VALUATION-1", "Show a course by its code.")],
    arguments: [.course]
  ) { errand in
    let answer = try errand.answer(ShowCourse(try errand.given.required("COURSE", .reference())))
    try errand.show(answer) {
      let course = answer.course
      let details = Details([
        ("code", course.code.text), ("id", course.id.description), ("title", words(course.title)),
        ("publisher's id", course.publisherIdentifier), ("audience", course.audience.rawValue),
      ])
      return details.lines + answer.versions.flatMap { lines(of: $0, errand.surroundings.columns) }
    }
  }

  fileprivate static let publishVersion = Verb.changing(
    "publish", summary: "Publish a version, so that sessions can deliver it.",
    discussion:
      "The version of the same language variant published before is superseded; enrolments stay on the version they began with.",
    examples: [
      Example(
        "registrar course publish VALUATION-1",
        "Publish the latest version; its activities decide who passes."),
      Example(
        "registrar course publish VALUATION-1 --passing-score 0.7",
        "Passed by a scored assessment of the whole course that reaches 70 %."),
    ],
    arguments: [.course],
    options: [
      .versionNumber,
      .value(
        "passing-score", "D",
        help:
          "The score from 0 to 1 that an assessment of the whole course must reach; activities decide where not given."
      ),
    ]
  ) { errand in
    let version = try errand.perform(
      PublishVersion(
        course: try errand.given.required("COURSE", .reference()),
        number: try errand.given.number("number", in: 1...Int.max),
        passingScore: try errand.given.optional("passing-score", .decimal)))
    let course = try errand.given.required("COURSE", .text)
    try errand.changed(
      String(version.number), CourseVersionRepresentation(version, origin: try errand.registrar.origin),
      "Published version \(version.number) of \(course).",
      next: "session plan CODE --course \(course) --mode MODE --from DAY --to DAY")
  }

  fileprivate static let mapVersion = Verb.changing(
    "map", summary: "State that a version teaches items of a standard.",
    examples: [
      Example(
        "registrar course map VALUATION-1 --standard PICARD-2019 --item OM-K-01", "Map the latest version.")
    ],
    arguments: [.course],
    options: [
      .value(
        "standard", "CODE", kind: .naming(.standard), isRequired: true, help: "The edition of the standard."),
      .value(
        "item", "CODE", kind: .naming(.item), isRequired: true, isRepeated: true,
        help: "An item of that edition."),
      .versionNumber,
    ]
  ) { errand in
    let version = try errand.perform(
      MapVersion(
        course: try errand.given.required("COURSE", .reference()),
        number: try errand.given.number("number", in: 1...Int.max),
        edition: try errand.given.required("standard", .code()), items: try errand.given.each("item", .code())
      ))
    try errand.changed(
      String(version.number), CourseVersionRepresentation(version, origin: try errand.registrar.origin),
      "Version \(version.number) teaches \(counted(version.mapping.count, "item")).")
  }
}

/// A version with its activities, indented by their depth.
private func lines(of version: CourseVersion, _ columns: Int?) -> [String] {
  let outline =
    version.isOutline ? ", an outline: \(counted(version.missingFiles, "file")) missing" : ""
  let variant = version.variant.map { ", in \($0)" } ?? ""
  let head =
    "Version \(version.number)\(variant), \(version.state.rawValue)\(outline), \(version.structure.format.family) "
    + version.structure.format.version
  let activities = version.structure.activities.flatMap { rows(of: $0, depth: 0) }
  return ["", head]
    + Table(["KEY", "ACTIVITY", "SATISFIED BY", "MASTERY"], activities).lines(columns: columns)
}

private func rows(of activity: ActivityNode, depth: Int) -> [[String]] {
  let title = String(repeating: "  ", count: depth) + activity.title.text()
  let row = [
    activity.key, title, activity.launch?.moveOn.rawValue ?? "",
    activity.launch?.masteryScore?.description ?? "",
  ]
  return [row] + activity.children.flatMap { rows(of: $0, depth: depth + 1) }
}
