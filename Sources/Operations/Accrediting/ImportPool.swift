public import Accreditation
public import ContentPackaging
internal import RegistrarXML
public import Values

/// What came of a pool's XML.
public struct PoolReport: Sendable {
  /// The pool as it stands now; nil where the file is refused, and in a dry run that would make it.
  public let pool: ExpertPool?
  /// Whether it is, or would be, taken.
  public let isAccepted: Bool
  /// The numbers of the versions that were, or would be, added; none where all are there already.
  public let addedVersions: [Int]
  public let findings: [Finding]
}

extension Registrar {
  /// Opens the pool of experts that XML of `Schemas/xsd/pool.xsd` describes, or adds to it the versions that are not
  /// recorded yet. The second time nothing is changed; a version that is recorded is never edited.
  ///
  /// - Parameter name: the name that findings are given under.
  public func importPool(
    _ bytes: [UInt8], name: String, isDryRun: Bool = false, as principal: Principal,
    on terms: Terms<PoolReport> = .none
  ) throws -> PoolReport {
    try permit(isDryRun ? .readRecords : ImportPool.right, to: principal, doing: "import pool")
    let reading = PoolReader.read(bytes, file: name)
    guard let document = reading.pool else {
      return PoolReport(pool: nil, isAccepted: false, addedVersions: [], findings: reading.findings)
    }
    let request = ImportPool(document: document, name: name)
    return try isDryRun
      ? answer(PlanPool(request: request), as: principal)
      : perform(request, as: principal, on: terms)
  }
}

/// Carries out what a pool's XML adds.
struct ImportPool: Change {
  static let right = Right.changeRecords

  let document: PoolDocument
  let name: String

  func carryOut(_ work: Work) throws -> PoolReport {
    let plan = try plan(in: work.records)
    guard plan.isAccepted, !plan.addedVersions.isEmpty else { return plan }
    let added = plan.addedVersions.map { document.versions[$0 - 1].rules }
    let id: PoolID
    if let recorded = plan.pool {
      id = recorded.id
      for version in added { try work.records.insert(version, of: id) }
    } else {
      id = work.newIdentifier()
      try work.records.insert(
        ExpertPool(
          id: id, code: document.code.value, titles: document.titles, category: document.category,
          subject: document.subject, versions: added))
    }
    try work.note(
      plan.pool == nil ? "pool add" : "pool revise", .pool, id.uuid,
      [
        FieldChange(
          "version", from: plan.pool.map { String($0.versions.count) }, to: String(document.versions.count))
      ])
    return PoolReport(
      pool: try work.records.pool(id), isAccepted: true, addedVersions: plan.addedVersions,
      findings: plan.findings)
  }

  /// What would be added, and what stands against it.
  func plan(in records: any Records) throws -> PoolReport {
    let recorded = try records.pool(document.code.value)
    let known = recorded?.versions.count ?? 0
    let findings =
      try (recorded.map(differences) ?? []) + unknownRubrics(in: document.versions.dropFirst(known), records)
    return PoolReport(
      pool: recorded, isAccepted: findings.isEmpty,
      addedVersions: document.versions.map(\.number.value).filter { $0 > known }, findings: findings)
  }

  private func differences(from recorded: ExpertPool) -> [Finding] {
    var findings: [Finding] = []
    if recorded.titles != document.titles || recorded.category != document.category
      || recorded.subject != document.subject
    {
      findings.append(
        finding("pool \(recorded.code) is recorded with other titles, category or subject", document.code))
    }
    for (stated, version) in zip(document.versions, recorded.versions) where stated.rules != version {
      findings.append(finding("version \(version.number) is recorded with other rules", stated.number))
    }
    return findings
  }

  /// A stage that is judged by a rubric nobody knows could never be passed.
  private func unknownRubrics(
    in versions: ArraySlice<PoolDocument.Version>, _ records: any Records
  ) throws -> [Finding] {
    try versions.flatMap(\.rubrics).filter { try records.rubric($0.value) == nil }.map { stated in
      Finding(
        .poolRubricUnknown, "there is no rubric \(stated.value)", file: name, place: stated.place)
    }
  }

  private func finding<Value>(_ message: String, _ stated: Stated<Value>) -> Finding {
    Finding(.poolDiffers, message, file: name, place: stated.place)
  }
}

/// Works out what a pool's XML would add.
struct PlanPool: Inquiry {
  static let right: Right? = .readRecords

  let request: ImportPool

  func answer(_ reading: Reading) throws -> PoolReport {
    try request.plan(in: reading.records)
  }
}

/// A pool as XML of `Schemas/xsd/pool.xsd`, with all its versions.
public struct ExportPool: Inquiry {
  public static let right: Right? = .readReference

  public let pool: Reference<ExpertPool>

  public init(_ pool: Reference<ExpertPool>) {
    self.pool = pool
  }

  public func answer(_ reading: Reading) throws -> [UInt8] {
    let pool = try reading.records.pool(named: pool)
    return PoolWriter.write(
      PoolDocument(
        code: Stated(pool.code), titles: pool.titles, category: pool.category, subject: pool.subject,
        versions: pool.versions.map { .init(number: Stated($0.number), rules: $0) }))
  }
}

extension FindingCode {
  static let poolDiffers = FindingCode(
    "pool.differs", .error,
    "The pool is recorded, and the file says otherwise. What cases began under is never edited.",
    fix: "Add another version behind those that are recorded, or choose another code.")

  static let poolRubricUnknown = FindingCode(
    "pool.rubric.unknown", .error, "A stage is judged by a rubric that is not recorded.",
    fix: "Import the rubric first, or correct its code.")

  /// Every code of this kind, for `registrar explain`.
  public static let poolPlanCodes: [FindingCode] = [poolDiffers, poolRubricUnknown]
}
