internal import Arguments
internal import Certification
internal import Enrolment
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Awards certificates to everyone in a session who is eligible.
  static let awardSession = Verb(
    Command(
      "award", summary: "Award a certificate to everyone in a session whom a scheme's rules find eligible.",
      discussion: """
        With --dry-run nothing is awarded: everyone in the session is told with the verdict, and the plan's hash. Given \
        with --plan, that very plan is carried out, or nothing. All are awarded, or none.
        """,
      examples: [
        Example("registrar session award VAL-2026-1 --scheme VAL-CERT --dry-run", "See whom it would award."),
        Example("registrar session award VAL-2026-1 --scheme VAL-CERT", "Award whoever is eligible by now."),
      ],
      arguments: [.session],
      options: [
        .value(
          "scheme", "SCHEME", kind: .naming(.scheme), isRequired: true,
          help: "The scheme's code or identifier."),
        .value("plan", "HASH", help: "The hash of the plan that was looked at."), .dryRun, .decidedBy,
      ]),
    need: { .records($0.flag("dry-run") ? .reading : .writing) }
  ) { errand in
    let given = errand.given
    let session: Reference<Session> = try given.required("SESSION", .reference())
    let scheme: Reference<Scheme> = try given.required("scheme", .reference())
    if given.flag("dry-run") {
      let plan = try errand.answer(
        PlanAwards(session: session, scheme: scheme, decidedBy: try errand.decider))
      try errand.show(plan) { plan.lines(columns: errand.surroundings.columns) }
    } else {
      let outcome = try errand.perform(
        AwardSession(
          session: session, scheme: scheme, planHash: try given.optional("plan", .text),
          decidedBy: try errand.decider))
      for certificate in outcome.certificates { try errand.sign(certificate) }
      try errand.tell(outcome)
    }
    return .done
  }
}

extension Errand {
  fileprivate func tell(_ outcome: AwardSession.Outcome) throws {
    let origin = try registrar.origin
    if output.isJSON { return try output.json(SessionAwardsRepresentation(outcome, origin: origin)) }
    let rows = outcome.certificates.map {
      [$0.number.text, $0.code.description, $0.facts.holder]
    }
    if !rows.isEmpty {
      try output.lines(Table(["NUMBER", "CODE", "HOLDER"], rows).lines(columns: surroundings.columns))
    }
    let leftOut = outcome.plan.candidates.count - rows.count
    try output.say(
      "Awarded \(counted(rows.count, "certificate")) in session \(outcome.plan.session); "
        + "\(leftOut) left out.")
    if !rows.isEmpty { try output.next("certificate bundle \(outcome.plan.session) --out certificates.zip") }
  }
}

extension AwardPlan {
  fileprivate func lines(columns: Int?) -> [String] {
    let rows = candidates.map { [$0.enrolment.description, $0.name, $0.verdict.sentence] }
    return Table(["ENROLMENT", "NAME", "VERDICT"], rows).lines(columns: columns)
      + [
        "", "plan \(hash): \(awarded.count) of \(candidates.count) would be awarded, by version \(version)",
      ]
  }
}
