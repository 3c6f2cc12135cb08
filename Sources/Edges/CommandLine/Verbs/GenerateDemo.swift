internal import Arguments
internal import Operations
internal import Representations

extension Noun {
  /// Demonstration data.
  static let demo = Noun(
    name: "demo", summary: "Plainly marked demonstration data.", verbs: [.prepareDemo, .generateDemo])
}

extension Verb {
  fileprivate static let generateDemo = Verb.changing(
    "generate", summary: "Fill the records with a plainly marked demonstration, January 2024 to June 2026.",
    discussion: "The same numbers give the same records; keys, secrets and public codes apart.",
    examples: [
      Example(
        "registrar demo generate --members 20 --persons 2000 --seed 1",
        "A demonstration of two thousand officers.")
    ],
    options: [
      .value("members", "N", help: "How many Members, 1 to 500; 20 where not given."),
      .value("persons", "N", help: "How many officers, 1 to 1000000; 1000 where not given."),
      .value("seed", "S", help: "Which demonstration, a whole number from 0; 1 where not given."),
    ]
  ) { errand in
    let given = errand.given
    let members = try given.number("members", in: 1...500) ?? 20
    let persons = try given.number("persons", in: 1...1_000_000) ?? 1000
    let seed = try given.number("seed", in: 0...Int.max) ?? 1
    guard let plan = DemoPlan(members: members, persons: persons, seed: UInt64(seed)) else {
      throw given.unfit("persons", String(persons), "within the bounds that --help names")
    }
    let line = ProgressLine(surroundings: errand.surroundings, unit: "steps")
    let summary = try errand.registrar.generateDemo(plan, as: .owner, progress: line.show)
    line.clear()
    try errand.show(summary) {
      Details([
        ("organisations", String(summary.parties)), ("persons", String(summary.persons)),
        ("sessions", String(summary.sessions)), ("enrolments", String(summary.enrolments)),
        ("certificates", String(summary.certificates)),
      ]).lines
    }
    try errand.output.next(
      "report certification --audience directorate --from 2024-01-01 --to 2026-06-30")
  }
}
