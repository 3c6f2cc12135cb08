internal import Arguments
internal import Catalogue
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Says whom a course is for.
  static let setAudience = Verb.changing(
    "audience", summary: "Say whom a course is for.",
    discussion: """
      officers-only: officers of Members, each confirmed by a nomination that the Member endorsed. members: people of \
      Members and of the WCO's own bodies. public: anyone. It holds for whoever is nominated or enrolled from then on.
      """,
    examples: [
      Example("registrar course audience RISK-1 --for officers-only", "A course about enforcement.")
    ],
    arguments: [.course],
    options: [
      .choice("for", "AUDIENCE", of: Audience.self, isRequired: true, help: "Whom the course is for.")
    ]
  ) { errand in
    let course = try errand.perform(
      SetAudience(
        course: try errand.given.required("COURSE", .reference()),
        audience: try errand.given.required("for", .choice())))
    try errand.changed(course.code.text, course, "Course \(course.code) is for: \(course.audience.rawValue).")
  }
}
