public import Enrolment
public import People
public import Values

/// The identity of an involvement.
public typealias InvolvementID = Identifier<Involvement>

/// What somebody was or is to one person, or to everyone in a session, as it was declared.
public struct Involvement: Sendable, Hashable {
  /// With whom somebody is involved.
  public enum Subject: Sendable, Hashable {
    case session(SessionID)
    case person(PersonID)
  }

  /// Why it cannot be declared.
  public enum Refusal: Error, Hashable, Sendable {
    /// Nobody decides on themselves as it is.
    case withOneself
    /// Ending it says why.
    case reasonMissing
  }

  public let id: InvolvementID
  public let person: PersonID
  public let duty: Duty
  public let subject: Subject
  public let recordedAt: Instant
  /// When it ended; nil while it holds.
  public let endedAt: Instant?

  public init(
    id: InvolvementID, person: PersonID, duty: Duty, subject: Subject, recordedAt: Instant, endedAt: Instant?
  ) throws(Refusal) {
    guard subject != .person(person) else { throw .withOneself }
    self.id = id
    self.person = person
    self.duty = duty
    self.subject = subject
    self.recordedAt = recordedAt
    self.endedAt = endedAt
  }

  /// Whether it held at an instant, of a person who takes part in a session.
  public func holds(of candidate: PersonID, in session: SessionID, at instant: Instant) -> Bool {
    let isOf = subject == .person(candidate) || subject == .session(session)
    return isOf && recordedAt <= instant && endedAt.map { instant < $0 } ?? true
  }
}
