public import People
public import Values

/// Enters an organization: a Member, an RTC, a university, a donor.
public struct AddParty: Change {
  public static let right = Right.changeRecords

  public let code: PartyCode
  public let kind: Party.Kind
  public let names: LocalizedText
  public let region: Region?
  public let validity: DayRange
  public let seats: [Party.Seat]
  public let sources: [Party.Source]
  public let groups: [Party.GroupMembership]

  public init(
    code: PartyCode, kind: Party.Kind, names: LocalizedText, region: Region?, validity: DayRange,
    seats: [Party.Seat] = [], sources: [Party.Source] = [], groups: [Party.GroupMembership] = []
  ) {
    self.code = code
    self.kind = kind
    self.names = names
    self.region = region
    self.validity = validity
    self.seats = seats
    self.sources = sources
    self.groups = groups
  }

  public func carryOut(_ work: Work) throws -> Party {
    guard try work.records.party(code) == nil else { throw AlreadyExists(.party, code.description) }
    let party = try Party(
      id: work.newIdentifier(), code: code, kind: kind, names: names, region: region, validity: validity,
      seats: seats, sources: sources, groups: groups)
    try work.records.insert(party)
    try work.records.insert(groups: groups, of: party.id, at: work.now)
    try work.note(
      "organisation add", .party, party.id.uuid, [FieldChange("code", from: nil, to: code.description)])
    return party
  }
}

/// The organizations, in the order of their codes.
public struct ListParties: Inquiry {
  public static let right: Right? = .readReference

  public let filter: PartyFilter
  public let page: PageRequest

  public init(_ filter: PartyFilter = PartyFilter(), page: PageRequest = PageRequest()) {
    self.filter = filter
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Party> {
    try reading.records.parties(filter, page: page)
  }
}

/// One organization.
public struct ShowParty: Inquiry {
  public static let right: Right? = .readReference

  public let party: Reference<Party>

  public init(_ party: Reference<Party>) {
    self.party = party
  }

  public func answer(_ reading: Reading) throws -> Party {
    try reading.records.party(named: party)
  }
}
