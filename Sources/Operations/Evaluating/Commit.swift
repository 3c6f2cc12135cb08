public import Enrolment
public import Evaluation
public import Values

/// Records what somebody who takes part in a training promises: to train so many people by a day.
public struct Commit: Change {
  public static let right = Right.nominate

  public let enrolment: EnrolmentID
  public let people: Int
  public let due: Day

  public init(enrolment: EnrolmentID, people: Int, due: Day) {
    self.enrolment = enrolment
    self.people = people
    self.due = due
  }

  public func carryOut(_ work: Work) throws -> Commitment {
    let enrolment = try work.reached.enrolment(identified: enrolment)
    if let holding = try work.records.commitment(of: enrolment.id) {
      throw EvaluationRefused.committedBefore(holding.id)
    }
    try requireDue(after: enrolment, in: work.records)
    let commitment = try Commitment(
      id: work.newIdentifier(), enrolment: enrolment.id, people: people, due: due, recordedAt: work.now)
    try work.records.insert(commitment)
    try work.note(
      "commitment make", .commitment, commitment.id.uuid, person: enrolment.person,
      [
        FieldChange("people", from: nil, to: String(people)),
        FieldChange("due", from: nil, to: due.description),
      ])
    return commitment
  }

  /// Throws where it is due before the training that it is made at.
  func requireDue(after enrolment: Enrolment, in records: any Records) throws {
    let begins = try records.session(named: .id(enrolment.session)).days.from
    guard begins <= due else { throw EvaluationRefused.dueBeforeSession(begins) }
  }
}

/// Takes a commitment back, with a reason. Reports as of an earlier cut-off still have it.
public struct EndCommitment: Change {
  public static let right = Right.nominate

  public let commitment: CommitmentID
  public let reason: String

  public init(commitment: CommitmentID, reason: String) {
    self.commitment = commitment
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> Commitment {
    let found = try work.reached.commitment(identified: commitment)
    try requireReason(reason, to: "take a commitment back")
    guard found.endedAt == nil else { throw EvaluationRefused.annulledBefore }
    try work.records.end(found.id, at: work.now)
    try work.note(
      "commitment end", .commitment, found.id.uuid,
      person: work.records.enrolment(identified: found.enrolment).person, reason: reason,
      [FieldChange("people", from: String(found.people), to: nil)])
    return try Commitment(
      id: found.id, enrolment: found.enrolment, people: found.people, due: found.due,
      recordedAt: found.recordedAt, endedAt: work.now)
  }
}

/// A commitment, and how far it was kept by the day of asking.
public struct KeptCommitment: Sendable, Hashable {
  public let commitment: Commitment
  /// How many people were trained up to the earlier of that day and the due one.
  public let trained: Int
  public let state: Commitment.State
}

/// The commitments within reach, in the order they were recorded, each with how far it was kept.
public struct ListCommitments: Inquiry {
  public static let right: Right? = .lookUp

  public let page: PageRequest

  public init(page: PageRequest = PageRequest()) {
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<KeptCommitment> {
    let found = try reading.records.commitments(within: reading.grant.reach, page: page)
    return Page(items: try found.items.map(reading.kept), next: found.next)
  }
}

/// One commitment, with how far it was kept.
public struct ShowCommitment: Inquiry {
  public static let right: Right? = .lookUp

  public let commitment: CommitmentID

  public init(_ commitment: CommitmentID) {
    self.commitment = commitment
  }

  public func answer(_ reading: Reading) throws -> KeptCommitment {
    try reading.kept(reading.reached.commitment(identified: commitment))
  }
}

extension Reading {
  /// How far a commitment was kept by the day of asking.
  fileprivate func kept(_ commitment: Commitment) throws -> KeptCommitment {
    let today = now.dayInUTC
    let trained = try records.peopleTrained(by: commitment.enrolment, upTo: min(today, commitment.due))
    return KeptCommitment(
      commitment: commitment, trained: trained, state: commitment.state(trained: trained, on: today))
  }
}

extension ReachedRecords {
  /// A commitment lies where its enrolment does.
  fileprivate func commitment(identified id: CommitmentID) throws -> Commitment {
    let notFound = NotFound(.commitment, id.description)
    guard let found = try records.commitment(id) else { throw notFound }
    guard try records.lies(found.enrolment, within: reach) else { throw OutOfReach(notFound: notFound) }
    return found
  }
}

extension Commitment.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .nobodyToTrain(let number):
      Explanation(
        .unusable, "number-not-positive", "1 at least is to be trained, not \(number)", field: "people")
    }
  }
}
