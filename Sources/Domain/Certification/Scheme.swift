public import Assessment
public import Catalogue
public import People
public import Values

/// The identity of a certification scheme.
public typealias SchemeID = Identifier<Scheme>
/// The short name of a scheme; it begins every number of its certificates.
public typealias SchemeCode = Code<Scheme>

/// Under what rules certificates of one kind are awarded. A scheme is versioned data: its rules are never edited.
public struct Scheme: Sendable, Hashable {
  public let id: SchemeID
  public let code: SchemeCode
  public let titles: LocalizedText
  /// The party that issues, by its own name, every certificate of the scheme.
  public let issuer: PartyID
  /// The versions in order; the last one is in force.
  public let versions: [SchemeVersion]

  public init(
    id: SchemeID, code: SchemeCode, titles: LocalizedText, issuer: PartyID, versions: [SchemeVersion]
  ) {
    self.id = id
    self.code = code
    self.titles = titles
    self.issuer = issuer
    self.versions = versions
  }

  /// The version that an award is decided by.
  public var current: SchemeVersion? { versions.last }
}

/// One state of a scheme's rules.
public struct SchemeVersion: Sendable, Hashable {
  /// What a certificate attests. A certificate of attendance never counts as a pass (domain 7.4, 6).
  public enum Kind: String, Sendable, CaseIterable {
    case attendance, completion, achievement
    /// That somebody went through the stages of a pathway, taught a real course, and was judged capable (domain 2.2).
    case masterTrainer = "master-trainer"
  }

  /// Why a version's rules contradict themselves.
  public enum Refusal: Error, Hashable, Sendable {
    /// Only achievement is shown by a score.
    case scoreWithout(Kind)
    /// A score to reach lies from 0 to 1.
    case scoreOutOfRange(ExactDecimal)
    /// A scheme is required once.
    case requiredTwice(SchemeCode)
    /// An item is attested once, at one depth.
    case attestedTwice(StandardClaim)
    /// A course is one stage, and not the scheme's own course.
    case stageTwice(CourseID)
    /// A Master Trainer is whoever went through stages.
    case stagesMissing
    /// What never ends is not renewed.
    case renewalWithoutEnd
  }

  /// 1 for the first version, then counting up.
  public let number: Int
  public let kind: Kind
  /// The course that must have been attended, completed or passed.
  public let course: CourseID
  /// The scaled score that must have been reached, for achievement only: the scheme's own bar, in place of the
  /// version's pass rule; nil where a pass by that rule is asked.
  public let minimumScore: ExactDecimal?
  /// How far the records must be trusted, at the least, that show what is attested.
  public let minimumTrust: EvidenceTrust
  /// The schemes of which the person holds a certificate in force, in the order they are named.
  public let prerequisites: [SchemeCode]
  /// What is asked of who decides.
  public let decision: DecisionRule
  public let validity: Validity
  /// How certificates are renewed; nil where they are not.
  public let renewal: Renewal<CourseID>?
  /// The zone whose days count for issue and expiry.
  public let timeZone: String
  /// Which items of standards a certificate attests, in the order they are named, each item once.
  public let attests: [StandardClaim]
  /// What has to be shown besides, each course once, in the order of the pathway.
  public let stages: [SchemeStage<CourseID>]

  public init(
    number: Int, kind: Kind, course: CourseID, minimumScore: ExactDecimal?,
    minimumTrust: EvidenceTrust = .selfReported, prerequisites: [SchemeCode] = [],
    decision: DecisionRule = .anybody,
    validity: Validity, renewal: Renewal<CourseID>? = nil,
    timeZone: String, attests: [StandardClaim] = [],
    stages: [SchemeStage<CourseID>] = []
  ) throws(Refusal) {
    if let minimumScore {
      guard kind.attainment == .achievement else { throw .scoreWithout(kind) }
      guard ExactDecimal(0) <= minimumScore, minimumScore <= ExactDecimal(1) else {
        throw .scoreOutOfRange(minimumScore)
      }
    }
    var required: Set<SchemeCode> = []
    for code in prerequisites where !required.insert(code).inserted { throw .requiredTwice(code) }
    var attested: Set<StandardClaim> = []
    for claim in attests
    where !attested.insert(StandardClaim(edition: claim.edition, item: claim.item, depth: nil)).inserted {
      throw .attestedTwice(claim)
    }
    var staged: Set<CourseID> = [course]
    for stage in stages where !staged.insert(stage.course).inserted { throw .stageTwice(stage.course) }
    if kind == .masterTrainer, stages.isEmpty { throw .stagesMissing }
    if renewal != nil, validity == .unlimited { throw .renewalWithoutEnd }
    self.number = number
    self.kind = kind
    self.course = course
    self.minimumScore = minimumScore
    self.minimumTrust = minimumTrust
    self.prerequisites = prerequisites
    self.decision = decision
    self.validity = validity
    self.renewal = renewal
    self.timeZone = timeZone
    self.attests = attests
    self.stages = stages
  }
}

extension SchemeVersion {
  /// Whether it asks for more than what the learner's own machine reports.
  public var asksTrust: Bool { minimumTrust > .selfReported }
}

/// How long a certificate holds.
public enum Validity: Sendable, Hashable {
  case unlimited
  /// Calendar months: it expires at the end of the day before the same day of the month; from 29 February for
  /// twelve months it holds to 27 February.
  case months(Int)

  /// The last day on which a certificate holds from a first day on; nil where it never ends.
  public func lastDay(from day: Day) -> Day? {
    switch self {
    case .unlimited: nil
    case .months(let months): day.adding(months: months)?.adding(days: -1)
    }
  }
}
