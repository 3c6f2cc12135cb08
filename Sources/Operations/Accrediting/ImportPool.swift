public import Accreditation
internal import Assessment
public import ContentPackaging
internal import RegistrarXML
public import Values

/// What came of a pool's XML.
public typealias PoolReport = VersionsReport<ExpertPool>

extension Registrar {
  /// Opens the pool of experts that XML of `Schemas/xsd/pool.xsd` describes, or adds to it the versions that are not
  /// recorded yet.
  ///
  /// - Parameter name: the name that findings are given under.
  public func importPool(
    _ bytes: [UInt8], name: String, isDryRun: Bool = false, as principal: Principal,
    on terms: Terms<PoolReport> = .none
  ) throws -> PoolReport {
    try importVersions(named: name, isDryRun: isDryRun, as: principal, on: terms) {
      let reading = PoolReader.read(bytes, file: name)
      return (reading.pool, reading.findings)
    }
  }
}

extension PoolDocument: VersionedDocument {
  static var kind: HistoryObject.Kind { .pool }
  static var differs: FindingCode { .poolDiffers }

  var stated: [(number: Stated<Int>, rules: PoolVersion)] { versions.map { ($0.number, $0.rules) } }

  func recorded(in records: any Records) throws -> ExpertPool? { try records.pool(code.value) }

  static func versions(of recorded: ExpertPool) -> [PoolVersion] { recorded.versions }

  func difference(from recorded: ExpertPool) -> String? {
    let isSame =
      recorded.titles == titles && recorded.category == category && recorded.subject == subject
    return isSame ? nil : "pool \(recorded.code) is recorded with other titles, category or subject"
  }

  /// A stage that is judged by a rubric nobody knows could never be passed.
  func findings(behind known: Int, in records: any Records, file: String) throws -> [Finding] {
    try versions.dropFirst(known).flatMap(\.rubrics).filter { try records.rubric($0.value) == nil }.map {
      Finding(.poolRubricUnknown, "there is no rubric \($0.value)", file: file, place: $0.place)
    }
  }

  func add(_ versions: [PoolVersion], to recorded: ExpertPool?, _ work: Work) throws -> UUID {
    if let recorded {
      for version in versions { try work.records.insert(version, of: recorded.id) }
      return recorded.id.uuid
    }
    let pool = ExpertPool(
      id: work.newIdentifier(), code: code.value, titles: titles, category: category, subject: subject,
      versions: versions)
    try work.records.insert(pool)
    return pool.id.uuid
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
