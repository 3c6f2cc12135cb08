public import Enrolment
public import Values

/// Ends the launch session of an enrolment that the unit has not ended (cmi5 §9.3.6): from then on nothing more is
/// recorded for it.
public struct AbandonLaunch: Change {
  public static let right = Right.launch

  public let enrolment: EnrolmentID
  public let reason: String?

  public init(enrolment: EnrolmentID, reason: String? = nil) {
    self.enrolment = enrolment
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> LaunchSession {
    let enrolment = try work.reached.enrolment(identified: enrolment)
    guard let session = try work.abandonOpenLaunch(of: enrolment) else { throw LaunchRefused.nothingOpen }
    try work.note(
      "enrolment abandon", .enrolment, enrolment.id.uuid, person: enrolment.person, reason: reason,
      [FieldChange("activity", from: session.activity, to: nil)])
    return session
  }
}
