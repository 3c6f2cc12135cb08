internal import Arguments
internal import Certification
internal import Enrolment
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Awards certificates to everyone in a session who is eligible, or proposes and releases that.
  static let awardSession = sessionVerb(
    .award, summary: "Award a certificate to everyone in a session whom a scheme's rules find eligible.",
    examples: [
      Example("registrar session award VAL-2026-1 --scheme VAL-CERT --dry-run", "See whom it would award."),
      Example("registrar session award VAL-2026-1 --scheme VAL-CERT", "Award whoever is eligible by now."),
    ])

  /// The first person's part, where a scheme asks for two.
  static let proposeSession = sessionVerb(
    .propose, summary: "Propose a certificate for everyone in a session whom a scheme's rules find eligible.",
    examples: [
      Example(
        "registrar session propose VAL-2026-1 --scheme VAL-CERT --decided-by PERSON",
        "The first of the two persons that the scheme asks for.")
    ])

  /// The second person's part.
  static let releaseSession = sessionVerb(
    .release, summary: "Release what was proposed for a session: the certificates are issued.",
    examples: [
      Example(
        "registrar session release VAL-2026-1 --scheme VAL-CERT --decided-by PERSON",
        "The second person's part, for all of them.")
    ])

  private static func sessionVerb(
    _ step: AwardPlan.Step, summary: String, examples: [Example]
  ) -> Verb {
    Verb(
      Command(
        step.rawValue, summary: summary,
        discussion: """
          With --dry-run nothing is changed: everyone in the session is told with the verdict, and the plan's hash. Given \
          with --plan, that very plan is carried out, or nothing. All are taken, or none.
          """,
        examples: examples, arguments: [.session],
        options: [
          .value(
            "scheme", "SCHEME", kind: .naming(.scheme), isRequired: true,
            help: "The scheme's code or identifier."),
          .value("plan", "HASH", help: "The hash of the plan that was looked at."), .dryRun, .decidedBy,
        ]),
      need: { .records($0.flag("dry-run") ? .reading : .writing) }
    ) { errand in
      try errand.award(step)
      return .done
    }
  }
}

extension Errand {
  fileprivate func award(_ step: AwardPlan.Step) throws {
    let session: Reference<Session> = try given.required("SESSION", .reference())
    let scheme: Reference<Scheme> = try given.required("scheme", .reference())
    if given.flag("dry-run") {
      let plan = try answer(
        PlanAwards(session: session, scheme: scheme, step: step, decidedBy: try decider))
      try show(plan) { plan.lines(columns: surroundings.columns) }
    } else {
      let outcome = try perform(
        AwardSession(
          session: session, scheme: scheme, step: step, planHash: try given.optional("plan", .text),
          decidedBy: try decider))
      for certificate in outcome.certificates { try sign(certificate) }
      try tell(outcome)
    }
  }

  private func tell(_ outcome: AwardSession.Outcome) throws {
    let origin = try registrar.origin
    if output.isJSON { return try output.json(SessionAwardsRepresentation(outcome, origin: origin)) }
    let (headings, rows) = outcome.table
    if !rows.isEmpty { try output.lines(Table(headings, rows).lines(columns: surroundings.columns)) }
    let plan = outcome.plan
    let leftOut = plan.candidates.count - rows.count
    try output.say(
      "\(plan.step.done) \(counted(rows.count, "certificate")) in session \(plan.session); "
        + "\(leftOut) left out.")
    if !rows.isEmpty { try output.next(plan.next) }
  }
}

extension AwardSession.Outcome {
  fileprivate var table: (headings: [String], rows: [[String]]) {
    switch plan.step {
    case .award, .release:
      (
        ["NUMBER", "CODE", "HOLDER"],
        certificates.map { [$0.number.text, $0.code.description, $0.facts.holder] }
      )
    case .propose:
      (["PROPOSAL", "ENROLMENT"], proposals.map { [$0.id.description, $0.enrolment.description] })
    }
  }
}

extension AwardPlan.Step {
  fileprivate var done: String {
    switch self {
    case .award: "Awarded"
    case .propose: "Proposed"
    case .release: "Released"
    }
  }

  fileprivate var planned: String {
    switch self {
    case .award: "awarded"
    case .propose: "proposed"
    case .release: "released"
    }
  }
}

extension AwardPlan {
  /// What may follow.
  fileprivate var next: String {
    switch step {
    case .award, .release: "certificate bundle \(session) --out certificates.zip"
    case .propose: "session release \(session) --scheme \(scheme) --decided-by PERSON"
    }
  }

  fileprivate func lines(columns: Int?) -> [String] {
    let rows = candidates.map { [$0.enrolment.description, $0.name, $0.verdict.sentence] }
    return Table(["ENROLMENT", "NAME", "VERDICT"], rows).lines(columns: columns)
      + [
        "",
        "plan \(hash): \(awarded.count) of \(candidates.count) would be \(step.planned), by version \(version)",
      ]
  }
}
