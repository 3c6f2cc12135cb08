public import Assessment
public import ContentPackaging
internal import RegistrarXML
public import Values

/// What came of a rubric's XML.
public typealias RubricReport = VersionsReport<Rubric>

extension Registrar {
  /// Opens the rubric that XML of `Schemas/xsd/rubric.xsd` describes, or adds to it the versions that are not recorded yet.
  ///
  /// - Parameter name: the name that findings are given under.
  public func importRubric(
    _ bytes: [UInt8], name: String, isDryRun: Bool = false, as principal: Principal,
    on terms: Terms<RubricReport> = .none
  ) throws -> RubricReport {
    try importVersions(named: name, isDryRun: isDryRun, as: principal, on: terms) {
      let reading = RubricReader.read(bytes, file: name)
      return (reading.rubric, reading.findings)
    }
  }
}

extension RubricDocument: VersionedDocument {
  static var kind: HistoryObject.Kind { .rubric }
  static var differs: FindingCode { .rubricDiffers }

  var stated: [(number: Stated<Int>, rules: RubricVersion)] { versions.map { ($0.number, $0.rules) } }

  func recorded(in records: any Records) throws -> Rubric? { try records.rubric(code.value) }

  static func versions(of recorded: Rubric) -> [RubricVersion] { recorded.versions }

  func difference(from recorded: Rubric) -> String? {
    recorded.titles == titles ? nil : "rubric \(recorded.code) is recorded with other titles"
  }

  func findings(behind known: Int, in records: any Records, file: String) -> [Finding] { [] }

  func add(_ versions: [RubricVersion], to recorded: Rubric?, _ work: Work) throws -> UUID {
    if let recorded {
      for version in versions { try work.records.insert(version, of: recorded.id) }
      return recorded.id.uuid
    }
    let rubric = Rubric(id: work.newIdentifier(), code: code.value, titles: titles, versions: versions)
    try work.records.insert(rubric)
    return rubric.id.uuid
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
