internal import CMI5
internal import Catalogue
internal import Cryptography
internal import Enrolment
internal import People
internal import Values
internal import JSON
internal import XAPI

// What a statement says of an enrolment's progress: its registration names the enrolment, its actor is the person,
// and its object is an activity of the enrolment's version.
extension Work {
  /// Moves the enrolment that the statement belongs to; a statement that belongs to none moves nothing.
  func progress(by statement: Statement, storedAt stored: Instant) throws {
    if let target = statement.voidedStatement { return try withdrawEvidence(of: target) }
    guard let enrolment = try enrolment(of: statement), enrolment.state.takesEvidence else { return }
    let rule = try rules.rule(of: enrolment.version, in: records)
    guard let evidence = statement.evidence(for: enrolment, by: rule, origin: origin, storedAt: stored) else {
      return
    }
    try take([evidence], into: enrolment, rule: rule)
  }

  /// A voided statement no longer speaks for anything: what it moved is worked out again, ended or not.
  private func withdrawEvidence(of target: UUID) throws {
    guard let found = try records.statement(target), let enrolment = try enrolment(of: found.parsed()) else {
      return
    }
    try rederive(enrolment, reason: "statement \(target) was voided")
  }

  private func enrolment(of statement: Statement) throws -> Enrolment? {
    guard let registration = statement.context?.registration,
      let enrolment = try records.enrolment(EnrolmentID(registration)),
      try records.isActor(of: statement, enrolment.person, origin: origin)
    else { return nil }
    return enrolment
  }
}

extension Records {
  /// Whether a statement's actor is a person: by the account of this system, or by a declared mailbox.
  func isActor(of statement: Statement, _ person: PersonID, origin: String) throws -> Bool {
    guard case .agent(let agent) = statement.actor else { return false }
    switch agent.identity {
    case .account(let homePage, let name): return homePage == origin && PersonID(name) == person
    case .mailbox(let address):
      return try mailboxes(of: person).contains { "mailto:\($0)" == address }
    case .mailboxDigest(let digest):
      return try mailboxes(of: person).contains { mailbox in
        Hexadecimal.encode(try SHA1.digest(of: Array("mailto:\(mailbox)".utf8))) == digest
      }
    case .openID: return false
    }
  }

  private func mailboxes(of person: PersonID) throws -> [String] {
    try self.person(person)?.mailboxes ?? []
  }
}

extension Statement {
  /// What the statement says of an enrolment's progress; nil where its object is no activity of the version.
  ///
  /// - Parameter isLenient: whether it was stored while statements that cmi5 only allows decided too.
  func evidence(
    for enrolment: Enrolment, by rule: VersionRules.Rule, isLenient: Bool = false, origin: String,
    storedAt stored: Instant
  ) -> ProgressEvidence? {
    guard case .activity(let iri) = object,
      let key = ActivityIRI.key(of: iri, version: enrolment.version, origin: origin)
    else { return nil }
    // Of what this system says itself, a waiver alone tells of progress.
    guard !isVouchedForBySystem(origin: origin) else {
      return isWaiver
        ? ProgressEvidence(activity: key, claims: [.waived], score: nil, recordedAt: stored) : nil
    }
    let (claims, isJudged) = isLenient ? (claims, true) : said(by: rule.format)
    return ProgressEvidence(
      activity: key, claims: claims, score: isJudged ? evidenceScore : nil, recordedAt: stored)
  }

  /// What is claimed, and whether the score counts. Whatever is said of an activity shows that it was begun.
  private func said(by format: PackageFormat) -> (claims: Set<ProgressEvidence.Claim>, isJudged: Bool) {
    switch format {
    case .cmi5: decided
    case .scorm12, .scorm2004, .contentPackaging, .commonCartridge, .tincan, .aicc: (claims, true)
    }
  }

  /// Of a cmi5 unit only "cmi5 defined" statements decide: completion by one verb, success by two, and a score goes with
  /// these (cmi5 §9.3, §9.5.1).
  private var decided: (claims: Set<ProgressEvidence.Claim>, isJudged: Bool) {
    switch decidingVerb {
    case .completed: ([.started, .completed], false)
    case .passed: ([.started, .passed], true)
    case .failed: ([.started, .failed], true)
    case nil: ([.started], false)
    }
  }

  /// Of other content, what verb and result claim; completion and success are facts of their own.
  private var claims: Set<ProgressEvidence.Claim> {
    var claims: Set<ProgressEvidence.Claim> = [.started]
    switch verb {
    case "http://adlnet.gov/expapi/verbs/completed": claims.insert(.completed)
    case "http://adlnet.gov/expapi/verbs/passed", "http://adlnet.gov/expapi/verbs/mastered":
      claims.insert(.passed)
    case "http://adlnet.gov/expapi/verbs/failed": claims.insert(.failed)
    default: break
    }
    if result?.completion == true { claims.insert(.completed) }
    if let success = result?.success { claims.insert(success ? .passed : .failed) }
    return claims
  }

  /// The score as far as 18 digits hold it; one that contradicts its scale was refused by validation.
  private var evidenceScore: Enrolment::Score? {
    guard let score = result?.score else { return nil }
    func decimal(_ number: JSONNumber?) -> ExactDecimal? { number.flatMap { ExactDecimal(utf8: $0.raw) } }
    do {
      return try Enrolment::Score(
        normalised: decimal(score.scaled), raw: decimal(score.raw), minimum: decimal(score.min),
        maximum: decimal(score.max))
    } catch {
      return nil
    }
  }
}
