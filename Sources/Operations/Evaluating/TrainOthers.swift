public import Enrolment
public import Evaluation
public import People
public import Values

/// Records that somebody who was trained trained others. It counts once: for who led it, of one enrolment.
public struct TrainOthers: Change {
  public static let right = Right.nominate

  public let enrolment: EnrolmentID
  public let on: Day
  public let title: String
  public let trained: TrainedPeople
  public let helpers: [PersonID]
  /// Where it can be seen; empty where nothing is named.
  public let evidence: String
  public let source: SourceIdentifier?

  public init(
    enrolment: EnrolmentID, on: Day, title: String, trained: TrainedPeople, helpers: [PersonID] = [],
    evidence: String = "", source: SourceIdentifier? = nil
  ) {
    self.enrolment = enrolment
    self.on = on
    self.title = title
    self.trained = trained
    self.helpers = helpers
    self.evidence = evidence
    self.source = source
  }

  public func carryOut(_ work: Work) throws -> OnwardTraining {
    let enrolment = try work.reached.enrolment(identified: enrolment)
    try require(of: enrolment, in: work.reached)
    let training = try OnwardTraining(
      id: work.newIdentifier(), enrolment: enrolment.id, of: enrolment.person, on: work.day(on), title: title,
      trained: trained, helpers: helpers, evidence: evidence, source: source, recordedAt: work.now)
    try work.records.insert(training)
    try work.note(
      "onward-training record", .onwardTraining, training.id.uuid, person: enrolment.person,
      [
        FieldChange("on", from: nil, to: on.description), FieldChange("title", from: nil, to: title),
        FieldChange("people", from: nil, to: String(trained.total)),
      ])
    return training
  }

  /// Throws unless such a training may be recorded of an enrolment.
  func require(of enrolment: Enrolment, in reached: ReachedRecords) throws {
    let records = reached.records
    guard title.isVisibleLine else {
      throw UnusableValue(
        field: "title", value: title, expected: "one line of text of which something is seen")
    }
    try requireLine(evidence, "evidence")
    for helper in helpers { _ = try reached.person(identified: helper) }
    guard enrolment.state == .completed else { throw EvaluationRefused.notCompleted }
    let begins = try records.session(named: .id(enrolment.session)).days.from
    guard begins <= on else { throw EvaluationRefused.beforeSession(begins) }
    if let source, try records.onwardTraining(of: enrolment.id, called: source) != nil {
      throw EvaluationRefused.sourceRecorded(source.text)
    }
    for same in try records.onwardTrainings(on: on, titled: title) {
      let leader = try records.enrolment(identified: same.enrolment).person
      if leader == enrolment.person || same.helpers.contains(enrolment.person) || helpers.contains(leader) {
        throw EvaluationRefused.countedAlready(same.id)
      }
    }
  }
}

/// Annuls an onward training, with a reason; it stays in the records.
public struct AnnulOnwardTraining: Change {
  public static let right = Right.nominate

  public let training: OnwardTrainingID
  public let reason: String

  public init(training: OnwardTrainingID, reason: String) {
    self.training = training
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> OnwardTraining {
    let found = try work.reached.onwardTraining(identified: training)
    try requireReason(reason, to: "annul an onward training")
    guard found.annulledAt == nil else { throw EvaluationRefused.annulledBefore }
    try work.records.annul(found.id, at: work.now)
    try work.note(
      "onward-training annul", .onwardTraining, found.id.uuid,
      person: work.records.enrolment(identified: found.enrolment).person, reason: reason,
      [FieldChange("people", from: String(found.trained.total), to: nil)])
    return OnwardTraining(
      recorded: found.id, enrolment: found.enrolment, on: found.on, title: found.title,
      trained: found.trained,
      helpers: found.helpers, evidence: found.evidence, source: found.source, recordedAt: found.recordedAt,
      annulledAt: work.now)
  }
}

/// The onward training within reach, of one enrolment where it is named, in the order it was recorded.
public struct ListOnwardTrainings: Inquiry {
  public static let right: Right? = .lookUp

  public let enrolment: EnrolmentID?
  public let page: PageRequest

  public init(enrolment: EnrolmentID? = nil, page: PageRequest = PageRequest()) {
    self.enrolment = enrolment
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<OnwardTraining> {
    let enrolment = try enrolment.map { try reading.reached.enrolment(identified: $0).id }
    return try reading.records.onwardTrainings(of: enrolment, within: reading.grant.reach, page: page)
  }
}

/// One onward training.
public struct ShowOnwardTraining: Inquiry {
  public static let right: Right? = .lookUp

  public let training: OnwardTrainingID

  public init(_ training: OnwardTrainingID) {
    self.training = training
  }

  public func answer(_ reading: Reading) throws -> OnwardTraining {
    try reading.reached.onwardTraining(identified: training)
  }
}

extension ReachedRecords {
  /// An onward training lies where its enrolment does.
  fileprivate func onwardTraining(identified id: OnwardTrainingID) throws -> OnwardTraining {
    let notFound = NotFound(.onwardTraining, id.description)
    guard let found = try records.onwardTraining(id) else { throw notFound }
    guard try records.lies(found.enrolment, within: reach) else { throw OutOfReach(notFound: notFound) }
    return found
  }
}

extension OnwardTraining.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .nobodyTrained: Explanation(.unusable, "nobody-trained", "nobody was trained", field: "trained")
    case .leaderHelps:
      Explanation(.unusable, "leader-helps", "who leads a training does not help in it", field: "helpers")
    case .helperRepeated:
      Explanation(.unusable, "helper-repeated", "somebody helps twice", field: "helpers")
    }
  }
}
