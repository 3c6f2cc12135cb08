internal import People
internal import Reports
internal import Values

// What the reports that name people have in common.
extension Reading {
  /// - Parameter cutOff: the instant that the records are looked at as of; the present where nil.
  func setting(
    days: ClosedRange<Day>? = nil, cutOff: Instant?, language: LanguageTag
  ) throws -> ListReport.Setting {
    ListReport.Setting(
      days: days, cutOff: cutOff ?? now, language: language, words: try languages.words(for: language))
  }

  /// The party whose people are listed; nil for everybody's. Who does not reach everything names the own Member.
  func listedParty(_ reference: Reference<Party>?) throws -> Party? {
    let party = try reference.map { try records.party(named: $0) }
    guard grant.reach != .everything else { return party }
    guard case .officers(let own) = grant.reach else { throw BeyondOwn.draftOfOthers }
    guard let reference, let party else { throw BeyondOwn.partyMissing }
    guard party.id == own else { throw OutOfReach(notFound: NotFound(.party, reference.description)) }
    return party
  }
}

extension DayRange {
  /// The days of a period, which has a last one.
  func closed() throws(ReportParameters.Refusal) -> ClosedRange<Day> {
    guard let to else { throw .periodWithoutEnd }
    return from...to
  }
}

extension PartyLabel {
  init(_ party: Party) {
    self.init(id: party.id, code: party.code, name: party.names, region: party.region)
  }
}
