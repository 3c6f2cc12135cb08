internal import ContentPackaging
internal import People
internal import RegistrarXML
internal import Values

/// Whose names in an organisation a reader could take for one another: of those recorded, and of the roster's own.
struct RosterLikenesses {
  /// Names of people in no organisation stand under nil.
  private var known: [PartyID?: [NameLikeness: String]] = [:]

  /// Who is named alike in an organisation, in words; nil where nobody is. The names recorded in it are read at its
  /// first mention.
  mutating func alike(
    _ likeness: NameLikeness, in party: PartyID?, of records: any Records
  ) throws -> String? {
    if known[party] == nil { known[party] = try RosterLikenesses.recorded(in: party, of: records) }
    return known[party]?[likeness]
  }

  /// Remembers somebody of the roster.
  mutating func add(_ entry: RosterEntry, in parties: Set<PartyID>) {
    let likeness = NameLikeness(of: entry.name.value)
    for party in parties.isEmpty ? [nil] : parties.map(Optional.some) {
      known[party, default: [:]][likeness] = entry.words
    }
  }

  private static func recorded(
    in party: PartyID?, of records: any Records
  ) throws -> [NameLikeness: String] {
    guard let party else { return [:] }
    var found: [NameLikeness: String] = [:]
    for (person, name) in try records.names(ofPersonsIn: party) {
      found[NameLikeness(of: name)] = "person \(person), who is recorded there"
    }
    return found
  }
}

extension RosterPlanning {
  /// Warns where somebody who is not known yet is named like somebody in the same organisation.
  mutating func warnOfLikeness(_ entry: RosterEntry) throws {
    if let turning = entry.name.value.unicodeScalars.first(where: \.turnsDirection) {
      let warning = EnteredPerson.Warning.turnsDirection(scalarValue: turning.value)
      report(.rosterPersonTurned, warning.sentence, entry.name, entry)
    }
    let likeness = NameLikeness(of: entry.name.value)
    let parties: [PartyID?] = try entry.affiliations.compactMap { try records.party($0.organisation.value) }
      .filter(principal.grant.acts).map(\.id)
    for party in parties.isEmpty ? [nil] : parties {
      guard let other = try likenesses.alike(likeness, in: party, of: records) else { continue }
      report(.rosterPersonAlike, "the name is one with that of \(other)", entry.name, entry)
    }
  }
}
