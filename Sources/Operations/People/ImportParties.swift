public import ContentPackaging
public import People
internal import RegistrarXML
public import Values

/// What came of reference data.
public struct PartiesReport: Sendable {
  /// Whether it is, or would be, taken.
  public let isAccepted: Bool
  /// The organisations that were, or would be, entered.
  public let added: [PartyCode]
  /// Those that are there already, and got seats or groups that were not recorded yet.
  public let changed: [PartyCode]
  /// How many are there already as they are described.
  public let unchanged: Int
  public let findings: [Finding]
}

extension Registrar {
  /// Enters the organisations that XML of `Schemas/xsd/organisations.xsd` describes: all of them or none. The second time
  /// nothing is changed.
  ///
  /// What is recorded is never overwritten: seats and groups are added, and whatever else differs is refused.
  ///
  /// - Parameter name: the name that findings are given under.
  public func importParties(
    _ bytes: [UInt8], name: String, isDryRun: Bool = false, as principal: Principal,
    on terms: Terms<PartiesReport> = .none
  ) throws -> PartiesReport {
    try permit(isDryRun ? .readRecords : ImportParties.right, to: principal, doing: "import organisations")
    let reading = OrganisationsReader.read(bytes, file: name)
    guard let document = reading.document else {
      return PartiesReport(
        isAccepted: false, added: [], changed: [], unchanged: 0, findings: reading.findings)
    }
    let request = ImportParties(document: document, name: name)
    return try isDryRun
      ? answer(PlanParties(request: request), as: principal)
      : perform(request, as: principal, on: terms)
  }
}

/// Carries out what reference data adds.
struct ImportParties: Change {
  static let right = Right.changeRecords

  let document: OrganisationsDocument
  let name: String

  func carryOut(_ work: Work) throws -> PartiesReport {
    let plan = try plan(in: work.records)
    guard plan.isAccepted else { return plan }
    for organisation in document.organisations { try enter(organisation, work) }
    return plan
  }

  private func enter(_ organisation: OrganisationsDocument.Organisation, _ work: Work) throws {
    guard let recorded = try work.records.party(organisation.code.value) else {
      _ = try AddParty(
        code: organisation.code.value, kind: organisation.kind, names: organisation.names,
        region: organisation.region, validity: organisation.validity, seats: organisation.seats,
        sources: organisation.sources, groups: organisation.groups
      ).carryOut(work)
      return
    }
    let groups = organisation.groups(missingOf: recorded)
    if !groups.isEmpty { try work.join(groups, recorded) }
    let seats = organisation.seats(missingOf: recorded)
    guard !seats.isEmpty else { return }
    try work.records.insert(seats: seats, of: recorded.id, behind: recorded.seats.count)
    try work.note(
      "organisation seat", .party, recorded.id.uuid,
      seats.map { FieldChange("seat", from: nil, to: $0.place ?? $0.host) })
  }

  /// What would be added, and what stands against it.
  func plan(in records: any Records) throws -> PartiesReport {
    var (added, changed, unchanged): ([PartyCode], [PartyCode], Int) = ([], [], 0)
    var findings: [Finding] = []
    for organisation in document.organisations {
      let code = organisation.code
      guard let recorded = try records.party(code.value) else {
        added.append(code.value)
        continue
      }
      if organisation.differs(from: recorded) {
        findings.append(
          Finding(
            .organisationDiffers, "organisation \(code.value) is recorded with other facts", file: name,
            place: code.place))
      } else if organisation.seats(missingOf: recorded).isEmpty,
        organisation.groups(missingOf: recorded).isEmpty
      {
        unchanged += 1
      } else {
        changed.append(code.value)
      }
    }
    return PartiesReport(
      isAccepted: findings.isEmpty, added: added, changed: changed, unchanged: unchanged, findings: findings)
  }
}

/// Works out what reference data would add.
struct PlanParties: Inquiry {
  static let right: Right? = .readRecords

  let request: ImportParties

  func answer(_ reading: Reading) throws -> PartiesReport { try request.plan(in: reading.records) }
}

extension OrganisationsDocument.Organisation {
  fileprivate func differs(from party: Party) -> Bool {
    kind != party.kind || region != party.region || names != party.names || validity != party.validity
  }

  fileprivate func groups(missingOf party: Party) -> [Party.GroupMembership] {
    groups.filter { !party.groups.contains($0) }
  }

  fileprivate func seats(missingOf party: Party) -> [Party.Seat] {
    seats.filter { !party.seats.contains($0) }
  }
}

/// The organisations as XML of `Schemas/xsd/organisations.xsd`, of one kind where one is named.
public struct ExportParties: Inquiry {
  public static let right: Right? = .readRecords

  public let kind: Party.Kind?

  public init(kind: Party.Kind?) {
    self.kind = kind
  }

  public func answer(_ reading: Reading) throws -> [UInt8] {
    var organisations: [OrganisationsDocument.Organisation] = []
    var request: PageRequest? = PageRequest(limit: 1000)
    while let next = request {
      let page = try reading.records.parties(PartyFilter(kind: kind), page: next)
      organisations += page.items.map { party in
        OrganisationsDocument.Organisation(
          code: Stated(party.code), kind: party.kind, region: party.region, names: party.names,
          validity: party.validity, seats: party.seats, sources: party.sources, groups: party.groups)
      }
      request = page.next.map { PageRequest(after: $0, limit: 1000) }
    }
    return OrganisationsWriter.write(OrganisationsDocument(organisations: organisations))
  }
}

extension FindingCode {
  static let organisationDiffers = FindingCode(
    "organisations.differs", .error,
    "The organisation is recorded with another kind, region, name or days. What is recorded is not overwritten.",
    fix: "Correct the file, or enter the organisation under another code.")

  /// Every code of this kind, for `registrar explain`.
  public static let partyPlanCodes: [FindingCode] = [organisationDiffers]
}
