public import Catalogue
public import People
public import Values

/// The identity of a session.
public typealias SessionID = Identifier<Session>
/// The short name of a session, unique in the system.
public typealias SessionCode = Code<Session>

/// One dated delivery of a course version.
public struct Session: Sendable, Hashable {
  /// How the session is delivered (domain 7.2).
  public enum Mode: String, Sendable, CaseIterable {
    case selfPaced = "self-paced"
    case tutored
    case virtualWorkshop = "virtual-workshop"
    case faceToFace = "face-to-face"
    case blended
    case virtualReality = "virtual-reality"
  }

  /// Why a session cannot be as described.
  public enum Refusal: Error, Hashable, Sendable {
    /// A session has room for at least one person.
    case capacityNotPositive(Int)
    /// A session has a last day: its enrolments run out on it.
    case endMissing
  }

  public let id: SessionID
  public let code: SessionCode
  public let version: CourseVersionID
  public let mode: Mode
  /// The first and last day, both inclusive, in the session's time zone.
  public let days: DayRange
  /// The name of the time zone that the days are meant in, `Africa/Nairobi`.
  public let timeZone: String
  /// The language of delivery.
  public let language: LanguageTag
  /// How many people can take part; nil where the number is not limited.
  public let capacity: Int?
  /// The party that delivers it: an RTC, a Member, the Secretariat.
  public let host: PartyID?
  public let state: SessionState

  public init(
    id: SessionID, code: SessionCode, version: CourseVersionID, mode: Mode, days: DayRange, timeZone: String,
    language: LanguageTag, capacity: Int?, host: PartyID?, state: SessionState
  ) throws(Refusal) {
    if let capacity, capacity < 1 { throw .capacityNotPositive(capacity) }
    guard days.to != nil else { throw .endMissing }
    self.id = id
    self.code = code
    self.version = version
    self.mode = mode
    self.days = days
    self.timeZone = timeZone
    self.language = language
    self.capacity = capacity
    self.host = host
    self.state = state
  }
}
