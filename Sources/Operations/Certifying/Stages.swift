public import Catalogue
public import Certification
internal import Enrolment
public import People
public import Values

extension Records {
  /// How each stage of a version stands for a person, as of an instant.
  ///
  /// Costs a look at the person's enrolments; nothing where the version has no stages.
  func stages(
    of person: PersonID, for version: SchemeVersion, of scheme: SchemeID?, until instant: Instant
  ) throws -> [StageRecords] {
    guard !version.stages.isEmpty else { return [] }
    let enrolments = try enrolments(
      EnrolmentFilter(person: person), within: .everything, page: PageRequest(limit: 1000)
    ).items.map { (course: try course(of: $0.version), enrolment: $0) }
    return try version.stages.map { stage in
      let shown = try enrolments.first { course, enrolment in
        try course == stage.course && shows(stage.attainment, enrolment, until: instant)
      }
      return StageRecords(
        stage: stage, course: try self.course(named: .id(stage.course)).code, shownBy: shown?.enrolment.id,
        waiver: try stageWaivers(of: person).first {
          $0.course == stage.course && $0.scheme == scheme && $0.recordedAt <= instant
        }?.reason)
    }
  }

  private func shows(_ attainment: Attainment, _ enrolment: Enrolment, until instant: Instant) throws -> Bool
  {
    guard let last = try transitions(of: enrolment.id).last(where: { $0.at <= instant }) else { return false }
    return switch attainment {
    case .attendance: last.facts.hasAttended
    case .completion: last.to == .completed
    case .achievement: last.to == .completed && last.facts.isPassed
    }
  }
}

/// Spares a person a stage of a scheme that its version in force lets be waived. Said twice, it changes nothing.
public struct WaiveStage: Change {
  public static let right = Right.certify

  public let scheme: Reference<Scheme>
  public let person: PersonID
  public let course: Reference<Course>
  public let reason: String
  /// Who decided it, where who acts is nobody in particular.
  public let decidedBy: PersonID?

  public init(
    scheme: Reference<Scheme>, person: PersonID, course: Reference<Course>, reason: String,
    decidedBy: PersonID? = nil
  ) {
    self.scheme = scheme
    self.person = person
    self.course = course
    self.reason = reason
    self.decidedBy = decidedBy
  }

  public func carryOut(_ work: Work) throws -> StageWaiver {
    let person = try work.reached.person(identified: person).id
    let scheme = try work.records.scheme(named: scheme)
    try work.grant.requireActing(for: work.records.party(named: .id(scheme.issuer)))
    let decider = try work.decider(named: decidedBy)
    try work.grant.requireOther(than: person)
    guard decider != person else { throw BeyondOwn.ownCase }
    guard reason.isVisible else { throw StageWaiver.Refusal.reasonMissing }
    let course = try work.records.course(named: course)
    guard let stage = scheme.current?.stages.first(where: { $0.course == course.id }) else {
      throw StageWaiver.Refusal.noStage(course.code)
    }
    guard stage.mayBeWaived else { throw StageWaiver.Refusal.notWaivable(course.code) }
    guard decider != nil || scheme.current?.decision.asksWho != true else {
      throw AwardRefused(reasons: [.deciderUnknown])
    }
    let recorded = try work.records.stageWaivers(of: person).first {
      $0.scheme == scheme.id && $0.course == course.id
    }
    if let recorded { return recorded }
    let waiver = StageWaiver(
      id: work.newIdentifier(), scheme: scheme.id, person: person, course: course.id, reason: reason,
      recordedAt: work.now, decidedBy: decider)
    try work.records.insert(waiver)
    try work.note(
      "scheme waive", .scheme, scheme.id.uuid, person: person, reason: reason,
      [FieldChange("stage", from: nil, to: course.code.text)]
        + (decider.map { [FieldChange("decidedBy", from: nil, to: $0.description)] } ?? []))
    return waiver
  }
}

extension StageWaiver.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .noStage(let course):
      Explanation(
        .conflict, "no-stage", "the scheme's version in force has no stage \(course)", field: "course")
    case .notWaivable(let course):
      Explanation(
        .conflict, "stage-not-waivable", "the scheme's version in force asks stage \(course) of everybody",
        field: "course")
    case .reasonMissing:
      Explanation(.unusable, "reason-missing", "to waive a stage needs a reason", field: "reason")
    }
  }
}
