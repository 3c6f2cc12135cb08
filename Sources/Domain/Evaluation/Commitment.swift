public import Enrolment
public import Values

/// The identity of a commitment.
public typealias CommitmentID = Identifier<Commitment>

/// What somebody who was trained promised: to train so many people by a day (domain 7.2). How far it was kept is worked out
/// of the onward training.
public struct Commitment: Sendable, Hashable {
  /// Why a commitment cannot be as described.
  public enum Refusal: Error, Hashable, Sendable {
    /// Somebody is to be trained.
    case nobodyToTrain(Int)
  }

  /// How far a commitment was kept (domain 7.3).
  public enum State: String, Sendable, CaseIterable {
    /// Nobody was trained yet, and there is time.
    case made
    /// Some were trained, and there is time.
    case inProgress = "in-progress"
    case met
    /// Its day has passed, and some were trained.
    case partlyMet = "partly-met"
    /// Its day has passed, and nobody was trained.
    case unmet
  }

  public let id: CommitmentID
  /// The training that it was made at, and by whom.
  public let enrolment: EnrolmentID
  /// How many people are to be trained, from 1.
  public let people: Int
  /// The last day on which that may be done.
  public let due: Day
  public let recordedAt: Instant
  /// When it was taken back; nil while it holds.
  public let endedAt: Instant?

  public init(
    id: CommitmentID, enrolment: EnrolmentID, people: Int, due: Day, recordedAt: Instant,
    endedAt: Instant? = nil
  ) throws(Refusal) {
    guard people >= 1 else { throw .nobodyToTrain(people) }
    self.id = id
    self.enrolment = enrolment
    self.people = people
    self.due = due
    self.recordedAt = recordedAt
    self.endedAt = endedAt
  }

  /// How far it was kept as of a day.
  ///
  /// - Parameter trained: how many were trained, by the training that it was made at, up to the earlier of that day and the
  ///   due one.
  public func state(trained: Int, on day: Day) -> State {
    if trained >= people { return .met }
    let isOver = due < day
    if trained > 0 { return isOver ? .partlyMet : .inProgress }
    return isOver ? .unmet : .made
  }
}
