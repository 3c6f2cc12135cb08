public import Assessment
public import Catalogue
public import Enrolment
public import People
public import Values

/// Whether an enrolment earns a certificate, and why: a value that people can read.
public enum Eligibility: Sendable, Hashable {
  case eligible(because: [Evidence])
  case notEligible(because: [Reason])

  public var isEligible: Bool {
    switch self {
    case .eligible: true
    case .notEligible: false
    }
  }

  /// A record that speaks for the award.
  public enum Evidence: Sendable, Hashable {
    case attended(EnrolmentID)
    case completed(EnrolmentID)
    case passed(EnrolmentID)
    case scored(Score, reaching: ExactDecimal)
    /// Records of this trust show by themselves what is attested.
    case trusted(EvidenceTrust)
    /// Who decides is none of these to the person.
    case apart(PersonID, from: [Duty])
    /// One person proposed it and another released it.
    case released(by: PersonID, proposedBy: PersonID)
    /// The person holds a certificate that the version requires, and it is in force.
    case holds(CertificateNumber, of: SchemeCode)
    /// What is shown is newer than a certificate that ends, or ended, on a day, and goes on from it.
    case renews(CertificateNumber, endingOn: Day)
    /// A stage of the pathway was shown.
    case stageShown(CourseCode, by: EnrolmentID)
    /// A stage was missed, and is waived.
    case stageWaived(CourseCode, because: String)
  }

  /// What stands against the award.
  public enum Reason: Sendable, Hashable {
    /// The enrolment is on another course than the scheme's.
    case otherCourse
    /// Nothing shows that the person took part; the enrolment is in this state.
    case notAttended(EnrolmentState)
    case notCompleted(EnrolmentState)
    /// Completed, but a pass is asked and none is recorded.
    case notPassed
    /// No score that could be set against the one asked.
    case scoreMissing(asked: ExactDecimal)
    case scoreTooLow(Score, asked: ExactDecimal)
    /// The records that show what is attested are trusted less than is asked; nil where none show it any more.
    case trustTooLow(EvidenceTrust?, asked: EvidenceTrust)
    /// The version asks who decides, and nobody in particular does.
    case deciderUnknown
    /// Who decides was or is this to the person; at least one.
    case deciderNotApart([Duty])
    /// Of a result that holds nobody is known who assessed, and whoever did does not decide.
    case assessorUnknown
    /// One person has to propose it, and another to release it.
    case releaseNeeded
    /// Who proposed it does not also release it.
    case releasedByProposer
    /// The person holds no certificate in force of a scheme that is required; the latest that there is, if any.
    case prerequisiteMissing(SchemeCode, found: HeldCertificate?)
    /// A certificate of this scheme and scope is in force already.
    case alreadyCertified(CertificateNumber)
    /// The score that a certificate states, in its own words: no record that holds gives it any more.
    case scoreWithdrawn(String)
    /// A stage of the pathway is neither shown nor waived.
    case stageMissing(CourseCode, Attainment)
    /// Certificates of the version are not renewed.
    case renewalNotOffered
    /// A certificate without a last day needs no renewal.
    case endsNever(CertificateNumber)
    case notRenewable(CertificateNumber, CertificateState)
    case renewalTooEarly(CertificateNumber, from: Day)
    case renewalTooLate(CertificateNumber, until: Day)
    case renewedAlready(CertificateNumber, by: CertificateNumber)
    /// Nothing of its holder that is newer shows what a renewal asks.
    case evidenceNotNewer(than: CertificateNumber)
    /// A refresher keeps what was certified, and the version attests another thing.
    case refresherWouldRaise(SchemeVersion.Kind, to: SchemeVersion.Kind)
    /// What a renewal keeps was certified on evidence that no longer holds.
    case renewedInDoubt(CertificateNumber)
  }
}

/// What the records say of one enrolment, as far as a certificate depends on it.
public struct CertificationRecords: Sendable, Hashable {
  public let enrolment: EnrolmentID
  public let course: CourseID
  public let state: EnrolmentState
  /// Whether it was attended, and passed.
  public let facts: EnrolmentFacts
  /// The score that counts for the course; nil where there is none.
  public let score: Score?
  /// How far the records can be trusted that show what the version attests; nil where none do, or where it does not ask.
  public let trust: EvidenceTrust?
  /// The person's certificates of schemes that are required, each scheme's in the order they were issued.
  public let held: [HeldCertificate]
  /// Who decides; nil where nobody does yet.
  public let deciding: Deciding?
  /// The number of a certificate of the same person, scheme and scope that is issued or suspended.
  public let certificateInForce: CertificateNumber?
  /// The certificate that is to be renewed; nil of a first award.
  public let renewal: RenewalRecords?
  /// How each stage of the version stands, in order.
  public let stages: [StageRecords]

  public init(
    enrolment: EnrolmentID, course: CourseID, state: EnrolmentState, facts: EnrolmentFacts, score: Score?,
    trust: EvidenceTrust? = nil, held: [HeldCertificate] = [], deciding: Deciding? = nil,
    certificateInForce: CertificateNumber?, renewal: RenewalRecords? = nil, stages: [StageRecords] = []
  ) {
    self.enrolment = enrolment
    self.course = course
    self.state = state
    self.facts = facts
    self.score = score
    self.trust = trust
    self.held = held
    self.deciding = deciding
    self.certificateInForce = certificateInForce
    self.renewal = renewal
    self.stages = stages
  }
}

extension SchemeVersion {
  /// Decides by this version's rules: a pure function of the records. All reasons are named, not only the first;
  /// of an enrolment that is not completed, a pass and a score are not missed yet.
  public func eligibility(for records: CertificationRecords) -> Eligibility {
    var reasons: [Eligibility.Reason] = []
    let asked = records.renewal == nil ? requirement : renewalRequirement
    let renewed = records.renewal.map { judge($0, &reasons) } ?? []
    if records.course != asked.course { reasons.append(.otherCourse) }
    if let number = records.certificateInForce { reasons.append(.alreadyCertified(number)) }
    let evidence = shown(asked, records, &reasons)
    let trusted = reasons.isEmpty ? trust(records, &reasons) : nil
    let holdings = prerequisites.compactMap { holding(of: $0, records, &reasons) }
    let stages = records.renewal == nil ? records.stages.compactMap { judge($0, &reasons) } : []
    let decided = records.deciding.map { judge($0, &reasons) } ?? []
    guard reasons.isEmpty else { return .notEligible(because: reasons) }
    return .eligible(because: evidence + renewed + [trusted].compactMap(\.self) + stages + holdings + decided)
  }

  private func shown(
    _ asked: CourseRequirement, _ records: CertificationRecords, _ reasons: inout [Eligibility.Reason]
  ) -> [Eligibility.Evidence] {
    switch asked.attainment {
    case .attendance: attendance(records, &reasons)
    case .completion: completion(records, &reasons)
    case .achievement:
      completion(records, &reasons) + achievement(records, reaching: asked.minimumScore, &reasons)
    }
  }

  /// Before there is anything to trust, trust is not missed.
  private func trust(
    _ records: CertificationRecords, _ reasons: inout [Eligibility.Reason]
  ) -> Eligibility.Evidence? {
    guard asksTrust else { return nil }
    guard let trust = records.trust, trust >= minimumTrust else {
      reasons.append(.trustTooLow(records.trust, asked: minimumTrust))
      return nil
    }
    return .trusted(trust)
  }

  /// What is required is judged at the instant of the decision, and does not change when it ends later.
  private func holding(
    of scheme: SchemeCode, _ records: CertificationRecords, _ reasons: inout [Eligibility.Reason]
  ) -> Eligibility.Evidence? {
    let held = records.held.filter { $0.scheme == scheme }
    guard let inForce = held.last(where: { $0.state == .issued }) else {
      reasons.append(.prerequisiteMissing(scheme, found: held.last))
      return nil
    }
    return .holds(inForce.number, of: scheme)
  }

  /// A certificate of attendance requires attendance only (domain 7.4, 6), whatever became of the enrolment.
  private func attendance(
    _ records: CertificationRecords, _ reasons: inout [Eligibility.Reason]
  ) -> [Eligibility.Evidence] {
    guard records.facts.hasAttended else {
      reasons.append(.notAttended(records.state))
      return []
    }
    return [.attended(records.enrolment)]
  }

  private func completion(
    _ records: CertificationRecords, _ reasons: inout [Eligibility.Reason]
  ) -> [Eligibility.Evidence] {
    guard records.state == .completed else {
      reasons.append(.notCompleted(records.state))
      return []
    }
    return [.completed(records.enrolment)]
  }

  private func achievement(
    _ records: CertificationRecords, reaching minimumScore: ExactDecimal?,
    _ reasons: inout [Eligibility.Reason]
  ) -> [Eligibility.Evidence] {
    guard records.state == .completed else { return [] }
    var evidence: [Eligibility.Evidence] = []
    if records.facts.isPassed { evidence.append(.passed(records.enrolment)) }
    guard let minimumScore else {
      if !records.facts.isPassed { reasons.append(.notPassed) }
      return evidence
    }
    guard let score = records.score, let isReached = score.reaches(minimumScore) else {
      reasons.append(.scoreMissing(asked: minimumScore))
      return evidence
    }
    if isReached {
      evidence.append(.scored(score, reaching: minimumScore))
    } else {
      reasons.append(.scoreTooLow(score, asked: minimumScore))
    }
    return evidence
  }
}
