public import Assessment
public import Values

/// Why an observation is not taken, or not taken for evidence.
public enum ObservationRefused: Explainable, Hashable {
  /// Who observed was not named.
  case observerMissing
  /// Who signs off was not named.
  case signerMissing
  /// The observation is of another person.
  case ofAnother
  /// It is signed off first.
  case notSignedOff(ObservationState)
  /// A result or an accreditation rests on it.
  case cited
  /// An observation is no evidence for that step.
  case notEvidence
  /// The stage is judged by an observation by this rubric, and none was named.
  case missing(RubricCode)
  /// The stage is judged by another rubric.
  case byAnotherRubric(RubricCode)
  /// The verdict speaks against the step.
  case contradicts(AssessmentResult.Verdict)
  /// On a mission it is the evaluator who observes.
  case notByEvaluator
  /// It was not made on the mission's days.
  case outsideMission
  /// It was made before the stage was due, or after the day of the step.
  case outsideStage(from: Day, to: Day)
  /// It was made in another session than the one that is named beside.
  case inAnotherSession
  /// A step of an accreditation rests on it already: what was seen once is judged once.
  case citedByStep
  /// A result rests on an observation, so that no other mark is given.
  case observed(ObservationID)

  public var explanation: Explanation {
    switch self {
    case .observerMissing:
      Explanation(.unusable, "observer-missing", "who observed has to be named", field: "observer")
    case .signerMissing:
      Explanation(.unusable, "signer-missing", "who signs off has to be named", field: "by")
    case .ofAnother:
      Explanation(.conflict, "observation-of-another", "the observation is of another person")
    case .notSignedOff(let state):
      Explanation(
        .conflict, "observation-not-signed-off",
        "the observation is \(state.rawValue); it is evidence once it is signed off")
    case .cited:
      Explanation(
        .conflict, "observation-cited", "a result or an accreditation rests on the observation",
        remedy: "correct what rests on it by records of its own")
    case .notEvidence:
      Explanation(
        .unusable, "evidence-not-of-step",
        "an observation is evidence of a workshop, a mission or support only", field: "observation")
    case .missing(let rubric):
      Explanation(
        .unusable, "observation-missing", "the stage is judged by an observation by rubric \(rubric)",
        remedy: "name the observation", field: "observation")
    case .byAnotherRubric(let rubric):
      Explanation(
        .conflict, "observation-by-another-rubric", "the stage is judged by rubric \(rubric), and by no other"
      )
    case .contradicts(let verdict):
      Explanation(
        .conflict, "observation-contradicts", "the observation found the performance \(verdict.rawValue)")
    case .notByEvaluator:
      Explanation(
        .conflict, "observation-not-by-evaluator", "the evaluator of the mission is none of its observers")
    case .outsideMission:
      Explanation(
        .conflict, "observation-outside-mission", "the observation was not made on the mission's days")
    case .outsideStage(let first, let last):
      Explanation(
        .conflict, "observation-outside-stage",
        "the observation was not made from \(first), the day of the step before, to \(last)",
        remedy: "name an observation of this stage")
    case .inAnotherSession:
      Explanation(
        .conflict, "observation-in-another-session",
        "the observation was made in another session than the one that is named",
        remedy: "name the session that it was made in, or none")
    case .citedByStep:
      Explanation(
        .conflict, "observation-cited", "a step of an accreditation rests on the observation already",
        remedy: "name an observation that was made for this step")
    case .observed(let observation):
      Explanation(
        .conflict, "result-observed",
        "the result rests on observation \(observation): its verdict is what was observed",
        remedy: """
          annul the result; the observation can then be annulled and made again, or taken for a result of another activity
          """)
    }
  }
}

extension Observation.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .ownPerformance:
      Explanation(
        .conflict, "own-performance", "nobody observes themselves", remedy: "name another observer")
    case .sameObserver:
      Explanation(
        .conflict, "same-observer", "the second observer is another person than the first",
        remedy: "name another observer")
    case .secondMissing:
      Explanation(
        .conflict, "second-observer-missing", "the rubric takes two observers, and one observed",
        remedy: "annul the observation, and have two observe")
    case .observersDisagree:
      Explanation(
        .conflict, "observers-disagree", "the two observers come to different verdicts",
        remedy: "annul the observation, and observe again")
    case .ownSignOff:
      Explanation(
        .conflict, "own-sign-off", "who observed, and who was observed, does not sign off",
        remedy: "have somebody else sign off")
    }
  }
}

extension ObservationState.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .notFrom(let state, let event):
      Explanation(
        .conflict, "wrong-state",
        "an observation that is \(state.rawValue) cannot have the step \(event.rawValue)")
    }
  }
}

extension RubricVersion.MarkRefusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .missing(let code): told("criterion-missing", "criterion \(code) has no mark")
    case .unknown(let code): told("criterion-unknown", "the rubric has no criterion \(code)")
    case .repeated(let code): told("criterion-repeated", "criterion \(code) has two marks")
    case .withoutAnchor(let code, let mark):
      told("mark-without-anchor", "criterion \(code) has no anchor of mark \(mark)")
    }
  }

  private func told(_ code: String, _ message: String) -> Explanation {
    Explanation(
      .unusable, code, message, remedy: "mark every criterion of the rubric once, by one of its anchors",
      field: "mark")
  }
}
