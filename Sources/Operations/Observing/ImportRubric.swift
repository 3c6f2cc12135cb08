public import Assessment
public import ContentPackaging
internal import RegistrarXML
public import Values

/// What came of a rubric's XML.
public struct RubricReport: Sendable {
  /// The rubric as it stands now; nil where the file is refused, and in a dry run that would make it.
  public let rubric: Rubric?
  /// Whether it is, or would be, taken.
  public let isAccepted: Bool
  /// The numbers of the versions that were, or would be, added; none where all are there already.
  public let addedVersions: [Int]
  public let findings: [Finding]
}

extension Registrar {
  /// Opens the rubric that XML of `Schemas/xsd/rubric.xsd` describes, or adds to it the versions that are not
  /// recorded yet. The second time nothing is changed; a version that is recorded is never edited.
  ///
  /// - Parameter name: the name that findings are given under.
  public func importRubric(
    _ bytes: [UInt8], name: String, isDryRun: Bool = false, as principal: Principal,
    on terms: Terms<RubricReport> = .none
  ) throws -> RubricReport {
    try permit(isDryRun ? .readRecords : ImportRubric.right, to: principal, doing: "import rubric")
    let reading = RubricReader.read(bytes, file: name)
    guard let document = reading.rubric else {
      return RubricReport(rubric: nil, isAccepted: false, addedVersions: [], findings: reading.findings)
    }
    let request = ImportRubric(document: document, name: name)
    return try isDryRun
      ? answer(PlanRubric(request: request), as: principal)
      : perform(request, as: principal, on: terms)
  }
}

/// Carries out what a rubric's XML adds.
struct ImportRubric: Change {
  static let right = Right.changeRecords

  let document: RubricDocument
  let name: String

  func carryOut(_ work: Work) throws -> RubricReport {
    let plan = try plan(in: work.records)
    guard plan.isAccepted, !plan.addedVersions.isEmpty else { return plan }
    let added = plan.addedVersions.map { document.versions[$0 - 1].rules }
    let id: RubricID
    if let recorded = plan.rubric {
      id = recorded.id
      for version in added { try work.records.insert(version, of: id) }
    } else {
      id = work.newIdentifier()
      try work.records.insert(
        Rubric(
          id: id, code: document.code.value, titles: document.titles, versions: added))
    }
    try work.note(
      plan.rubric == nil ? "rubric add" : "rubric revise", .rubric, id.uuid,
      [
        FieldChange(
          "version", from: plan.rubric.map { String($0.versions.count) }, to: String(document.versions.count))
      ])
    return RubricReport(
      rubric: try work.records.rubric(id), isAccepted: true, addedVersions: plan.addedVersions,
      findings: plan.findings)
  }

  /// What would be added, and what stands against it.
  func plan(in records: any Records) throws -> RubricReport {
    let recorded = try records.rubric(document.code.value)
    let findings = recorded.map(differences) ?? []
    let known = recorded?.versions.count ?? 0
    return RubricReport(
      rubric: recorded, isAccepted: findings.isEmpty,
      addedVersions: document.versions.map(\.number.value).filter { $0 > known }, findings: findings)
  }

  private func differences(from recorded: Rubric) -> [Finding] {
    var findings: [Finding] = []
    if recorded.titles != document.titles {
      findings.append(finding("rubric \(recorded.code) is recorded with other titles", document.code))
    }
    for (stated, version) in zip(document.versions, recorded.versions) where stated.rules != version {
      findings.append(finding("version \(version.number) is recorded with other rules", stated.number))
    }
    return findings
  }

  private func finding<Value>(_ message: String, _ stated: Stated<Value>) -> Finding {
    Finding(.rubricDiffers, message, file: name, place: stated.place)
  }
}

/// Works out what a rubric's XML would add.
struct PlanRubric: Inquiry {
  static let right: Right? = .readRecords

  let request: ImportRubric

  func answer(_ reading: Reading) throws -> RubricReport {
    try request.plan(in: reading.records)
  }
}

/// A rubric as XML of `Schemas/xsd/rubric.xsd`, with all its versions.
public struct ExportRubric: Inquiry {
  public static let right: Right? = .readReference

  public let rubric: Reference<Rubric>

  public init(_ rubric: Reference<Rubric>) {
    self.rubric = rubric
  }

  public func answer(_ reading: Reading) throws -> [UInt8] {
    let rubric = try reading.records.rubric(named: rubric)
    return RubricWriter.write(
      RubricDocument(
        code: Stated(rubric.code), titles: rubric.titles,
        versions: rubric.versions.map { .init(number: Stated($0.number), rules: $0) }))
  }
}

extension FindingCode {
  static let rubricDiffers = FindingCode(
    "rubric.differs", .error,
    "The rubric is recorded, and the file says otherwise. What observations were made by is never edited.",
    fix: "Add another version behind those that are recorded, or choose another code.")

  /// Every code of this kind, for `registrar explain`.
  public static let rubricPlanCodes: [FindingCode] = [rubricDiffers]
}
