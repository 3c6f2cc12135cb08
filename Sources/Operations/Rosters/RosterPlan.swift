internal import ContentPackaging
internal import Enrolment
internal import People
internal import RegistrarXML
internal import Values

/// What a roster does to the records, worked out before anything is done: the same for a dry run and for the import.
struct RosterPlan: Sendable {
  let entries: [PlannedEntry]
  /// How many of the entries are refused.
  let refused: Int
  let findings: [Finding]

  /// - Parameters:
  ///   - principal: who sends it, and so whom it may touch and what it may ask for.
  ///   - today: the day on which a place begins whose first day nobody says and no session gives.
  init(of roster: ReadRoster, by principal: Principal, on today: Day, in records: any Records) throws {
    var planning = RosterPlanning(of: roster.name, by: principal, on: today, in: records)
    entries = try roster.document.entries.map { try planning.plan($0) }
    refused = entries.count { $0.result == .refused }
    findings = planning.findings.list
  }
}

/// One entry, and what is done with it.
struct PlannedEntry: Sendable {
  /// One change of the records.
  enum Step: Sendable {
    case addPerson
    case affiliate(Party, RosterAffiliation, DayRange)
    case nominate(Session, by: Party)
    /// Enrols, by the entry's own nomination where it has one, which is endorsed for it.
    case enrol(Session, Seats.Admission, isNominated: Bool)
  }

  let entry: RosterEntry
  /// Who it is; nil where nobody of that identity is recorded yet.
  let person: PersonID?
  let result: RosterReport.Result
  /// The steps in their order; none where the entry is refused or unchanged.
  let steps: [Step]

  /// The sessions that are enrolled in.
  var admissions: [(session: SessionCode, admission: Seats.Admission)] {
    steps.compactMap { step in
      guard case .enrol(let session, let admission, _) = step else { return nil }
      return (session.code, admission)
    }
  }
}

/// A person as far as the plan has come: what is recorded, and what earlier entries add.
struct PlannedPerson {
  /// Nil while the person is to be entered by an entry that was planned.
  let recorded: Person?
  var affiliations: [Affiliation] = []
  /// Places that are to be added.
  var places: [(party: PartyID, post: String, days: DayRange)] = []
  /// Sessions that the person is to be nominated for and enrolled in.
  var nominated: Set<SessionID> = []
  var enrolled: Set<SessionID> = []

  /// Whether the person has, or will have, a place in a party on a day.
  func belongs(to party: PartyID, on day: Day) -> Bool {
    affiliations.contains { $0.party == party && $0.validity.contains(day) }
      || places.contains { $0.party == party && $0.days.contains(day) }
  }

  /// The posts that the person holds, or will.
  var posts: [(party: PartyID, post: String, days: DayRange)] {
    affiliations.map { ($0.party, $0.post, $0.validity) } + places
  }
}
