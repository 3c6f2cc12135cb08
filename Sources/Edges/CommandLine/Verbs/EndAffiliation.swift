internal import Arguments
internal import Operations
internal import People
internal import Representations
internal import Values

extension Noun {
  /// Where people belong.
  static let affiliation = Noun(
    name: "affiliation", summary: "A person's places in organisations.", verbs: [.endAffiliation])
}

extension Verb {
  fileprivate static let endAffiliation = Verb.changing(
    "end", summary: "End a person's place in an organisation.",
    discussion: """
      "person show" gives the identifiers of places. Enrolments that are recorded keep the place that they are counted by.
      """,
    examples: [
      Example(
        "registrar person affiliation end AFFILIATION --on 2026-06-30 --reason \"moved to another post\"",
        "The last day in the organisation was the last of June.")
    ],
    arguments: [Argument("AFFILIATION", kind: .naming(.affiliation), help: "The identifier of the place.")],
    options: [
      .value("on", "DAY", isRequired: true, help: "The last day on which the person belongs there."),
      .neededReason,
    ]
  ) { errand in
    let given = errand.given
    let affiliation = try errand.perform(
      EndAffiliation(
        affiliation: try given.required("AFFILIATION", .id()), lastDay: try given.required("on", .day),
        reason: try given.required("reason", .text)))
    try errand.changed(
      affiliation.id.description, affiliation, "The place holds \(words(affiliation.validity)).")
  }
}
