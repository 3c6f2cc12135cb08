public import Assessment
public import Enrolment
public import People
public import Values

/// Records what an observer saw of a person's performance, by the rubric's version in force.
public struct RecordObservation: Change {
  public static let right = Right.assess

  public let rubric: Reference<Rubric>
  public let person: PersonID
  /// Who observed; the actor where nil.
  public let observer: PersonID?
  /// The day; today where nil.
  public let on: Day?
  public let session: Reference<Session>?
  /// Who else was there; empty where nobody is named.
  public let witness: String
  public let marks: [ObservedMark]

  public init(
    rubric: Reference<Rubric>, person: PersonID, observer: PersonID? = nil, on: Day? = nil,
    session: Reference<Session>? = nil, witness: String = "", marks: [ObservedMark]
  ) {
    self.rubric = rubric
    self.person = person
    self.observer = observer
    self.on = on
    self.session = session
    self.witness = witness
    self.marks = marks
  }

  public func carryOut(_ work: Work) throws -> Observation {
    let person = try work.reached.person(identified: person)
    try work.grant.requireOther(than: person.id)
    let observer = try work.observer(observer)
    let rubric = try work.records.rubric(named: rubric)
    guard let version = rubric.current else { throw NotFound(.rubric, rubric.code.text) }
    try requireLine(witness, "witness")
    try requireComments(marks)
    let observation = try Observation(
      id: work.newIdentifier(), rubric: rubric.id, version: version.number, person: person.id,
      session: session.map { try work.attendedSession($0, by: person.id) }, on: work.day(on),
      observer: observer, secondObserver: nil, witness: witness, state: .recorded,
      firstVerdict: version.verdict(of: marks), secondVerdict: nil, recordedAt: work.now)
    try work.records.insert(observation, marks: marks)
    try work.records.append(
      ObservationTransition(
        observation: observation.id, position: 1, at: work.now, event: nil, to: .recorded, by: observer,
        acknowledgement: nil, comment: nil))
    try work.note(
      "observation record", .observation, observation.id.uuid, person: person.id,
      [
        FieldChange("state", from: nil, to: observation.state.rawValue),
        FieldChange("verdict", from: nil, to: observation.firstVerdict.rawValue),
      ])
    return observation
  }
}

/// Records what a second observer saw of the same performance.
public struct SecondObservation: Change {
  public static let right = Right.assess

  public let observation: ObservationID
  /// Who observed; the actor where nil.
  public let observer: PersonID?
  public let marks: [ObservedMark]

  public init(observation: ObservationID, observer: PersonID? = nil, marks: [ObservedMark]) {
    self.observation = observation
    self.observer = observer
    self.marks = marks
  }

  public func carryOut(_ work: Work) throws -> Observation {
    let observation = try work.reached.observation(identified: observation)
    try work.grant.requireOther(than: observation.person)
    let observer = try work.observer(observer)
    guard observer != observation.person else { throw Observation.Refusal.ownPerformance }
    guard observer != observation.observer, work.grant.person != observation.observer else {
      throw Observation.Refusal.sameObserver
    }
    try requireComments(marks)
    let verdict = try work.records.rules(of: observation).version.verdict(of: marks)
    // The state is asked first, so that nothing is added to what has gone on.
    _ = try observation.state.after(.second)
    try work.records.setSecond(observer, verdict, marks: marks, of: observation.id)
    return try work.move(observation, by: .second, person: observer)
  }
}

/// Records what who was observed says to it. Whoever is known says it of their own performance only; the Secretariat
/// enters what was said on paper, but for those who observed.
public struct AcknowledgeObservation: Change {
  public static let right = Right.acknowledge

  public let observation: ObservationID
  public let acknowledgement: Observation.Acknowledgement
  public let comment: String?

  public init(
    observation: ObservationID, acknowledgement: Observation.Acknowledgement, comment: String? = nil
  ) {
    self.observation = observation
    self.acknowledgement = acknowledgement
    self.comment = comment
  }

  public func carryOut(_ work: Work) throws -> Observation {
    let observation = try work.reached.observation(identified: observation)
    try work.grant.requireSpeaking(for: observation.person)
    if let actor = work.grant.person, [observation.observer, observation.secondObserver].contains(actor) {
      throw BeyondOwn.otherPerson
    }
    try requireLine(comment ?? "", "comment")
    return try work.move(
      observation, by: .acknowledge, person: work.grant.person, acknowledgement: acknowledgement,
      comment: comment)
  }
}

/// Signs an observation off: another person than all who took part answers for it, and from then on it is evidence.
public struct SignOffObservation: Change {
  public static let right = Right.assess

  public let observation: ObservationID
  /// Who signs off; the actor where nil.
  public let by: PersonID?

  public init(observation: ObservationID, by: PersonID? = nil) {
    self.observation = observation
    self.by = by
  }

  public func carryOut(_ work: Work) throws -> Observation {
    let observation = try work.reached.observation(identified: observation)
    guard let signer = try work.speaker(by) else { throw ObservationRefused.signerMissing }
    _ = try work.records.knownPerson(identified: signer)
    _ = try observation.state.after(.signOff)
    let version = try work.records.rules(of: observation).version
    // Who signs for somebody else has taken no part either.
    for person in [signer, work.grant.person].compactMap(\.self) {
      try observation.requireSignable(by: person, under: version)
    }
    return try work.move(observation, by: .signOff, person: signer)
  }
}

/// Annuls an observation, with a reason: it is no evidence, and stays in the records. What something rests on is not
/// annulled.
public struct AnnulObservation: Change {
  public static let right = Right.assess

  public let observation: ObservationID
  public let reason: String

  public init(observation: ObservationID, reason: String) {
    self.observation = observation
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> Observation {
    let observation = try work.reached.observation(identified: observation)
    try work.grant.requireOther(than: observation.person)
    try requireReason(reason, to: "annul an observation")
    guard try work.records.results(restingOn: observation.id).isEmpty,
      try work.records.stepsCiting(observation.id) == 0
    else { throw ObservationRefused.cited }
    return try work.move(observation, by: .annul, person: work.grant.person, comment: reason)
  }
}

/// Throws unless what was written beside each mark is one line.
private func requireComments(_ marks: [ObservedMark]) throws {
  for mark in marks { try requireLine(mark.comment, "comment") }
}

extension Records {
  func rubric(named reference: Reference<Rubric>) throws -> Rubric {
    let found =
      switch reference {
      case .id(let id): try rubric(id)
      case .code(let code): try rubric(code)
      }
    guard let found else { throw NotFound(.rubric, reference.description) }
    return found
  }

  /// The rubric that an observation was made by, in the version that it was made by.
  func rules(of observation: Observation) throws -> (rubric: Rubric, version: RubricVersion) {
    let rubric = try rubric(named: .id(observation.rubric))
    guard let version = rubric.versions.first(where: { $0.number == observation.version }) else {
      throw NotFound(.rubric, "\(rubric.code) \(observation.version)")
    }
    return (rubric, version)
  }
}

extension Work {
  /// Who observed: the one named, or the actor.
  fileprivate func observer(_ named: PersonID?) throws -> PersonID {
    guard let observer = try speaker(named) else { throw ObservationRefused.observerMissing }
    return try records.knownPerson(identified: observer).id
  }

  /// Who says something: the one named, where the actor may speak for others; else the actor. Nil where nobody is known.
  fileprivate func speaker(_ named: PersonID?) throws(BeyondOwn) -> PersonID? {
    guard let named else { return grant.person }
    try grant.requireSpeaking(for: named)
    return named
  }

  fileprivate func move(
    _ observation: Observation, by event: ObservationState.Event, person: PersonID?,
    acknowledgement: Observation.Acknowledgement? = nil, comment: String? = nil
  ) throws -> Observation {
    let state = try observation.state.after(event)
    try records.append(
      ObservationTransition(
        observation: observation.id, position: records.transitions(of: observation.id).count + 1, at: now,
        event: event, to: state, by: person, acknowledgement: acknowledgement, comment: comment))
    try note(
      "observation \(event.rawValue)", .observation, observation.id.uuid, person: observation.person,
      reason: event == .annul ? comment : nil,
      [FieldChange("state", from: observation.state.rawValue, to: state.rawValue)])
    return try reached.observation(identified: observation.id)
  }
}
