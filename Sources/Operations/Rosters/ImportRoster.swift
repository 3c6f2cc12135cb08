public import People
internal import RegistrarXML
internal import Rosters
public import Values

/// What to do with a roster.
public struct RosterRequest: Sendable {
  /// The roster as it came: a table of separated values, or XML.
  public let bytes: [UInt8]
  /// The name that findings are given under, `roster.csv`.
  public let name: String
  /// The system that gave the identifiers of a table that does not say it itself.
  public let source: SourceCode?
  /// Read and plan only; nothing is changed.
  public let isDryRun: Bool
  /// Whether the entries that can be used are carried out where others cannot.
  public let acceptsGoodRows: Bool

  /// How many bytes a roster may have.
  public static let mostBytes = RosterReader.mostBytes

  public init(
    bytes: [UInt8], name: String, source: SourceCode?, isDryRun: Bool = false, acceptsGoodRows: Bool = false
  ) {
    self.bytes = bytes
    self.name = name
    self.source = source
    self.isDryRun = isDryRun
    self.acceptsGoodRows = acceptsGoodRows
  }
}

extension Registrar {
  /// Reads a roster and enters whom it names: persons, their places, nominations and enrolments, in one transaction.
  ///
  /// To have it planned only, who sees every record needs no right to enter people. Who acts for one party enters its people by it, and touches nobody else's; what else the entries ask for needs the
  /// right that it needs elsewhere. All or nothing, unless the good entries were asked for. The same roster twice changes nothing the second time.
  /// Cost grows with the number of entries.
  public func importRoster(
    _ request: RosterRequest, as principal: Principal, on terms: Terms<RosterReport> = .none
  ) throws -> RosterReport {
    let isOnlyRead = request.isDryRun && principal.has(.readRecords)
    try permit(isOnlyRead ? .readRecords : ImportRoster.right, to: principal, doing: "import roster")
    let reading = RosterReader.read(request.bytes, file: request.name, source: request.source)
    guard let document = reading.document else { return RosterReport(refused: reading.findings) }
    let roster = ReadRoster(document: document, name: request.name, acceptsGoodRows: request.acceptsGoodRows)
    let report: @Sendable (RosterOutcome) -> RosterReport = {
      RosterReport($0, of: roster, isDryRun: request.isDryRun, found: reading.findings)
    }
    return try report(
      request.isDryRun
        ? answer(PlanRoster(roster), as: principal)
        : perform(ImportRoster(roster), as: principal, on: terms.of(report)))
  }
}

/// A roster that was read, and how it is to be taken.
struct ReadRoster: Sendable {
  let document: RosterDocument
  let name: String
  let acceptsGoodRows: Bool

  /// Whether a plan is carried out: nothing of it is refused, or the good entries were asked for and there are some.
  func takes(_ plan: RosterPlan) -> Bool {
    let isWhole = plan.refused == 0 && document.unusableEntries == 0
    return isWhole || acceptsGoodRows && plan.refused < plan.entries.count
  }
}

/// Carries out what a roster's plan holds.
struct ImportRoster: Change {
  static let right = Right.enterPeople

  let roster: ReadRoster

  init(_ roster: ReadRoster) {
    self.roster = roster
  }

  func carryOut(_ work: Work) throws -> RosterOutcome {
    let plan = try RosterPlan(of: roster, by: work.principal, on: work.now.dayInUTC, in: work.records)
    guard roster.takes(plan) else { return RosterOutcome(plan: plan, isTaken: false) }
    var carrying = RosterCarrying(work)
    for (done, entry) in plan.entries.enumerated() {
      try work.progress(done, plan.entries.count)
      try carrying.carryOut(entry)
    }
    return RosterOutcome(plan: plan, isTaken: true, persons: carrying.persons)
  }
}

/// Works out what a roster would come to.
struct PlanRoster: Inquiry {
  static let right: Right? = .lookUp

  let roster: ReadRoster

  init(_ roster: ReadRoster) {
    self.roster = roster
  }

  func answer(_ reading: Reading) throws -> RosterOutcome {
    let plan = try RosterPlan(
      of: roster, by: reading.principal, on: reading.now.dayInUTC, in: reading.records)
    return RosterOutcome(plan: plan, isTaken: roster.takes(plan))
  }
}

/// What came of a plan.
struct RosterOutcome: Sendable {
  let plan: RosterPlan
  /// Whether the plan was, or would be, carried out.
  let isTaken: Bool
  /// The persons that were entered, by what their source calls them.
  var persons: [SourceIdentity: PersonID] = [:]
}
