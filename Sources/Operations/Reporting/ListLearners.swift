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
  }

  public let event: Event
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
    _ event: Event = .enrolled, party: Reference<Party>?, period: DayRange?, timeZone: String,
    cutOff: Instant?, language: LanguageTag
  ) {
    self.event = event
    self.party = party
    self.period = period
    self.timeZone = timeZone
    self.cutOff = cutOff
    self.language = language
  }

  fileprivate func includes(_ fact: EnrolmentFact) -> Bool {
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
  private var after: EnrolmentID?
  /// How many lines were given so far, the head not counted.
  public private(set) var count = 0

  fileprivate init(
    _ registrar: Registrar, _ principal: Principal, _ asked: LearnersToList, asOf cutOff: Instant
  ) {
    (self.registrar, self.principal, self.asked, self.cutOff) = (registrar, principal, asked, cutOff)
  }

  /// The next lines; nil where none is left.
  public mutating func next() throws -> [UInt8]? {
    let list = LearnerList(language: asked.language)
    let piece = try registrar.answer(
      ListSomeLearners(asked: asked, cutOff: cutOff, after: after, list: list), as: principal)
    let head = isBegun ? [] : list.head
    isBegun = true
    guard let last = piece.last else { return head.isEmpty ? nil : head }
    after = last
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
      ListSomeLearners(
        asked: asked, cutOff: cutOff, after: nil, list: LearnerList(language: asked.language), limit: 0),
      as: principal)
    return LearnerListing(self, principal, asked, asOf: cutOff)
  }
}

/// A piece of a list of learners.
struct ListSomeLearners: Inquiry {
  static let right: Right? = .readReports
  static let name = "list learners"

  let asked: LearnersToList
  let cutOff: Instant
  let after: EnrolmentID?
  let list: LearnerList
  /// How many enrolments a piece looks at.
  var limit = 1000

  struct Piece {
    var lines: [UInt8] = []
    var count = 0
    /// The last enrolment that was looked at; nil where none is left.
    let last: EnrolmentID?
  }

  func answer(_ reading: Reading) throws -> Piece {
    let party = try reading.listedParty(asked.party)?.id
    let days = try DaysOfZone(asked.timeZone, reading.calendar)
    let found = try reading.records.enrolments(asOf: cutOff, after: after, limit: limit, dayOf: days.day)
    var piece = Piece(last: found.last)
    for fact in found.facts {
      guard party.map({ $0 == fact.party?.id }) ?? true, asked.includes(fact) else { continue }
      piece.lines += list.line(fact)
      piece.count += 1
    }
    return piece
  }
}
