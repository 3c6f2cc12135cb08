internal import Enrolment
internal import People
internal import Reports
internal import Values

/// Where a list of learners has come to.
enum ListPlace: Sendable {
  /// Behind an enrolment; before all of them where nil.
  case enrolment(EnrolmentID?)
  /// Behind everybody of a party; before all parties where nil.
  case party(PartyCode?)
  /// Behind a person of a party.
  case person(NamedPerson, of: Party)
  /// Behind an enrolment that belongs to no party; before all of them where nil.
  case noParty(EnrolmentID?)

  init(firstOf order: LearnersToList.Order) {
    self =
      switch order {
      case .enrolment: .enrolment(nil)
      case .member: .party(nil)
      }
  }
}

/// A piece of a list of learners.
struct ListSomeLearners: Inquiry {
  static let right: Right? = .readReports
  static let name = "list learners"

  let asked: LearnersToList
  let cutOff: Instant
  let place: ListPlace
  /// How many enrolments, or people, a piece looks at.
  let limit: Int

  init(asked: LearnersToList, cutOff: Instant, at place: ListPlace, limit: Int = 4000) {
    self.asked = asked
    self.cutOff = cutOff
    self.place = place
    self.limit = limit
  }

  struct Piece {
    var lines: [UInt8] = []
    var count = 0
    /// Where the list goes on; nil where nobody is left.
    let next: ListPlace?
  }

  func answer(_ reading: Reading) throws -> Piece {
    let party = try reading.listedParty(asked.party)
    let days = try DaysOfZone(asked.timeZone, reading.calendar)
    let list = LearnerList(
      language: asked.language, words: try reading.languages.words(for: asked.language))
    switch place {
    case .enrolment(let last):
      let found = try reading.records.enrolments(
        .anyone, asOf: cutOff, after: last, limit: limit, dayOf: days.day)
      let facts = found.facts.filter { fact in party.map { $0.id == fact.party?.id } ?? true }
      return piece(of: facts, in: list, then: found.last.map { .enrolment($0) })
    case .party(let last):
      guard let next = try party ?? reading.records.party(after: last) else {
        return Piece(next: .noParty(nil))
      }
      return try people(of: next, after: nil, in: list, days, reading)
    case .person(let last, let party): return try people(of: party, after: last, in: list, days, reading)
    case .noParty(let last):
      let found = try reading.records.enrolments(
        .noParty, asOf: cutOff, after: last, limit: limit, dayOf: days.day)
      return piece(of: found.facts, in: list, then: found.last.map { .noParty($0) })
    }
  }

  /// Some people of a party; behind the last of them comes the next party, unless this one alone is listed.
  private func people(
    of party: Party, after last: NamedPerson?, in list: LearnerList, _ days: DaysOfZone, _ reading: Reading
  ) throws -> Piece {
    let found = try reading.records.enrolments(
      of: party.id, asOf: cutOff, after: last, limit: limit, dayOf: days.day)
    let behind: ListPlace? = asked.party == nil ? .party(party.code) : nil
    return piece(
      of: found.facts, in: list, then: found.last.map { .person($0, of: party) } ?? behind)
  }

  private func piece(
    of facts: [EnrolmentFact], in list: LearnerList, then next: ListPlace?
  ) -> Piece {
    var piece = Piece(next: next)
    for fact in facts where asked.includes(fact) {
      piece.lines += list.line(fact)
      piece.count += 1
    }
    return piece
  }
}

extension Records {
  /// The party whose code comes next; the first one where nil is given.
  fileprivate func party(after code: PartyCode?) throws -> Party? {
    try parties(PartyFilter(), page: PageRequest(after: code?.folded, limit: 1)).items.first
  }
}
