internal import CMI5
internal import Catalogue
public import Enrolment
public import Values
internal import XAPI

/// Waives a unit of a cmi5 course for a learner, for a reason (cmi5 §9.3.7): it counts as completed and passed, and shows
/// no taking part.
public struct WaiveActivity: Change {
  public static let right = Right.assess

  public let enrolment: EnrolmentID
  /// The unit's key within the version.
  public let activity: String
  public let reason: String

  public init(enrolment: EnrolmentID, activity: String, reason: String) {
    self.enrolment = enrolment
    self.activity = activity
    self.reason = reason
  }

  /// “MUST generate a unique session id for the statement” and “MUST NOT issue multiple statements with "Waived" for the
  /// same AU within a course registration”.
  public func carryOut(_ work: Work) throws -> Waiver {
    try requireReason(reason, to: "waive an activity")
    guard reason.utf8.count <= 1000 else {
      throw UnusableValue(field: "reason", value: reason, expected: "a reason of at most 1,000 octets")
    }
    let enrolment = try work.reached.enrolment(identified: enrolment)
    try work.grant.requireOther(than: enrolment.person)
    guard enrolment.state.takesEvidence else {
      throw LaunchRefused.enrolmentNotOpen(enrolment.state, .normal)
    }
    let unit = try work.unit(activity, of: enrolment, session: work.newIdentifier(), mode: .normal)
    guard try work.records.waiver(of: activity, in: enrolment.id) == nil else {
      throw AlreadyWaived(activity: activity)
    }
    return try waive(unit, enrolment, work)
  }

  private func waive(_ unit: LaunchedUnit, _ enrolment: Enrolment, _ work: Work) throws -> Waiver {
    let said = try work.recordAsSystem { $0.waived(unit, reason: reason) }
    let waiver = Waiver(
      enrolment: enrolment.id, activity: activity, statement: said.id, reason: reason,
      recordedAt: said.stored)
    try work.records.insert(waiver)
    let evidence = ProgressEvidence(
      activity: activity, claims: [.waived], score: nil, recordedAt: said.stored)
    let rule = try work.rules.rule(of: enrolment.version, in: work.records)
    try work.take([evidence], into: enrolment, rule: rule, saidIn: LaunchSessionID(unit.session))
    try work.note(
      "enrolment waive", .enrolment, enrolment.id.uuid, person: enrolment.person, reason: reason,
      [FieldChange("waived", from: nil, to: activity)])
    return waiver
  }
}

/// A unit is waived once in a registration.
public struct AlreadyWaived: Explainable, Hashable {
  public let activity: String

  public var explanation: Explanation {
    Explanation(.conflict, "already-waived", "activity “\(activity)” was waived before", field: "activity")
  }
}
