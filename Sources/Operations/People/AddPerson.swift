public import People
public import Values

/// Enters a person, with the affiliation by which they are counted where it is known.
public struct AddPerson: Change {
  public static let right = Right.enterPeople

  /// The place in a party that a person is entered with.
  public struct Place: Sendable {
    public let party: Reference<Party>
    public let unit: String
    public let post: String
    public let roleLevel: RoleLevel?
    public let validity: DayRange

    public init(
      party: Reference<Party>, unit: String, post: String, roleLevel: RoleLevel?, validity: DayRange
    ) {
      self.party = party
      self.unit = unit
      self.post = post
      self.roleLevel = roleLevel
      self.validity = validity
    }
  }

  public let name: String
  public let sex: Person.Sex
  public let language: LanguageTag
  public let mailboxes: [String]
  public let place: Place?

  public init(name: String, sex: Person.Sex, language: LanguageTag, mailboxes: [String], place: Place?) {
    self.name = name
    self.sex = sex
    self.language = language
    self.mailboxes = mailboxes
    self.place = place
  }

  public func carryOut(_ work: Work) throws -> EnteredPerson {
    let party = try place.map { try work.records.party(named: $0.party) }
    let alike = try party.map { try work.records.persons(namedLike: name, in: $0) } ?? []
    return EnteredPerson(try enter(work), namedAlike: alike)
  }

  /// Enters the person, whoever is named alike.
  func enter(_ work: Work) throws -> Person {
    let party = try place.map { try work.records.party(named: $0.party) }
    try requireOwn(party, work)
    let person = try Person(
      id: work.newIdentifier(), name: name, sex: sex, language: language, mailboxes: mailboxes)
    try work.records.insert(person)
    try work.note(
      "person add", .person, person.id.uuid, person: person.id, [FieldChange("name", from: nil, to: name)])
    if let place, let party { _ = try work.affiliate(person, with: party, place) }
    return person
  }

  /// Who acts for one party enters its people only.
  private func requireOwn(_ party: Party?, _ work: Work) throws {
    if let party { return try work.grant.requireActing(for: party) }
    guard work.grant.reach == .everything else { throw BeyondOwn.partyMissing }
  }
}

/// A person who was entered, and what whoever entered them may have to look at.
public struct EnteredPerson: Sendable {
  /// What may be a mistake, and may well be none.
  public enum Warning: Sendable, Hashable {
    /// Somebody in the same party is named so that a reader cannot tell the two apart.
    case namedAlike(PersonID)
    /// The name has a character that turns the direction of writing: it reads otherwise than it is stored.
    case turnsDirection(scalarValue: UInt32)
  }

  public let person: Person
  public let warnings: [Warning]

  init(_ person: Person, namedAlike: [PersonID]) {
    self.person = person
    let turning = person.name.unicodeScalars.first(where: \.turnsDirection)
    warnings =
      (turning.map { [.turnsDirection(scalarValue: $0.value)] } ?? []) + namedAlike.map { .namedAlike($0) }
  }
}

extension EnteredPerson.Warning {
  /// Stable, for programs.
  public var code: String {
    switch self {
    case .namedAlike: "name-alike"
    case .turnsDirection: "name-turns-direction"
    }
  }

  /// The warning as a sentence without its stop.
  public var sentence: String {
    switch self {
    case .namedAlike(let other): "the name is one with that of person \(other), who is recorded there"
    case .turnsDirection(let value):
      "the name has a character that turns the direction of writing, U+\(String(value, radix: 16, uppercase: true))"
    }
  }
}

extension Records {
  /// Who of a party has a name that a reader cannot tell from this one, five at the most. Cost grows with the number of
  /// people in the party.
  fileprivate func persons(namedLike name: String, in party: Party) throws -> [PersonID] {
    let likeness = NameLikeness(of: name)
    return try names(ofPersonsIn: party.id).lazy.filter { NameLikeness(of: $0.name) == likeness }.prefix(5)
      .map(\.person)
  }
}

/// Gives a person a place in a party from a day on, on days on which the party is there and the post is not held. Who acts
/// for one party gives it to nobody who holds a place elsewhere on those days.
public struct AddAffiliation: Change {
  public static let right = Right.enterPeople

  public let person: PersonID
  public let place: AddPerson.Place

  public init(person: PersonID, place: AddPerson.Place) {
    self.person = person
    self.place = place
  }

  public func carryOut(_ work: Work) throws -> Affiliation {
    let person = try work.reached.person(identified: person)
    let party = try work.records.party(named: place.party)
    return try work.give(place, in: party, to: person)
  }
}

extension Work {
  /// Gives a person a place in a party, as far as the actor may.
  func give(_ place: AddPerson.Place, in party: Party, to person: Person) throws -> Affiliation {
    let held = try records.affiliations(of: person.id).map { ($0.party, $0.post, $0.validity) }
    try grant.requirePlacing(in: party, on: place.validity, beside: held)
    return try affiliate(person, with: party, place)
  }

  fileprivate func affiliate(
    _ person: Person, with party: Party, _ place: AddPerson.Place
  ) throws -> Affiliation {
    let others = try records.affiliations(of: person.id).map { ($0.party, $0.post, $0.validity) }
    for (field, text) in [("unit", place.unit), ("post", place.post)] {
      try requireLine(text, field)
    }
    try Affiliation.requireRoom(for: place.post, in: party, on: place.validity, beside: others)
    let affiliation = Affiliation(
      id: newIdentifier(), person: person.id, party: party.id, unit: place.unit, post: place.post,
      roleLevel: place.roleLevel, validity: place.validity, recordedAt: now)
    try records.insert(affiliation)
    try note(
      "person affiliate", .affiliation, affiliation.id.uuid, person: person.id,
      [FieldChange("organisation", from: nil, to: party.code.description)])
    return affiliation
  }
}

/// The persons within reach, in the order they were entered.
public struct ListPersons: Inquiry {
  public static let right: Right? = .lookUp

  /// A part of the name: letters in either case, accents composed or not.
  public let name: String?
  /// An address that statements may name the person by.
  public let mailbox: String?
  /// A party that they have, had or will have a place in, as far as who asks may know of that place.
  public let party: Reference<Party>?
  public let page: PageRequest

  public init(
    name: String? = nil, mailbox: String? = nil, party: Reference<Party>? = nil,
    page: PageRequest = PageRequest()
  ) {
    self.name = name
    self.mailbox = mailbox
    self.party = party
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Person> {
    let party = try party.map { try reading.records.party(named: $0).id }
    var day: Day?
    switch party.map(reading.grant.reach.shownPlaces) {
    case nil, .all: break
    case .holding: day = reading.now.dayInUTC
    case .none?: return Page(items: [], next: nil)
    }
    let filter = PersonFilter(name: name, mailbox: mailbox, party: party, heldOn: day)
    return try reading.records.persons(filter, within: reading.grant.reach, page: page)
  }
}

/// A person with the affiliations that the reach goes as far as.
public struct ShowPerson: Inquiry {
  public static let right: Right? = .lookUp

  /// What is known of one person.
  public struct Answer: Sendable {
    public let person: Person
    /// Earliest first, each with the party's code.
    public let affiliations: [(affiliation: Affiliation, party: PartyCode)]
  }

  public let person: PersonID

  public init(_ person: PersonID) {
    self.person = person
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let person = try reading.reached.person(identified: person)
    let affiliations = try reading.reached.affiliations(of: person.id, on: reading.now.dayInUTC).map {
      affiliation in
      (affiliation, try reading.records.party(named: .id(affiliation.party)).code)
    }
    return Answer(person: person, affiliations: affiliations)
  }
}
