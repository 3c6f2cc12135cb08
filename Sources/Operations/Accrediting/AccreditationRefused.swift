public import Accreditation
public import Enrolment
public import People
public import Values

/// Why something does not happen to an accreditation, beside what its own life forbids.
public enum AccreditationRefused: Explainable, Hashable {
  /// The person has an open case in the pool and the language; it is named to who may know of it.
  case underWay(AccreditationID?)
  /// The person has no place in the party on the day.
  case notOwnPerson(PartyCode, on: Day)
  /// Who assessed was not named.
  case assessorMissing
  /// The person did not take part in the session.
  case notInSession(SessionCode)
  /// A session is no evidence for that step.
  case sessionNotEvidence
  /// The step says nothing of a performance, so that nobody assessed.
  case assessorNotOfStep
  /// On a mission it is the evaluator who assesses: nobody else is named.
  case assessorOfMission
  /// Who observed assessed, where a verdict rests on an observation: nobody else is named.
  case assessorOfObservation
  /// The mission begins later than the verdict is given.
  case missionNotBegun(Day)
  /// A mission has a last day.
  case missionWithoutEnd
  /// The pool takes no experts of the category by conversion.
  case notConvertible(from: ExpertCategory, to: PoolCode)

  public var explanation: Explanation {
    switch self {
    case .underWay(let id):
      Explanation(
        .conflict, "accreditation-under-way",
        "the person has an open case in this pool and language already" + (id.map { " (\($0))" } ?? ""))
    case .notOwnPerson(let party, let day):
      Explanation(
        .conflict, "no-place-in-party", "the person has no place in \(party) on \(day)",
        remedy: .step(.affiliate(party, from: day)))
    case .assessorMissing:
      Explanation(
        .unusable, "assessor-missing", "who assessed has to be named", remedy: "name the person who assessed",
        field: "assessor")
    case .notInSession(let code):
      Explanation(
        .conflict, "not-in-session", "the person did not take part in session \(code)",
        remedy: "name the session that the person took part in")
    case .sessionNotEvidence:
      Explanation(
        .unusable, "evidence-not-of-step", "a session is evidence of a workshop or a refresher only",
        field: "session")
    case .assessorNotOfStep:
      Explanation(
        .unusable, "evidence-not-of-step", "nobody assesses in that step: it says nothing of a performance",
        remedy: "leave out who assessed", field: "assessor")
    case .assessorOfMission:
      Explanation(
        .unusable, "evidence-not-of-step", "the evaluator of the mission is known; nobody is named beside",
        field: "assessor")
    case .assessorOfObservation:
      Explanation(
        .unusable, "evidence-not-of-step", "who observed is known; nobody is named beside",
        field: "assessor")
    case .missionNotBegun(let day):
      Explanation(
        .conflict, "mission-not-begun", "the mission begins on \(day), after the day of the verdict")
    case .missionWithoutEnd:
      Explanation(.unusable, "end-missing", "a mission has a last day", field: "days")
    case .notConvertible(let category, let pool):
      Explanation(
        .conflict, "not-convertible",
        "pool \(pool) takes no experts of category \(category.rawValue) by conversion")
    }
  }
}

extension AccreditationState.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .notFrom(let state, let event):
      Explanation(
        .conflict, "wrong-state",
        "an accreditation that is \(state.rawValue) cannot have the step \(event.rawValue)")
    case .notDue(let event, let next):
      Explanation(
        .conflict, "stage-not-due",
        "the step \(event.rawValue) is not due: "
          + (next.map { "the pool's path has a stage of kind \($0.rawValue) next" }
            ?? "all stages of the pool's path are passed"))
    case .reasonMissing(let event):
      Explanation(
        .unusable, "reason-missing", "the step \(event.rawValue) needs a reason", field: "reason")
    case .before(let event, let last):
      Explanation(
        .conflict, "before-last-step",
        "the step \(event.rawValue) would be before \(last), the day of the step before it",
        remedy: "give the day on which it happened")
    case .termOver(let event, let day):
      Explanation(
        .conflict, "term-over",
        "what was held ended with \(day), before the step \(event.rawValue)",
        remedy: "record that it lapsed, and nominate the person again")
    }
  }
}

extension Evaluator.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .candidate:
      Explanation(
        .conflict, "evaluator-is-candidate", "nobody assesses or evaluates themselves",
        remedy: "name another person")
    case .notQualified(let category, let day):
      Explanation(
        .conflict, "evaluator-not-qualified",
        "the evaluator is neither accredited in category \(category.rawValue) nor of the Secretariat on \(day)",
        remedy: "name an expert who is accredited in the category")
    case .ofOwnParty:
      Explanation(
        .conflict, "evaluator-not-impartial",
        "the evaluator has a place in the party that nominated the candidate",
        remedy: "name an expert of another party")
    case .assessedEarlier:
      Explanation(
        .conflict, "evaluator-not-impartial", "the evaluator assessed the candidate in an earlier stage",
        remedy: "name an expert who did not assess the candidate")
    }
  }
}
