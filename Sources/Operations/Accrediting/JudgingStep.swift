internal import Accreditation
internal import Assessment
internal import Enrolment
internal import People
internal import Values

/// A step of an accreditation that says how a performance was found, with what bears on the observation that it cites.
struct JudgingStep {
  let person: PersonID
  let verdict: AssessmentResult.Verdict
  /// The rubric by which the stage is judged; nil where by none.
  let rubric: RubricCode?
  /// The mission that is judged; nil of a workshop or support.
  let mission: Mission?
  /// The session that is cited beside.
  let session: SessionID?
  /// The days of the step before and of this one.
  let days: (before: Day, of: Day)

  /// Throws unless an observation proves what the step says: it is signed off, of the person, of the same verdict, by the
  /// rubric of the stage; made on the mission by its evaluator, or else within the stage; and in no other session.
  func requireProof(by observation: Observation, made rubric: RubricCode) throws(ObservationRefused) {
    let observed = try observation.evidence(of: person)
    guard observed == verdict else { throw .contradicts(observed) }
    if let asked = self.rubric, asked != rubric { throw .byAnotherRubric(asked) }
    if let mission { try observation.requireMade(on: mission) }
    let first = mission?.days.from ?? days.before
    guard first <= observation.on, observation.on <= days.of else {
      throw .outsideStage(from: first, to: days.of)
    }
    if let session, let other = observation.session, session != other { throw .inAnotherSession }
  }
}

extension Observation {
  /// Throws unless the mission's evaluator made it, as one of two at the most, on one of its days.
  fileprivate func requireMade(on mission: Mission) throws(ObservationRefused) {
    guard observer == mission.evaluator || secondObserver == mission.evaluator else {
      throw .notByEvaluator
    }
    guard mission.days.contains(on) else { throw .outsideMission }
  }
}
