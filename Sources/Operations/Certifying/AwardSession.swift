public import Certification
internal import Cryptography
public import Enrolment
public import People
public import Values

/// What a step of awarding everyone in a session would come to: whom, and whom not, with the reasons.
public struct AwardPlan: Sendable {
  /// What is done for everyone: an award by one person, or one of the two parts of an award by two.
  public enum Step: String, Sendable, CaseIterable {
    case award, propose, release
  }

  /// One enrolment of the session.
  public struct Candidate: Sendable, Hashable {
    public let enrolment: EnrolmentID
    public let person: PersonID
    /// The person's present name.
    public let name: String
    public let verdict: Verdict
    /// The proposal that would be released; nil where none would.
    public let proposal: AwardProposalID?
  }

  /// What becomes of a candidate.
  public enum Verdict: Sendable, Hashable {
    case award(because: [Eligibility.Evidence])
    case leave(because: [Eligibility.Reason])
    /// It is who asks: nobody decides on themselves.
    case ownCase
    /// It waits for its release already.
    case proposedAlready(AwardProposalID)
    /// Nobody proposed it.
    case notProposed
    /// It was proposed by this version of the scheme, and another is in force.
    case otherRules(Int)
  }

  public let session: SessionCode
  public let scheme: SchemeCode
  public let version: Int
  public let step: Step
  /// Everyone in the session, in the order they were enrolled.
  public let candidates: [Candidate]
  /// Names this very plan: its step, whom it awards, why, and by which version.
  public let hash: String

  /// Those whom it awards, proposes or releases.
  public var awarded: [Candidate] {
    candidates.filter { if case .award = $0.verdict { true } else { false } }
  }
}

/// Works out what awarding everyone in a session, or a part of that, would come to; nothing is awarded.
public struct PlanAwards: Inquiry {
  public static let right: Right? = .certify

  public let session: Reference<Session>
  public let scheme: Reference<Scheme>
  public let step: AwardPlan.Step
  /// Who would decide, where who asks is nobody in particular.
  public let decidedBy: PersonID?

  public init(
    session: Reference<Session>, scheme: Reference<Scheme>, step: AwardPlan.Step = .award,
    decidedBy: PersonID? = nil
  ) {
    self.session = session
    self.scheme = scheme
    self.step = step
    self.decidedBy = decidedBy
  }

  public func answer(_ reading: Reading) throws -> AwardPlan {
    let session = try reading.reached.session(named: session)
    let scheme = try reading.records.scheme(named: scheme)
    return try reading.judging.awardPlan(
      to: step, for: session, under: scheme, of: reading.grant,
      decidedBy: reading.decider(named: decidedBy))
  }
}

/// Awards a certificate to everyone in a session whom the scheme's rules find eligible, or proposes or releases that: all of
/// them, or none.
public struct AwardSession: Change {
  public static let right = Right.certify

  /// What came of it.
  public struct Outcome: Sendable {
    public let plan: AwardPlan
    /// In the order of the plan; none where it was proposed.
    public let certificates: [Certificate]
    /// In the order of the plan, where it was proposed.
    public let proposals: [AwardProposal]
  }

  public let session: Reference<Session>
  public let scheme: Reference<Scheme>
  public let step: AwardPlan.Step
  /// The hash of the plan that was looked at; nil to take whoever is eligible by now.
  public let planHash: String?
  /// Who decides, where who acts is nobody in particular.
  public let decidedBy: PersonID?

  public init(
    session: Reference<Session>, scheme: Reference<Scheme>, step: AwardPlan.Step = .award,
    planHash: String? = nil, decidedBy: PersonID? = nil
  ) {
    self.session = session
    self.scheme = scheme
    self.step = step
    self.planHash = planHash
    self.decidedBy = decidedBy
  }

  public func carryOut(_ work: Work) throws -> Outcome {
    let session = try work.reached.session(named: session)
    let scheme = try work.records.scheme(named: scheme)
    let plan = try work.judging.awardPlan(
      to: step, for: session, under: scheme, of: work.grant, decidedBy: work.decider(named: decidedBy))
    if let planHash, planHash != plan.hash { throw AwardPlanStale(given: planHash) }
    var (certificates, proposals): ([Certificate], [AwardProposal]) = ([], [])
    for (done, candidate) in plan.awarded.enumerated() {
      try work.progress(done, plan.awarded.count)
      switch (step, candidate.proposal) {
      case (.award, _): certificates.append(try award(candidate, scheme, work))
      case (.propose, _): proposals.append(try propose(candidate, scheme, work))
      case (.release, .some(let proposal)): certificates.append(try release(proposal, work))
      case (.release, nil): continue
      }
    }
    return Outcome(plan: plan, certificates: certificates, proposals: proposals)
  }

  private func award(_ candidate: AwardPlan.Candidate, _ scheme: Scheme, _ work: Work) throws -> Certificate {
    try Award(enrolment: candidate.enrolment, scheme: .id(scheme.id), decidedBy: decidedBy)
      .carryOut(work).certificate
  }

  private func propose(
    _ candidate: AwardPlan.Candidate, _ scheme: Scheme, _ work: Work
  ) throws -> AwardProposal {
    try ProposeAward(enrolment: candidate.enrolment, scheme: .id(scheme.id), decidedBy: decidedBy)
      .carryOut(work)
  }

  private func release(_ proposal: AwardProposalID, _ work: Work) throws -> Certificate {
    try ReleaseAward(proposal: proposal, decidedBy: decidedBy).carryOut(work).certificate
  }
}

/// The plan of awards that was agreed to no longer describes what would happen.
public struct AwardPlanStale: Explainable, Hashable {
  public let given: String

  public var explanation: Explanation {
    Explanation(
      .conflict, "plan-stale", "plan \(given) no longer holds: the records or the rules have changed",
      remedy: "look at the plan again, and give its hash", field: "plan")
  }
}

extension Judging {
  /// Judges everyone in a session. Costs a few point reads for each.
  fileprivate func awardPlan(
    to step: AwardPlan.Step, for session: Session, under scheme: Scheme, of grant: Grant,
    decidedBy decider: PersonID?
  ) throws -> AwardPlan {
    try grant.requireActing(for: records.party(named: .id(scheme.issuer)))
    guard let version = scheme.current else { throw NotFound(.scheme, scheme.code.description) }
    guard step == .award || version.decision.isReleasedByAnother else {
      throw AwardProposal.Refusal.releaseNotAsked(scheme.code)
    }
    var candidates: [AwardPlan.Candidate] = []
    var request: PageRequest? = PageRequest(limit: 1000)
    while let next = request {
      let page = try records.enrolments(
        EnrolmentFilter(session: session.id), within: grant.reach, page: next)
      candidates += try page.items.map {
        try candidate($0, to: step, by: version, under: scheme, decidedBy: decider)
      }
      request = page.next.map { PageRequest(after: $0, limit: 1000) }
    }
    return AwardPlan(
      session: session.code, scheme: scheme.code, version: version.number, step: step,
      candidates: candidates,
      hash: try AwardPlan.hash(of: candidates, to: step, by: version.number, under: scheme.code))
  }

  private func candidate(
    _ enrolment: Enrolment, to step: AwardPlan.Step, by version: SchemeVersion, under scheme: Scheme,
    decidedBy decider: PersonID?
  ) throws -> AwardPlan.Candidate {
    let open = try step == .award ? nil : records.openProposal(of: enrolment.id, under: scheme.id)
    let verdict: AwardPlan.Verdict =
      switch (step, open) {
      case _ where decider == enrolment.person: .ownCase
      case (.propose, .some(let open)): .proposedAlready(open.id)
      case (.release, nil): .notProposed
      case (.release, .some(let open)) where open.schemeVersion != version.number:
        .otherRules(open.schemeVersion)
      case (.award, _), (.propose, nil), (.release, .some):
        try self.verdict(on: enrolment, to: step, of: open, by: version, under: scheme, decidedBy: decider)
      }
    return AwardPlan.Candidate(
      enrolment: enrolment.id, person: enrolment.person,
      name: try records.person(identified: enrolment.person).name, verdict: verdict,
      proposal: step == .release ? open?.id : nil)
  }

  private func verdict(
    on enrolment: Enrolment, to step: AwardPlan.Step, of open: AwardProposal?, by version: SchemeVersion,
    under scheme: Scheme, decidedBy decider: PersonID?
  ) throws -> AwardPlan.Verdict {
    let part: Deciding.Part =
      switch step {
      case .award: .alone
      case .propose: .proposing
      case .release: open.map { .releasing(proposedBy: $0.proposedBy) } ?? .alone
      }
    let deciding = try records.deciding(decider, on: enrolment, as: part, at: now)
    let renewed = try open?.renews.flatMap { try records.certificate($0) }
    switch try eligibility(of: enrolment, by: version, of: scheme, deciding: deciding, renewing: renewed) {
    case .eligible(let evidence): return .award(because: evidence)
    case .notEligible(let reasons): return .leave(because: reasons)
    }
  }
}

extension AwardPlan {
  /// The first 128 bits of the SHA-256 over what a plan decides, in lower-case hexadecimal.
  fileprivate static func hash(
    of candidates: [Candidate], to step: Step, by version: Int, under scheme: SchemeCode
  ) throws -> String {
    let lines = candidates.map { "\($0.enrolment) \($0.verdict.sentence)" }
    let text = (["\(step.rawValue) \(scheme) \(version)"] + lines).joined(separator: "\n")
    return String(try SHA256.digest(of: Array(text.utf8)).hexadecimal.prefix(32))
  }
}

extension AwardPlan.Verdict {
  /// The verdict as a sentence: `eligible because …` or `not eligible because …`.
  public var sentence: String {
    switch self {
    case .award(let evidence): Eligibility.eligible(because: evidence).sentence
    case .leave(let reasons): Eligibility.notEligible(because: reasons).sentence
    case .ownCase: "left out because nobody decides on themselves"
    case .proposedAlready(let proposal): "left out because it was proposed already (\(proposal))"
    case .notProposed: "left out because nobody proposed it"
    case .otherRules(let version):
      "left out because it was proposed by version \(version) of the scheme, which is not in force"
    }
  }
}
