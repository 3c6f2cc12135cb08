public import Assessment
public import Enrolment
public import People
public import Values

/// Which observations are asked for; what is nil does not restrict.
public struct ObservationFilter: Sendable, Hashable {
  public let person: PersonID?
  /// Either of the observers.
  public let observer: PersonID?
  public let session: SessionID?
  public let state: ObservationState?

  public init(
    person: PersonID? = nil, observer: PersonID? = nil, session: SessionID? = nil,
    state: ObservationState? = nil
  ) {
    self.person = person
    self.observer = observer
    self.session = session
    self.state = state
  }
}

/// Rubrics, and what was observed by them.
public protocol ObservationRecords {
  func rubric(_ id: RubricID) throws -> Rubric?
  func rubric(_ code: RubricCode) throws -> Rubric?
  /// All rubrics, in the order of their codes.
  func rubrics() throws -> [Rubric]
  func observation(_ id: ObservationID) throws -> Observation?
  /// Observations within a reach, in the order they were recorded.
  func observations(
    _ filter: ObservationFilter, within reach: Reach, page: PageRequest
  ) throws -> Page<Observation>
  /// What the observers of an observation gave; none by a second where there is none.
  func marks(of observation: ObservationID) throws -> (first: [ObservedMark], second: [ObservedMark])
  /// All that happened to an observation, in order.
  func transitions(of observation: ObservationID) throws -> [ObservationTransition]
  /// The results that rest on an observation and were not annulled since; one at the most, where nothing was altered.
  func results(restingOn observation: ObservationID) throws -> [AssessmentResultID]
  /// The observation that a result was recorded by; nil where it was recorded without.
  func observation(under result: AssessmentResultID) throws -> ObservationID?
  /// The second observers of what the results of an enrolment rest on that were recorded up to an instant.
  func secondObservers(of enrolment: EnrolmentID, until instant: Instant) throws -> [PersonID]
  /// How many steps of accreditations rest on an observation.
  func stepsCiting(_ observation: ObservationID) throws -> Int
  func lies(_ observation: ObservationID, within reach: Reach) throws -> Bool
}

/// What can be added to them.
public protocol WritableObservationRecords {
  func insert(_ rubric: Rubric) throws
  func insert(_ version: RubricVersion, of rubric: RubricID) throws
  /// Adds an observation with its first observer's marks.
  func insert(_ observation: Observation, marks: [ObservedMark]) throws
  /// Adds what a second observer gave.
  func setSecond(
    _ observer: PersonID, _ verdict: AssessmentResult.Verdict, marks: [ObservedMark],
    of observation: ObservationID) throws
  /// Appends a change of state and makes it the observation's present one.
  func append(_ transition: ObservationTransition) throws
  func insert(_ result: AssessmentResultID, restingOn observation: ObservationID) throws
}
