internal import Enrolment
public import People
internal import Reports
public import Values

/// The list of learners as comma-separated values: every enrolment recorded, or completed, on some days, by name, as it
/// stood at an instant. The Secretariat has everybody; a Member's coordinator the own officers.
public struct LearnersToList: Sendable {
  /// What puts an enrolment on the list, on the day on which it happened.
  public enum Event: Sendable, Hashable {
    case enrolled, completed

    /// The order that a list has where none is asked for: completions are told Member by Member.
    public var usualOrder: Order {
      switch self {
      case .enrolled: .enrolment
      case .completed: .member
      }
    }
  }

  /// What comes after what.
  public enum Order: String, Sendable, CaseIterable {
    /// As the enrolments were recorded.
    case enrolment
    /// Member by Member, and whoever else people belong to, in the order of codes; within each by name. Those who belong to
    /// none come last.
    case member
  }

  public let event: Event
  public let order: Order
  /// Only those who were affiliated to this party when their session started; all where nil.
  public let party: Reference<Party>?
  /// The days on which the event happened; all days where nil.
  public let period: DayRange?
  public let timeZone: String
  /// The instant that the records are looked at as of; the present where nil, or where it lies ahead.
  public let cutOff: Instant?
  /// The language of titles.
  public let language: LanguageTag

  public init(
    _ event: Event = .enrolled, order: Order = .enrolment, party: Reference<Party>?, period: DayRange?,
    timeZone: String, cutOff: Instant?, language: LanguageTag
  ) {
    self.event = event
    self.order = order
    self.party = party
    self.period = period
    self.timeZone = timeZone
    self.cutOff = cutOff
    self.language = language
  }

  func includes(_ fact: EnrolmentFact) -> Bool {
    switch event {
    case .enrolled: period?.contains(fact.enrolledOn) ?? true
    case .completed:
      fact.state == .completed && (fact.endedOn.map { period?.contains($0) ?? true } ?? false)
    }
  }
}

/// A list under way. Memory does not grow with it; what is recorded after it began is not part of it.
public struct LearnerListing: Sendable {
  private let registrar: Registrar
  private let principal: Principal
  private let asked: LearnersToList
  private let cutOff: Instant
  private var isBegun = false
  /// Where it goes on; nil where all of it was given.
  private var place: ListPlace?
  /// How many lines were given so far, the head not counted.
  public private(set) var count = 0

  fileprivate init(
    _ registrar: Registrar, _ principal: Principal, _ asked: LearnersToList, asOf cutOff: Instant
  ) {
    (self.registrar, self.principal, self.asked, self.cutOff) = (registrar, principal, asked, cutOff)
    place = ListPlace(firstOf: asked.order)
  }

  /// The next lines, none where nobody of those looked at is listed; nil where none is left.
  public mutating func next() throws -> [UInt8]? {
    guard let place else { return nil }
    let piece = try registrar.answer(
      ListSomeLearners(asked: asked, cutOff: cutOff, at: place), as: principal)
    let head = isBegun ? [] : LearnerList.head
    isBegun = true
    self.place = piece.next
    count += piece.count
    return head + piece.lines
  }
}

extension Registrar {
  /// Begins a list of learners. Who may not have it, and what cannot be listed, is told before anything is written.
  public func listLearners(_ asked: LearnersToList, as principal: Principal) throws -> LearnerListing {
    let begun = try store.dividingInstant()
    let cutOff = min(asked.cutOff ?? begun, begun)
    _ = try answer(
      ListSomeLearners(asked: asked, cutOff: cutOff, at: ListPlace(firstOf: asked.order), limit: 0),
      as: principal)
    return LearnerListing(self, principal, asked, asOf: cutOff)
  }
}
