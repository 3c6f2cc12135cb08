public import Assessment
public import Catalogue
public import Certification
public import People
public import Values

/// Opens a certification scheme with its first version of rules.
public struct AddScheme: Change {
  public static let right = Right.changeRecords

  /// The rules of one version.
  public struct Rules: Sendable {
    public let kind: SchemeVersion.Kind
    public let course: Reference<Course>
    public let minimumScore: ExactDecimal?
    /// How far the records must be trusted, at the least, that show what is attested.
    public let minimumTrust: EvidenceTrust
    /// The schemes of which a certificate in force is required.
    public let prerequisites: [Reference<Scheme>]
    /// What is asked of who decides.
    public let decision: DecisionRule
    public let validity: Validity
    /// How certificates are renewed; nil where they are not.
    public let renewal: Renewal<Reference<Course>>?
    public let timeZone: String
    /// Which items of standards a certificate attests.
    public let attests: [StandardClaim]
    /// The stages that come before the course.
    public let stages: [SchemeStage<Reference<Course>>]

    public init(
      kind: SchemeVersion.Kind, course: Reference<Course>, minimumScore: ExactDecimal?,
      minimumTrust: EvidenceTrust = .selfReported, prerequisites: [Reference<Scheme>] = [],
      decision: DecisionRule = .anybody, validity: Validity,
      renewal: Renewal<Reference<Course>>? = nil, timeZone: String, attests: [StandardClaim] = [],
      stages: [SchemeStage<Reference<Course>>] = []
    ) {
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

  public let code: SchemeCode
  public let titles: LocalizedText
  public let issuer: Reference<Party>
  public let rules: Rules

  public init(code: SchemeCode, titles: LocalizedText, issuer: Reference<Party>, rules: Rules) {
    self.code = code
    self.titles = titles
    self.issuer = issuer
    self.rules = rules
  }

  public func carryOut(_ work: Work) throws -> Scheme {
    guard try work.records.scheme(code) == nil else { throw AlreadyExists(.scheme, code.description) }
    guard !titles.isEmpty else { throw UnusableValue(field: "title", value: "", expected: "a title") }
    let version = try rules.version(numbered: 1, of: code, work)
    let scheme = Scheme(
      id: work.newIdentifier(), code: code, titles: titles,
      issuer: try work.records.party(named: issuer).id, versions: [version])
    try work.records.insert(scheme)
    try work.note("scheme add", .scheme, scheme.id.uuid, [FieldChange("version", from: nil, to: "1")])
    return scheme
  }
}

/// Adds a new version of a scheme's rules; certificates issued before keep theirs.
public struct ReviseScheme: Change {
  public static let right = Right.changeRecords

  public let scheme: Reference<Scheme>
  public let rules: AddScheme.Rules

  public init(scheme: Reference<Scheme>, rules: AddScheme.Rules) {
    self.scheme = scheme
    self.rules = rules
  }

  public func carryOut(_ work: Work) throws -> Scheme {
    let scheme = try work.records.scheme(named: scheme)
    let number = (scheme.current?.number ?? 0) + 1
    try work.records.insert(try rules.version(numbered: number, of: scheme.code, work), of: scheme.id)
    try work.note(
      "scheme revise", .scheme, scheme.id.uuid,
      [FieldChange("version", from: scheme.current.map { String($0.number) }, to: String(number))])
    return try work.records.scheme(named: .id(scheme.id))
  }
}

extension AddScheme.Rules {
  func version(numbered number: Int, of scheme: SchemeCode, _ work: Work) throws -> SchemeVersion {
    _ = try work.calendar.day(work.now, timeZone)
    if case .months(let months) = validity, !(1...1200).contains(months) {
      throw UnusableValue(
        field: "validityMonths", value: String(months), expected: "a number of months from 1 to 1200")
    }
    for claim in attests {
      if let gap = try work.records.gap(in: claim) { throw gap }
    }
    let required = try prerequisites.map { try work.records.scheme(named: $0).code }
    try work.records.refuseCircle(of: scheme, requiring: required)
    return try SchemeVersion(
      number: number, kind: kind, course: try work.records.course(named: course).id,
      minimumScore: minimumScore, minimumTrust: minimumTrust, prerequisites: required,
      decision: decision, validity: validity,
      renewal: renewal?.naming { try work.records.course(named: $0).id }, timeZone: timeZone,
      attests: attests,
      stages: try stages.map { try $0.naming { try work.records.course(named: $0).id } })
  }
}

/// The schemes with their versions.
public struct ListSchemes: Inquiry {
  public static let right: Right? = .readReference

  public let page: PageRequest

  public init(page: PageRequest = PageRequest()) {
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Scheme> {
    try page.page(of: reading.records.schemes()) { $0.code.folded }
  }
}

/// One scheme with its versions.
public struct ShowScheme: Inquiry {
  public static let right: Right? = .readReference

  public let scheme: Reference<Scheme>

  public init(_ scheme: Reference<Scheme>) {
    self.scheme = scheme
  }

  public func answer(_ reading: Reading) throws -> Scheme {
    try reading.records.scheme(named: scheme)
  }
}
