/// What somebody may do. Each operation names the one it needs; how far it goes is the matter of a `Grant`.
public enum Right: String, Sendable, CaseIterable {
  /// Organisations, standards, courses, catalogues and schemes: records that tell of no person.
  case readReference = "reference:read"
  /// People, sessions, nominations, enrolments, results and certificates, as far as the reach goes.
  case lookUp = "records:look-up"
  /// Every record, whoever it tells of, and the history. Only who reaches everything has it.
  case readRecords = "records:read"
  /// Reports: all of them, or those made out to the own party.
  case readReports = "reports:read"
  /// To have a package read and judged, keeping nothing.
  case examinePackages = "packages:examine"
  /// Every change that has no right of its own: organisations, standards, courses, catalogues, schemes.
  case changeRecords = "records:write"
  /// To enter people and their places.
  case enterPeople = "people:write"
  /// To plan sessions and take them through their life.
  case planSessions = "sessions:write"
  /// To put people forward, endorse that, and withdraw it; to release experts.
  case nominate = "nominations:write"
  /// To select among those nominated.
  case select = "selection:write"
  /// To enrol people, and to end enrolments.
  case enrol = "enrolments:write"
  /// To launch units for a learner, and to abandon that.
  case launch = "launches:write"
  /// To say who assesses.
  case assignAssessors = "assessors:write"
  /// To record, correct and annul results, and what was observed.
  case assess = "results:write"
  /// To award certificates and decide what becomes of them.
  case certify = "certificates:write"
  /// To decide on experts: to screen, send on missions, accredit, and say what becomes of it.
  case accredit = "accreditations:write"
  /// To say what who was observed says to it.
  case acknowledge = "acknowledgements:write"
  case readStatements = "statements:read"
  case writeStatements = "statements:write"
  /// State documents: the scratch area of content.
  case readState = "state:read"
  case writeState = "state:write"
  /// Documents that belong to an activity or an agent.
  case readProfiles = "profiles:read"
  case writeProfiles = "profiles:write"
  /// To have work that takes long carried out while one does not wait, and to look what became of it.
  case followJobs = "jobs:follow"
  /// Who holds keys, and what was refused to whom.
  case audit = "audit:read"
  case administerKeys = "keys:write"
  /// To move statements in and out as a whole, and to say where statements and events are delivered.
  case exchange = "exchange:write"
  /// To see how the server fares: figures of its work, none of them about a person.
  case watchServer = "metrics:read"
}

/// Which doors a key opens, and for a key without a role also how far.
public enum KeyScope: String, Sendable, CaseIterable {
  /// Everything that the owner of the data folder may do over HTTP.
  case all
  /// Every record and statement, changing none.
  case read
  /// The record store: statements and documents, in and out.
  case xapi
  /// Statements in, none out.
  case xapiWrite = "xapi-write"
  /// State documents, and nothing else of the record store.
  case xapiState = "xapi-state"
  /// Documents of activities and agents, and nothing else of the record store.
  case xapiProfile = "xapi-profile"
  /// The figures of `/metrics`, and no record: for what watches the server.
  case monitor
  /// The API as far as the key's role goes.
  case api

  /// The rights that the scope stands for by itself; none for `api`, where the role says them.
  public var rights: Set<Right> { Set(Right.allCases.filter(grants)) }

  /// Whether a right is among those that the scope stands for by itself.
  func grants(_ right: Right) -> Bool {
    switch self {
    case .all: true
    case .read: KeyScope.reading.contains(right)
    case .xapi: KeyScope.recordStore.contains(right)
    case .xapiWrite: right == .writeStatements
    case .xapiState: right == .readState || right == .writeState
    case .xapiProfile: right == .readProfiles || right == .writeProfiles
    case .monitor: right == .watchServer
    case .api: false
    }
  }

  private static let reading: Set<Right> = [
    .readReference, .lookUp, .readRecords, .readReports, .examinePackages, .followJobs, .readStatements,
    .readState,
    .readProfiles,
  ]

  private static let recordStore: Set<Right> = [
    .readStatements, .writeStatements, .readState, .writeState, .readProfiles, .writeProfiles,
  ]
}
