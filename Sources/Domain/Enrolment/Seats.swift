/// How a session stands when someone asks for a seat, and what the rule answers.
public struct Seats: Sendable, Hashable {
  /// The answer to a request for a seat.
  public enum Admission: Sendable, Hashable {
    case seat
    /// No seat is free, or others wait already: a place on the waiting list, counted from 1.
    case waitingList(position: Int)
  }

  /// Why nobody can be admitted.
  public enum Refusal: Error, Hashable, Sendable {
    /// The session takes no enrolments in this state.
    case sessionNotOpen(SessionState)
    /// The person is enrolled in the session already.
    case alreadyEnrolled(EnrolmentID)
    /// The nomination belongs to another person or session.
    case nominationMismatch
    /// A nomination leads to an enrolment once it is endorsed; this one is not.
    case nominationNotEndorsed(NominationState)
  }

  /// How many people can take part; nil where the number is not limited.
  public let capacity: Int?
  /// How many hold a seat.
  public let taken: Int
  /// How many wait.
  public let waiting: Int

  public init(capacity: Int?, taken: Int, waiting: Int) {
    self.capacity = capacity
    self.taken = taken
    self.waiting = waiting
  }

  /// What the next person gets. A free seat is first for those who wait.
  public var admission: Admission {
    guard let capacity else { return .seat }
    return taken < capacity && waiting == 0 ? .seat : .waitingList(position: waiting + 1)
  }

  /// How the session stands once the next person was admitted.
  public var afterAdmission: Seats {
    switch admission {
    case .seat: Seats(capacity: capacity, taken: taken + 1, waiting: waiting)
    case .waitingList: Seats(capacity: capacity, taken: taken, waiting: waiting + 1)
    }
  }

  /// How many of those who wait can move up now.
  public var seatsForWaiting: Int {
    guard let capacity else { return waiting }
    return min(waiting, max(0, capacity - taken))
  }
}
