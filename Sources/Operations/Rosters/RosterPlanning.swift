internal import ContentPackaging
internal import Enrolment
internal import People
internal import RegistrarXML
internal import Values

/// A roster's plan under way. What was asked of the records once is kept; what an entry adds is seen by those behind it.
struct RosterPlanning {
  let records: any Records
  let principal: Principal
  let today: Day
  var findings: Findings
  var likenesses = RosterLikenesses()
  private var persons: [SourceIdentity: PlannedPerson] = [:]
  private var parties: [PartyCode: Party?] = [:]
  private var sessions: [SessionCode: Session?] = [:]
  private var seats: [SessionID: Seats] = [:]

  init(of name: String, by principal: Principal, on today: Day, in records: any Records) {
    self.records = records
    self.principal = principal
    self.today = today
    findings = Findings(file: name)
  }

  mutating func plan(_ entry: RosterEntry) throws -> PlannedEntry {
    let known = try known(entry.identity.value)
    var planning = EntryPlanning(
      entry, known ?? PlannedPerson(recorded: nil), errorsBefore: findings.errorCount)
    guard touches(entry, known) else { return settle(planning, isKnown: known != nil) }
    if let known {
      compare(entry, with: known)
    } else {
      try planPerson(&planning)
    }
    for affiliation in entry.affiliations { try plan(affiliation, &planning) }
    for nomination in entry.nominations { try plan(nomination, &planning) }
    for session in entry.enrolments { try plan(enrolmentIn: session, &planning) }
    return settle(planning, isKnown: known != nil)
  }

  /// Keeps what an entry adds, unless it is refused.
  private mutating func settle(_ planning: EntryPlanning, isKnown: Bool) -> PlannedEntry {
    let (entry, person) = (planning.entry, planning.person.recorded?.id)
    guard findings.errorCount == planning.errorsBefore else {
      return PlannedEntry(entry: entry, person: person, result: .refused, steps: [])
    }
    persons[entry.identity.value] = planning.person
    for (session, admitted) in planning.seats { seats[session] = admitted }
    if !isKnown { likenesses.add(entry, in: planning.parties) }
    let result: RosterReport.Result = isKnown ? planning.steps.isEmpty ? .unchanged : .changed : .added
    return PlannedEntry(entry: entry, person: person, result: result, steps: planning.steps)
  }

  /// The person of an identity, recorded or planned; nil where there is none yet.
  private mutating func known(_ identity: SourceIdentity) throws -> PlannedPerson? {
    if let planned = persons[identity] { return planned }
    guard let id = try records.person(known: identity) else { return nil }
    let person = PlannedPerson(
      recorded: try records.person(identified: id), affiliations: try records.affiliations(of: id))
    persons[identity] = person
    return person
  }
}

/// One entry under way: what it adds is kept only when all of it can be used.
struct EntryPlanning {
  let entry: RosterEntry
  var person: PlannedPerson
  let errorsBefore: Int
  var steps: [PlannedEntry.Step] = []
  /// The seats of sessions as the entry leaves them.
  var seats: [SessionID: Seats] = [:]
  /// The parties that the entry is about.
  var parties: Set<PartyID> = []

  init(_ entry: RosterEntry, _ person: PlannedPerson, errorsBefore: Int) {
    self.entry = entry
    self.person = person
    self.errorsBefore = errorsBefore
  }
}

// What the entries refer to.
extension RosterPlanning {
  /// The organisation of a code; nil, with a finding, where there is none. Whatever an entry says of an organisation
  /// passes here.
  mutating func party(_ code: Stated<PartyCode>, _ planning: inout EntryPlanning) throws -> Party? {
    let found = try parties[code.value] ?? records.party(code.value)
    parties[code.value] = .some(found)
    guard let found else {
      report(.rosterOrganisationUnknown, "there is no organisation “\(code.value)”", code, planning.entry)
      return nil
    }
    guard actsFor(found, code, planning.entry) else { return nil }
    planning.parties.insert(found.id)
    return found
  }

  /// The session of a code; nil, with a finding, where there is none.
  mutating func session(_ code: Stated<SessionCode>, of entry: RosterEntry) throws -> Session? {
    guard let found = try session(code.value) else {
      report(.rosterSessionUnknown, "there is no session “\(code.value)”", code, entry)
      return nil
    }
    return found
  }

  private mutating func session(_ code: SessionCode) throws -> Session? {
    let found = try sessions[code] ?? reached(records.session(code))
    sessions[code] = .some(found)
    return found
  }

  /// The day on which a place must hold whose first day nobody says: that of the entry's first session.
  mutating func day(of entry: RosterEntry) throws -> Day {
    guard let code = entry.nominations.first?.session.value ?? entry.enrolments.first?.value,
      let session = try session(code)
    else { return today }
    return session.days.from
  }

  /// How a session's seats stand, counted once and then kept.
  mutating func seats(of session: Session) throws -> Seats {
    if let counted = seats[session.id] { return counted }
    let counted = try records.seats(of: session)
    seats[session.id] = counted
    return counted
  }

  /// Adds a finding about a value of an entry.
  mutating func report<Value>(
    _ code: FindingCode, _ message: String, _ stated: Stated<Value>, _ entry: RosterEntry
  ) {
    findings.report(
      code, "\(entry.words): \(message)", place: stated.place, path: "\(entry.path)/\(stated.name)")
  }
}

extension RosterEntry {
  /// The entry as people speak of it: `row 3`, `person 3`.
  var words: String {
    path.utf8.starts(with: "row".utf8) ? "row \(number)" : "person \(number)"
  }
}
