public import Certification
public import Enrolment
public import People
public import Values

/// Proposes an award or a renewal for another person to release, where the scheme's rules find the enrolment eligible.
public struct ProposeAward: Change {
  public static let right = Right.certify

  public let enrolment: EnrolmentID
  public let scheme: Reference<Scheme>
  /// The public code or the number of a certificate that is to be renewed; nil of a first award.
  public let renewing: String?
  /// Who proposes it, where who acts is nobody in particular.
  public let decidedBy: PersonID?

  public init(
    enrolment: EnrolmentID, scheme: Reference<Scheme>, renewing: String? = nil, decidedBy: PersonID? = nil
  ) {
    self.enrolment = enrolment
    self.scheme = scheme
    self.renewing = renewing
    self.decidedBy = decidedBy
  }

  public func carryOut(_ work: Work) throws -> AwardProposal {
    let awarding = try Awarding(
      of: enrolment, under: scheme, work,
      renewing: renewing.map { try work.reached.certificate(named: $0) })
    let (scheme, version) = (awarding.scheme, awarding.version)
    guard version.decision.isReleasedByAnother else {
      throw AwardProposal.Refusal.releaseNotAsked(scheme.code)
    }
    let deciding = try work.deciding(work.decider(named: decidedBy), on: awarding.enrolment, as: .proposing)
    _ = try awarding.judged(deciding)
    guard let proposer = deciding.person else { throw AwardRefused(reasons: [.deciderUnknown]) }
    if let open = try work.records.openProposal(of: enrolment, under: scheme.id) {
      throw AwardProposal.Refusal.proposedAlready(open.id)
    }
    let proposal = AwardProposal(
      id: work.newIdentifier(), enrolment: enrolment, scheme: scheme.id, schemeVersion: version.number,
      renews: awarding.renewed?.id, proposedBy: proposer, proposedAt: work.now, settlement: nil)
    try work.records.insert(proposal)
    try work.note(
      "certificate propose", .proposal, proposal.id.uuid, person: awarding.enrolment.person,
      [
        FieldChange("scheme", from: nil, to: scheme.code.text),
        FieldChange("proposedBy", from: nil, to: proposer.description),
      ])
    return proposal
  }
}

/// Releases a proposed award: the rules are asked again, and another person than who proposed it decides.
public struct ReleaseAward: Change {
  public static let right = Right.certify

  public let proposal: AwardProposalID
  /// Who releases it, where who acts is nobody in particular.
  public let decidedBy: PersonID?

  public init(proposal: AwardProposalID, decidedBy: PersonID? = nil) {
    self.proposal = proposal
    self.decidedBy = decidedBy
  }

  public func carryOut(_ work: Work) throws -> Award.Outcome {
    let proposal = try work.openProposal(proposal)
    let awarding = try Awarding(
      of: proposal.enrolment, under: .id(proposal.scheme), work,
      renewing: proposal.renews.flatMap { try work.records.certificate($0) })
    guard proposal.schemeVersion == awarding.version.number else {
      throw AwardProposal.Refusal.rulesChanged(
        proposedBy: proposal.schemeVersion, inForce: awarding.version.number)
    }
    let deciding = try work.deciding(
      work.decider(named: decidedBy), on: awarding.enrolment,
      as: .releasing(proposedBy: proposal.proposedBy))
    let outcome = try awarding.award(deciding)
    guard let releaser = deciding.person else { throw AwardRefused(reasons: [.deciderUnknown]) }
    try work.records.settle(proposal.id, .released(outcome.certificate.id, by: releaser, at: work.now))
    try work.note(
      "certificate release", .proposal, proposal.id.uuid, person: awarding.enrolment.person,
      [FieldChange("certificate", from: nil, to: outcome.certificate.number.text)] + deciding.changes)
    return outcome
  }
}

/// Declines a proposed award, with a reason; it can be proposed anew.
public struct DeclineAward: Change {
  public static let right = Right.certify

  public let proposal: AwardProposalID
  public let reason: String
  /// Who declines it, where who acts is nobody in particular.
  public let decidedBy: PersonID?

  public init(proposal: AwardProposalID, reason: String, decidedBy: PersonID? = nil) {
    self.proposal = proposal
    self.reason = reason
    self.decidedBy = decidedBy
  }

  public func carryOut(_ work: Work) throws -> AwardProposal {
    let open = try work.openProposal(proposal)
    let enrolment = try work.reached.enrolment(identified: open.enrolment)
    try work.grant.requireActing(
      for: work.records.party(named: .id(work.records.scheme(named: .id(open.scheme)).issuer)))
    guard reason.isVisible else { throw AwardProposal.Refusal.reasonMissing }
    let decider = try work.deciding(work.decider(named: decidedBy), on: enrolment, as: .alone).person
    try work.records.settle(open.id, .declined(by: decider, at: work.now, reason: reason))
    try work.note(
      "certificate decline", .proposal, open.id.uuid, person: enrolment.person, reason: reason,
      [FieldChange("state", from: "open", to: "declined")])
    return try work.records.proposal(open.id) ?? open
  }
}

extension Work {
  fileprivate func openProposal(_ id: AwardProposalID) throws -> AwardProposal {
    let proposal = try reached.proposal(identified: id)
    guard proposal.settlement == nil else { throw AwardProposal.Refusal.settledAlready }
    return proposal
  }
}

extension ReachedRecords {
  /// A proposal lies where its enrolment does.
  fileprivate func proposal(identified id: AwardProposalID) throws -> AwardProposal {
    let notFound = NotFound(.proposal, id.description)
    guard let found = try records.proposal(id) else { throw notFound }
    guard try records.lies(found.enrolment, within: reach) else { throw OutOfReach(notFound: notFound) }
    return found
  }
}

/// The proposals that wait for their release, or all there ever were, in the order they were made.
public struct ListProposals: Inquiry {
  public static let right: Right? = .certify

  /// Those that were settled too.
  public let isOfAll: Bool
  public let page: PageRequest

  public init(isOfAll: Bool = false, page: PageRequest = PageRequest()) {
    self.isOfAll = isOfAll
    self.page = page
  }

  /// A page holds those of as many proposals that are within reach.
  public func answer(_ reading: Reading) throws -> Page<AwardProposal> {
    let found = try reading.records.proposals(open: !isOfAll, page: page)
    return Page(
      items: try found.items.filter { try reading.records.lies($0.enrolment, within: reading.grant.reach) },
      next: found.next)
  }
}

/// One proposal.
public struct ShowProposal: Inquiry {
  public static let right: Right? = .certify

  public let proposal: AwardProposalID

  public init(_ proposal: AwardProposalID) {
    self.proposal = proposal
  }

  public func answer(_ reading: Reading) throws -> AwardProposal {
    try reading.reached.proposal(identified: proposal)
  }
}
