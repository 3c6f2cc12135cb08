public import Assessment
public import Enrolment
public import People
public import Values

/// The observations within reach, in the order they were recorded.
public struct ListObservations: Inquiry {
  public static let right: Right? = .lookUp

  public let person: PersonID?
  /// Either of the observers.
  public let observer: PersonID?
  public let session: Reference<Session>?
  public let state: ObservationState?
  public let page: PageRequest

  public init(
    person: PersonID? = nil, observer: PersonID? = nil, session: Reference<Session>? = nil,
    state: ObservationState? = nil, page: PageRequest = PageRequest()
  ) {
    self.person = person
    self.observer = observer
    self.session = session
    self.state = state
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Observation> {
    let filter = ObservationFilter(
      person: try person.map { try reading.reached.person(identified: $0).id },
      observer: try observer.map { try reading.reached.person(identified: $0).id },
      session: try session.map { try reading.reached.session(named: $0).id }, state: state)
    return try reading.records.observations(filter, within: reading.grant.reach, page: page)
  }
}

/// One observation with its marks and all that happened to it.
public struct ShowObservation: Inquiry {
  public static let right: Right? = .lookUp

  public struct Answer: Sendable {
    public let observation: Observation
    public let rubric: RubricCode
    public let marks: [ObservedMark]
    /// What the second observer gave; empty where there is none.
    public let secondMarks: [ObservedMark]
    public let transitions: [ObservationTransition]
    /// The result that rests on it; nil where none does, or no longer.
    public let result: AssessmentResultID?
  }

  public let observation: ObservationID

  public init(_ observation: ObservationID) {
    self.observation = observation
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let observation = try reading.reached.observation(identified: observation)
    let (first, second) = try reading.records.marks(of: observation.id)
    return Answer(
      observation: observation, rubric: try reading.records.rules(of: observation).rubric.code, marks: first,
      secondMarks: second, transitions: try reading.records.transitions(of: observation.id),
      result: try reading.records.results(restingOn: observation.id).first)
  }
}

/// The rubrics, in the order of their codes.
public struct ListRubrics: Inquiry {
  public static let right: Right? = .readReference

  public let page: PageRequest

  public init(page: PageRequest = PageRequest()) {
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Rubric> {
    try page.page(of: reading.records.rubrics()) { $0.code.text }
  }
}

/// A rubric with all its versions.
public struct ShowRubric: Inquiry {
  public static let right: Right? = .readReference

  public let rubric: Reference<Rubric>

  public init(_ rubric: Reference<Rubric>) {
    self.rubric = rubric
  }

  public func answer(_ reading: Reading) throws -> Rubric {
    try reading.records.rubric(named: rubric)
  }
}
