internal import Arguments
internal import Certification
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Spares a person a stage of a scheme.
  static let waiveStage = Verb.changing(
    "waive", summary: "Spare a person a stage of a scheme, for a recorded reason.",
    discussion: "The scheme's version in force says which stages may be waived.",
    examples: [
      Example(
        "registrar scheme waive MASTER-TRAINER --person PERSON --course MTP-WG3 --reason \"Ill, did the work alone\"",
        "A working group was missed.")
    ],
    arguments: [Argument("SCHEME", kind: .naming(.scheme), help: "The scheme's code or identifier.")],
    options: [
      .value("person", "PERSON", kind: .naming(.person), isRequired: true, help: "Who is spared it."),
      .value("course", "COURSE", kind: .naming(.course), isRequired: true, help: "The stage's course."),
      .neededReason, .decidedBy,
    ]
  ) { errand in
    let given = errand.given
    let waiver = try errand.perform(
      WaiveStage(
        scheme: try given.required("SCHEME", .reference()), person: try given.required("person", .id()),
        course: try given.required("course", .reference()), reason: try given.required("reason", .text),
        decidedBy: try errand.decider))
    try errand.changed(waiver.id.description, waiver, "Recorded that the stage is waived.")
  }
}
