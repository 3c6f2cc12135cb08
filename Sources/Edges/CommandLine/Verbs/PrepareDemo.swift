internal import Arguments
internal import Catalogue
internal import Operations
internal import People
internal import Representations
internal import Values

extension Verb {
  /// Loads the shipped courses with an example around one of them.
  static let prepareDemo = Verb.changing(
    "prepare", summary: "Load the shipped courses and enter plainly marked people to try it with; once.",
    discussion:
      "Where the example is there already nothing is changed, and its key's secret is not shown again.",
    examples: [Example("registrar demo prepare", "An example to begin with.")]
  ) { errand in
    let catalogues = try errand.folders.shippedCatalogues().map { try errand.catalogueRequest($0) }
    guard let example = try errand.registrar.prepareExample(catalogues: catalogues, as: .owner) else {
      return try errand.output.say("The example is there already; nothing was changed.")
    }
    guard !errand.output.isJSON else { return try errand.output.json(example) }
    try errand.output.lines(
      Details([
        ("course", example.course.text), ("session", example.session.text), ("scheme", example.scheme.text),
        ("officer", "\(example.officer.name), \(example.officer.id)"),
        ("enrolment", example.enrolment.description),
        ("activity", ActivityIRI.of("1", version: example.version, origin: try errand.registrar.origin)),
        ("report", example.report.text), ("key", example.key.key.id.description),
        ("secret", example.key.secret),
      ]).lines)
    try errand.output.say("This is the one time that the secret is shown. All of it is demonstration data.")
    try errand.output.next("enrolment show \(example.enrolment)")
  }
}
