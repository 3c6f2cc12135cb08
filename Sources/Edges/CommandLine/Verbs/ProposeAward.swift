internal import Arguments
internal import Certification
internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Option {
  /// Who decided, since the command line is nobody's in particular.
  static let decidedBy = Option.value(
    "decided-by", "PERSON", kind: .naming(.person),
    help: "Who decided it; needed where the scheme asks who.")
}

extension Errand {
  /// Who decided, as `--decided-by` has it.
  var decider: PersonID? { get throws { try given.optional("decided-by", .id()) } }
}

extension Verb {
  /// Proposes an award, releases and declines one, and lists those that wait.
  static let proposing: [Verb] = [proposeAward, releaseAward, declineAward, listProposals, showProposal]

  private static let proposeAward = Verb.changing(
    "propose", summary: "Propose an award for another person to release.",
    examples: [
      Example(
        "registrar certificate propose ENROLMENT --scheme TTT --decided-by PERSON",
        "The first of the two persons that the scheme asks for."),
      Example(
        "registrar certificate propose ENROLMENT --scheme TTT --renews TTT-2026-000001 --decided-by PERSON",
        "The same of a renewal."),
    ],
    arguments: [.enrolment],
    options: [
      .value(
        "scheme", "SCHEME", kind: .naming(.scheme), isRequired: true,
        help: "The scheme's code or identifier."),
      .renewing, .decidedBy,
    ]
  ) { errand in
    let proposal = try errand.perform(
      ProposeAward(
        enrolment: try errand.given.required("ENROLMENT", .id()),
        scheme: try errand.given.required("scheme", .reference()),
        renewing: try errand.given.optional("renews", .text), decidedBy: try errand.decider))
    try errand.changed(
      proposal.id.description, proposal, "Proposed; another person releases it.",
      next: "certificate release \(proposal.id) --decided-by PERSON")
  }

  private static let releaseAward = Verb.changing(
    "release", summary: "Release a proposed award: the certificate is issued.",
    discussion: "The rules are asked again. Who proposed it does not also release it.",
    examples: [
      Example(
        "registrar certificate release PROPOSAL --decided-by PERSON", "The second person's part of an award.")
    ],
    arguments: [.proposal], options: [.decidedBy]
  ) { errand in
    let outcome = try errand.perform(
      ReleaseAward(
        proposal: try errand.given.required("PROPOSAL", .id()), decidedBy: try errand.decider))
    try errand.tell(outcome)
  }

  private static let declineAward = Verb.changing(
    "decline", summary: "Decline a proposed award, with a reason.",
    examples: [
      Example(
        "registrar certificate decline PROPOSAL --reason \"The practicum was another's\"",
        "It can be proposed anew.")
    ],
    arguments: [.proposal], options: [.neededReason, .decidedBy]
  ) { errand in
    let proposal = try errand.perform(
      DeclineAward(
        proposal: try errand.given.required("PROPOSAL", .id()),
        reason: try errand.given.required("reason", .text), decidedBy: try errand.decider))
    try errand.changed(proposal.id.description, proposal, "Declined.")
  }

  private static let listProposals = Verb.showing(
    "proposals", summary: "List the awards that wait for their release, in the order they were proposed.",
    examples: [Example("registrar certificate proposals", "See what waits for a second person.")],
    options: [.flag("all", help: "Those too that were released or declined.")] + Option.paging
  ) { errand in
    let page = try errand.answer(
      ListProposals(isOfAll: errand.given.flag("all"), page: try errand.given.page()))
    let names = Names(errand)
    try errand.list(page, ["ID", "ENROLMENT", "VERSION", "PROPOSED BY", "AT", "STATE"]) { proposal in
      [
        proposal.id.description, proposal.enrolment.description, String(proposal.schemeVersion),
        try names.person(proposal.proposedBy), proposal.proposedAt.text(fractionDigits: 0),
        proposal.state.rawValue,
      ]
    }
  }
}

extension Verb {
  private static let showProposal = Verb.showing(
    "proposal", summary: "Show a proposed award, and what became of it.",
    examples: [Example("registrar certificate proposal PROPOSAL", "See who proposed it.")],
    arguments: [.proposal]
  ) { errand in
    let proposal = try errand.answer(ShowProposal(try errand.given.required("PROPOSAL", .id())))
    let names = Names(errand)
    try errand.show(proposal) {
      Details([
        ("id", proposal.id.description), ("enrolment", proposal.enrolment.description),
        ("version", String(proposal.schemeVersion)), ("state", proposal.state.rawValue),
        ("proposed by", try names.person(proposal.proposedBy)),
        ("at", proposal.proposedAt.text(fractionDigits: 0)),
      ]).lines
    }
  }
}

extension Argument {
  fileprivate static let proposal = Argument(
    "PROPOSAL", kind: .naming(.proposal), help: "The proposal's identifier.")
}
