public import Enrolment
public import People
public import Values

/// The identity of an observation.
public typealias ObservationID = Identifier<Observation>

/// What an observer saw of a person's performance, by a rubric. Its marks are never changed: what is wrong is annulled,
/// and observed again.
public struct Observation: Sendable, Hashable {
  /// What who was observed says to it.
  public enum Acknowledgement: String, Sendable, CaseIterable {
    case agreed, disagreed
    /// The person would say nothing.
    case declined
  }

  /// Why an observation cannot be as described, or be signed off by somebody.
  public enum Refusal: Error, Hashable, Sendable {
    /// Nobody observes themselves.
    case ownPerformance
    /// The second observer is another person than the first.
    case sameObserver
    /// The rubric takes two observers, and one observed.
    case secondMissing
    /// The two observers come to different verdicts.
    case observersDisagree
    /// Who observed, and who was observed, does not sign off.
    case ownSignOff
  }

  public let id: ObservationID
  public let rubric: RubricID
  /// The version of the rubric that it was made by.
  public let version: Int
  /// Who was observed.
  public let person: PersonID
  /// The session in which it took place; nil outside one.
  public let session: SessionID?
  public let on: Day
  public let observer: PersonID
  /// Nil while nobody observed beside.
  public let secondObserver: PersonID?
  /// Who else was there and can say so; empty where nobody was named.
  public let witness: String
  public let state: ObservationState
  /// What the first observer's marks amount to.
  public let firstVerdict: AssessmentResult.Verdict
  /// What the second observer's amount to.
  public let secondVerdict: AssessmentResult.Verdict?
  public let recordedAt: Instant

  public init(
    id: ObservationID, rubric: RubricID, version: Int, person: PersonID, session: SessionID?, on: Day,
    observer: PersonID, secondObserver: PersonID?, witness: String, state: ObservationState,
    firstVerdict: AssessmentResult.Verdict, secondVerdict: AssessmentResult.Verdict?, recordedAt: Instant
  ) throws(Refusal) {
    guard observer != person, secondObserver != person else { throw .ownPerformance }
    guard observer != secondObserver else { throw .sameObserver }
    self.id = id
    self.rubric = rubric
    self.version = version
    self.person = person
    self.session = session
    self.on = on
    self.observer = observer
    self.secondObserver = secondObserver
    self.witness = witness
    self.state = state
    self.firstVerdict = firstVerdict
    self.secondVerdict = secondVerdict
    self.recordedAt = recordedAt
  }

  /// What it amounts to; nil where two observers disagree.
  public var verdict: AssessmentResult.Verdict? {
    secondVerdict == nil || secondVerdict == firstVerdict ? firstVerdict : nil
  }

  /// Throws unless somebody may sign it off: another person than all who took part, when all that the rubric asks is
  /// there and says one thing.
  public func requireSignable(by signer: PersonID, under version: RubricVersion) throws(Refusal) {
    guard signer != person, signer != observer, signer != secondObserver else { throw .ownSignOff }
    guard !version.needsSecond || secondObserver != nil else { throw .secondMissing }
    guard verdict != nil else { throw .observersDisagree }
  }
}

/// One thing that happened to an observation. Appended, never altered.
public struct ObservationTransition: Sendable, Hashable {
  public let observation: ObservationID
  /// 1 for how it began, then counting up.
  public let position: Int
  public let at: Instant
  /// Nil for how it began.
  public let event: ObservationState.Event?
  public let to: ObservationState
  /// Who observed, acknowledged, signed off; nil where a key does not say.
  public let by: PersonID?
  /// What who was observed says; nil where it is about something else.
  public let acknowledgement: Observation.Acknowledgement?
  /// Words to it, or why it was annulled.
  public let comment: String?

  public init(
    observation: ObservationID, position: Int, at: Instant, event: ObservationState.Event?,
    to: ObservationState, by: PersonID?, acknowledgement: Observation.Acknowledgement?, comment: String?
  ) {
    self.observation = observation
    self.position = position
    self.at = at
    self.event = event
    self.to = to
    self.by = by
    self.acknowledgement = acknowledgement
    self.comment = comment
  }
}
