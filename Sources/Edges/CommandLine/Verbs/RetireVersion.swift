internal import Arguments
internal import Catalogue
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Takes a version of a course out of use.
  static let retireVersion = Verb.changing(
    "retire", summary: "Take a version of a course out of use, with a reason.",
    discussion: """
      No session is planned on it any more. Sessions that are planned, and enrolments, stay on it; certificates hold. A \
      version that is retired is never published again.
      """,
    examples: [
      Example(
        "registrar course retire VALUATION-1 --reason \"the agreement was amended\"",
        "The course is no longer on offer until another version is published.")
    ],
    arguments: [.course],
    options: [
      .value(
        "number", "N",
        help: "Which version; where not given the published one, or the latest where none is published."),
      .neededReason,
    ]
  ) { errand in
    let version = try errand.perform(
      RetireVersion(
        course: try errand.given.required("COURSE", .reference()),
        number: try errand.given.number("number", in: 1...Int.max),
        reason: try errand.given.required("reason", .text)))
    try errand.changed(
      String(version.number), CourseVersionRepresentation(version, origin: try errand.registrar.origin),
      "Retired version \(version.number) of \(try errand.given.required("COURSE", .text)).")
  }
}
