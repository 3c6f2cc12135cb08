public import ContentPackaging
internal import RegistrarXML
internal import Values

/// What came of XML of something that is recorded in versions: a pool of experts, a rubric.
public struct VersionsReport<Recorded: Sendable>: Sendable {
  /// It as it stands now; nil where the file is refused, and in a dry run that would make it.
  public let recorded: Recorded?
  /// Whether the file is, or would be, taken.
  public let isAccepted: Bool
  /// The numbers of the versions that were, or would be, added; none where all are there already.
  public let addedVersions: [Int]
  public let findings: [Finding]
}

/// A document that says, version by version, what is recorded. A version that is recorded is never edited, so that the
/// second time nothing is changed.
protocol VersionedDocument: Sendable {
  associatedtype Recorded: Sendable
  associatedtype Rules: Sendable & Hashable
  associatedtype Named: Sendable & Hashable

  /// What it is about, as the history calls that.
  static var kind: HistoryObject.Kind { get }
  /// That the file says otherwise than what is recorded.
  static var differs: FindingCode { get }
  /// What it is about, by its code.
  var code: Stated<Named> { get }
  /// Its versions, from 1 without gaps.
  var stated: [(number: Stated<Int>, rules: Rules)] { get }

  func recorded(in records: any Records) throws -> Recorded?
  static func versions(of recorded: Recorded) -> [Rules]
  /// What beside the versions is recorded otherwise, as a sentence; nil where nothing is.
  func difference(from recorded: Recorded) -> String?
  /// What stands against the versions behind so many.
  func findings(behind known: Int, in records: any Records, file: String) throws -> [Finding]
  /// Adds versions to what is recorded, or opens it with them, and says which it is.
  func add(_ versions: [Rules], to recorded: Recorded?, _ work: Work) throws -> UUID
}

extension Registrar {
  /// Takes a document, or says in a dry run what would come of it. Who may not is told before anything is read.
  ///
  /// - Parameter name: the name that findings are given under.
  func importVersions<Document: VersionedDocument>(
    named name: String, isDryRun: Bool, as principal: Principal,
    on terms: Terms<VersionsReport<Document.Recorded>>,
    reading read: () -> (document: Document?, findings: [Finding])
  ) throws -> VersionsReport<Document.Recorded> {
    try permit(
      isDryRun ? .readRecords : ImportVersions<Document>.right, to: principal,
      doing: ImportVersions<Document>.name)
    let (document, findings) = read()
    guard let document else {
      return VersionsReport(recorded: nil, isAccepted: false, addedVersions: [], findings: findings)
    }
    let request = ImportVersions(document: document, file: name)
    return try isDryRun
      ? answer(PlanVersions(request: request), as: principal)
      : perform(request, as: principal, on: terms)
  }
}

/// Carries out what a document adds.
struct ImportVersions<Document: VersionedDocument>: Change {
  static var right: Right { .changeRecords }
  static var name: String { "import \(Document.kind.rawValue)" }

  let document: Document
  let file: String

  func carryOut(_ work: Work) throws -> VersionsReport<Document.Recorded> {
    let plan = try plan(in: work.records)
    guard plan.isAccepted, !plan.addedVersions.isEmpty else { return plan }
    let stated = document.stated
    let id = try document.add(plan.addedVersions.map { stated[$0 - 1].rules }, to: plan.recorded, work)
    let known = plan.recorded.map { String(Document.versions(of: $0).count) }
    try work.note(
      "\(Document.kind.rawValue) \(known == nil ? "add" : "revise")", Document.kind, id,
      [FieldChange("version", from: known, to: String(stated.count))])
    return VersionsReport(
      recorded: try document.recorded(in: work.records), isAccepted: true,
      addedVersions: plan.addedVersions, findings: plan.findings)
  }

  /// What would be added, and what stands against it.
  func plan(in records: any Records) throws -> VersionsReport<Document.Recorded> {
    let recorded = try document.recorded(in: records)
    let known = recorded.map { Document.versions(of: $0).count } ?? 0
    let findings =
      try (recorded.map(differences) ?? []) + document.findings(behind: known, in: records, file: file)
    return VersionsReport(
      recorded: recorded, isAccepted: findings.isEmpty,
      addedVersions: document.stated.map(\.number.value).filter { $0 > known }, findings: findings)
  }

  private func differences(from recorded: Document.Recorded) -> [Finding] {
    let other = document.difference(from: recorded).map {
      Finding(Document.differs, $0, file: file, place: document.code.place)
    }
    let edited = zip(document.stated, Document.versions(of: recorded)).filter { $0.rules != $1 }.map {
      stated, _ in
      Finding(
        Document.differs, "version \(stated.number.value) is recorded with other rules", file: file,
        place: stated.number.place)
    }
    return (other.map { [$0] } ?? []) + edited
  }
}

/// Works out what a document would add.
struct PlanVersions<Document: VersionedDocument>: Inquiry {
  static var right: Right? { .readRecords }
  static var name: String { ImportVersions<Document>.name }

  let request: ImportVersions<Document>

  func answer(_ reading: Reading) throws -> VersionsReport<Document.Recorded> {
    try request.plan(in: reading.records)
  }
}
