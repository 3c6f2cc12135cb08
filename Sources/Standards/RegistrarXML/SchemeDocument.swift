public import Assessment
public import Catalogue
public import Certification
public import ContentPackaging
public import People
public import Values

/// A certification scheme as its XML states it, before it is given an identity.
public struct SchemeDocument: Sendable, Hashable {
  /// One state of its rules. Where what it names is not there, or its rules contradict each other, is told by operations.
  public struct Version: Sendable, Hashable {
    public let number: Stated<Int>
    public let kind: SchemeVersion.Kind
    /// The course that must have been attended, completed or passed.
    public let course: Stated<CourseCode>
    /// The scaled score, 0 to 1, that must have been reached, for achievement only; nil where a pass is asked.
    public let minimumScore: ExactDecimal?
    public let minimumTrust: EvidenceTrust
    /// The schemes of which a certificate in force is required, each once.
    public let prerequisites: [Stated<SchemeCode>]
    /// What is asked of who decides.
    public let decision: DecisionRule
    public let validity: Validity
    /// How certificates are renewed; nil where they are not.
    public let renewal: Renewal<Stated<CourseCode>>?
    /// The zone whose days count for issue and expiry.
    public let timeZone: Stated<String>
    /// Which items of standards a certificate attests, each once.
    public let attests: [Claim]
    /// The stages that come before the course.
    public let stages: [SchemeStage<Stated<CourseCode>>]

    public init(
      number: Stated<Int>, kind: SchemeVersion.Kind, course: Stated<CourseCode>, minimumScore: ExactDecimal?,
      minimumTrust: EvidenceTrust = .selfReported, prerequisites: [Stated<SchemeCode>] = [],
      decision: DecisionRule = .anybody, validity: Validity, renewal: Renewal<Stated<CourseCode>>? = nil,
      timeZone: Stated<String>, attests: [Claim] = [],
      stages: [SchemeStage<Stated<CourseCode>>] = []
    ) {
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

  /// An item of a standard that is attested, with the places of what names it.
  public struct Claim: Sendable, Hashable {
    public let edition: Stated<StandardEditionCode>
    public let item: Stated<StandardItemCode>
    public let depth: Stated<StandardDepthCode>?

    public init(
      edition: Stated<StandardEditionCode>, item: Stated<StandardItemCode>, depth: Stated<StandardDepthCode>?
    ) {
      self.edition = edition
      self.item = item
      self.depth = depth
    }

    /// A claim that no document states.
    public init(_ claim: StandardClaim) {
      self.init(
        edition: Stated(claim.edition), item: Stated(claim.item), depth: claim.depth.map { Stated($0) })
    }

    public var claim: StandardClaim {
      StandardClaim(edition: edition.value, item: item.value, depth: depth?.value)
    }
  }

  public let code: Stated<SchemeCode>
  public let titles: LocalizedText
  /// The organisation that issues every certificate of the scheme.
  public let issuer: Stated<PartyCode>
  /// The versions in their order, numbered from 1 without gaps, one at least.
  public let versions: [Version]

  public init(
    code: Stated<SchemeCode>, titles: LocalizedText, issuer: Stated<PartyCode>, versions: [Version]
  ) {
    self.code = code
    self.titles = titles
    self.issuer = issuer
    self.versions = versions
  }
}

/// What a `scheme` document amounts to: the scheme, or why it is refused.
public struct SchemeReading: Sendable, Hashable {
  /// Nil where a finding is an error.
  public let scheme: SchemeDocument?
  /// All that was found, in the document's order.
  public let findings: [Finding]
}

extension DocumentFormat {
  static let scheme = DocumentFormat(root: "scheme", namespace: RegistrarNamespace.scheme)
}

extension FindingCode {
  static let schemeVersionsMissing = FindingCode(
    "scheme.versions.missing", .error, "A scheme has one version of its rules at least.",
    fix: "Add a version element.")
  static let schemeStagesMissing = FindingCode(
    "scheme.stages.missing", .error, "A Master Trainer went through the stages of a pathway.",
    fix: "Add a stage element for each course that comes before the scheme's own, or choose another kind.")
  static let schemeRenewalTwice = FindingCode(
    "scheme.renewal.twice", .error, "A version says once how its certificates are renewed.",
    fix: "Leave one of the renewal elements.")
  static let schemeRenewalWithoutEnd = FindingCode(
    "scheme.renewal.without-end", .error, "What never ends is not renewed.",
    fix: "Add validity-months to the version, or leave out the renewal.")
}
