public import Accreditation
public import Enrolment
public import Values

/// Converts an accredited expert into another pool, where its rules take experts of that category: the accreditation
/// ends, and another begins with what the rule grants (domain 7.4, 14).
public struct ConvertAccreditation: Change {
  public static let right = Right.accredit

  public let accreditation: AccreditationID
  /// The pool that the expert is converted into.
  public let pool: Reference<ExpertPool>
  /// The day on which it happened; today where nil.
  public let on: Day?
  /// The refresher with testing that it rests on.
  public let session: Reference<Session>?
  public let reason: String?

  public init(
    accreditation: AccreditationID, pool: Reference<ExpertPool>, on: Day? = nil,
    session: Reference<Session>? = nil, reason: String? = nil
  ) {
    self.accreditation = accreditation
    self.pool = pool
    self.on = on
    self.session = session
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> Accreditation {
    let earlier = try work.reached.accreditation(identified: accreditation)
    try work.grant.requireOther(than: earlier.person)
    let pool = try work.records.pool(named: pool)
    let day = try work.day(on)
    let evidence = AccreditationTransition.Evidence(
      session: try session.map { try work.attendedSession($0, by: earlier.person) }, mission: nil,
      assessor: nil)
    let progress = try progress(of: earlier, in: pool, on: day, work)
    try work.refuseOpenCase(of: earlier.person, in: pool.id, earlier.language)
    _ = try work.move(earlier, by: .convert, on: day, evidence: evidence, reason: reason)
    let accreditation = Accreditation(
      id: work.newIdentifier(), person: earlier.person, pool: pool.id, version: progress.version,
      language: earlier.language, nominatedBy: earlier.nominatedBy, convertedFrom: earlier.id,
      recordedAt: work.now, progress: progress.progress)
    try work.open(
      accreditation, in: pool, as: "accreditation convert", evidence: evidence, reason: reason)
    return accreditation
  }

  /// Where the expert begins in the pool.
  private func progress(
    of earlier: Accreditation, in pool: ExpertPool, on day: Day, _ work: Work
  ) throws -> (version: Int, progress: AccreditationProgress) {
    let category = try work.records.pool(named: .id(earlier.pool)).category
    guard let version = pool.current, let rule = version.conversions.first(where: { $0.from == category }),
      let progress = AccreditationProgress.converted(on: day, granting: rule.grants, under: version)
    else { throw AccreditationRefused.notConvertible(from: category, to: pool.code) }
    return (version.number, progress)
  }
}
