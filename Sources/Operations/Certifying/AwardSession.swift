public import Certification
internal import Cryptography
public import Enrolment
public import People
public import Values

/// What awarding everyone in a session would come to: whom, and whom not, with the reasons.
public struct AwardPlan: Sendable {
  /// One enrolment of the session.
  public struct Candidate: Sendable, Hashable {
    public let enrolment: EnrolmentID
    public let person: PersonID
    /// The person's present name.
    public let name: String
    public let verdict: Verdict
  }

  /// What becomes of a candidate.
  public enum Verdict: Sendable, Hashable {
    case award(because: [Eligibility.Evidence])
    case leave(because: [Eligibility.Reason])
    /// It is who asks: nobody decides on themselves.
    case ownCase
  }

  public let session: SessionCode
  public let scheme: SchemeCode
  public let version: Int
  /// Everyone in the session, in the order they were enrolled.
  public let candidates: [Candidate]
  /// Names this very plan: whom it awards, why, and by which version.
  public let hash: String

  /// Those whom it awards.
  public var awarded: [Candidate] {
    candidates.filter { if case .award = $0.verdict { true } else { false } }
  }
}

/// Works out what awarding everyone in a session would come to; nothing is awarded.
public struct PlanAwards: Inquiry {
  public static let right: Right? = .certify

  public let session: Reference<Session>
  public let scheme: Reference<Scheme>
  /// Who would decide, where who asks is nobody in particular.
  public let decidedBy: PersonID?

  public init(session: Reference<Session>, scheme: Reference<Scheme>, decidedBy: PersonID? = nil) {
    self.session = session
    self.scheme = scheme
    self.decidedBy = decidedBy
  }

  public func answer(_ reading: Reading) throws -> AwardPlan {
    let session = try reading.reached.session(named: session)
    let scheme = try reading.records.scheme(named: scheme)
    return try reading.judging.awardPlan(
      for: session, under: scheme, of: reading.grant, decidedBy: decidedBy ?? reading.grant.person)
  }
}

/// Awards a certificate to everyone in a session whom the scheme's rules find eligible: all of them, or none.
public struct AwardSession: Change {
  public static let right = Right.certify

  /// What came of it.
  public struct Outcome: Sendable {
    public let plan: AwardPlan
    /// In the order of the plan.
    public let certificates: [Certificate]
  }

  public let session: Reference<Session>
  public let scheme: Reference<Scheme>
  /// The hash of the plan that was looked at; nil to award whoever is eligible by now.
  public let planHash: String?
  /// Who decides, where who acts is nobody in particular.
  public let decidedBy: PersonID?

  public init(
    session: Reference<Session>, scheme: Reference<Scheme>, planHash: String? = nil,
    decidedBy: PersonID? = nil
  ) {
    self.session = session
    self.scheme = scheme
    self.planHash = planHash
    self.decidedBy = decidedBy
  }

  public func carryOut(_ work: Work) throws -> Outcome {
    let session = try work.reached.session(named: session)
    let scheme = try work.records.scheme(named: scheme)
    let decider = try work.decider(named: decidedBy)
    let plan = try work.judging.awardPlan(for: session, under: scheme, of: work.grant, decidedBy: decider)
    if let planHash, planHash != plan.hash { throw AwardPlanStale(given: planHash) }
    let awarded = plan.awarded
    let certificates = try awarded.enumerated().map { done, candidate in
      try work.progress(done, awarded.count)
      return try Award(
        enrolment: candidate.enrolment, scheme: .id(scheme.id), decidedBy: decidedBy
      ).carryOut(work).certificate
    }
    return Outcome(plan: plan, certificates: certificates)
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
    for session: Session, under scheme: Scheme, of grant: Grant, decidedBy decider: PersonID?
  ) throws -> AwardPlan {
    try grant.requireActing(for: records.party(named: .id(scheme.issuer)))
    guard let version = scheme.current else { throw NotFound(.scheme, scheme.code.description) }
    var candidates: [AwardPlan.Candidate] = []
    var request: PageRequest? = PageRequest(limit: 1000)
    while let next = request {
      let page = try records.enrolments(
        EnrolmentFilter(session: session.id), within: grant.reach, page: next)
      candidates += try page.items.map {
        AwardPlan.Candidate(
          enrolment: $0.id, person: $0.person, name: try records.person(identified: $0.person).name,
          verdict: try verdict(on: $0, by: version, under: scheme, decidedBy: decider))
      }
      request = page.next.map { PageRequest(after: $0, limit: 1000) }
    }
    return AwardPlan(
      session: session.code, scheme: scheme.code, version: version.number, candidates: candidates,
      hash: try AwardPlan.hash(of: candidates, by: version.number, under: scheme.code))
  }

  private func verdict(
    on enrolment: Enrolment, by version: SchemeVersion, under scheme: Scheme, decidedBy decider: PersonID?
  ) throws -> AwardPlan.Verdict {
    guard decider != enrolment.person else { return .ownCase }
    let duties = try decider.map { try records.duties(of: $0, to: enrolment, at: now) } ?? []
    let deciding = Deciding(person: decider, duties: duties, part: .alone)
    switch try eligibility(of: enrolment, by: version, of: scheme, deciding: deciding) {
    case .eligible(let evidence): return .award(because: evidence)
    case .notEligible(let reasons): return .leave(because: reasons)
    }
  }
}

extension AwardPlan {
  /// The first 128 bits of the SHA-256 over what a plan decides, in lower-case hexadecimal.
  fileprivate static func hash(
    of candidates: [Candidate], by version: Int, under scheme: SchemeCode
  ) throws -> String {
    let lines = candidates.map { "\($0.enrolment) \($0.verdict.sentence)" }
    let text = (["\(scheme) \(version)"] + lines).joined(separator: "\n")
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
    }
  }
}
