public import Assessment
public import Enrolment
internal import People
public import Values

/// Records a result that rests on an observation, as of a practicum: its verdict is the observation's, its day too, and
/// who observed assessed.
public struct RecordObservedResult: Change {
  public static let right = Right.assess

  public let enrolment: EnrolmentID
  public let observation: ObservationID
  /// The activity that was observed; nil for the course as a whole.
  public let activity: String?
  /// Whether no attempt follows, should this one fail.
  public let isFinal: Bool

  public init(
    enrolment: EnrolmentID, observation: ObservationID, activity: String? = nil, isFinal: Bool = false
  ) {
    self.enrolment = enrolment
    self.observation = observation
    self.activity = activity
    self.isFinal = isFinal
  }

  public func carryOut(_ work: Work) throws -> RecordedResult {
    let enrolment = try work.reached.enrolment(identified: enrolment)
    try work.grant.requireOther(than: enrolment.person)
    let observation = try work.reached.observation(identified: observation)
    let verdict = try observation.evidence(of: enrolment.person)
    guard try work.records.results(restingOn: observation.id).isEmpty else { throw ObservationRefused.cited }
    var recording = RecordResult(
      enrolment: enrolment.id, activity: activity, basis: .observed(verdict), assessedOn: observation.on,
      isFinal: isFinal)
    recording.assessor = observation.observer
    let recorded = try recording.carryOut(work)
    try work.records.insert(recorded.result.id, restingOn: observation.id)
    return recorded
  }
}

extension Observation {
  /// What it proves of a person; throws where it is of another, or proves nothing yet.
  func evidence(of person: PersonID) throws(ObservationRefused) -> AssessmentResult.Verdict {
    guard self.person == person else { throw .ofAnother }
    guard state == .signedOff, let verdict else { throw .notSignedOff(state) }
    return verdict
  }
}
