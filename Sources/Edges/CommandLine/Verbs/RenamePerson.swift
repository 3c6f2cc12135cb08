internal import Arguments
internal import Operations
internal import People
internal import Representations
internal import Values

extension Verb {
  /// Gives a person another name.
  static let renamePerson = Verb.changing(
    "rename", summary: "Give a person another name, with a reason.",
    discussion: """
      The name before stays in the history, and certificates keep the name that they were issued in: "certificate \
      replace" issues one in the present name.
      """,
    examples: [
      Example(
        "registrar person rename PERSON --name \"Amina Other\" --reason \"marriage certificate seen\"",
        "Enter a new name.")
    ],
    arguments: [.person],
    options: [
      .value("name", "NAME", isRequired: true, help: "The full name as it is to stand on a certificate."),
      .neededReason,
    ]
  ) { errand in
    let given = errand.given
    let person = try errand.perform(
      RenamePerson(
        person: try given.required("PERSON", .id()), name: try given.required("name", .text),
        reason: try given.required("reason", .text)))
    try errand.changed(
      person.id.description, person, "The person is called \(person.name) now.",
      next: "certificate list --person \(person.id)")
  }
}
