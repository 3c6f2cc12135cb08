public import Catalogue
public import ContentPackaging
internal import RegistrarXML
public import Values

/// What to do with a catalogue in a folder.
public struct CatalogueRequest {
  /// The catalogue's XML.
  public let bytes: [UInt8]
  /// The name that findings are given under.
  public let name: String
  /// The absolute path of the folder that the catalogue's own paths begin at.
  public let folder: String
  /// Read and plan only; nothing is kept.
  public let isDryRun: Bool
  /// Reads a file beside the catalogue, at an absolute path.
  public let readFile: (_ path: String) throws -> [UInt8]

  public init(
    bytes: [UInt8], name: String, folder: String, isDryRun: Bool = false,
    readFile: @escaping (_ path: String) throws -> [UInt8]
  ) {
    self.bytes = bytes
    self.name = name
    self.folder = folder
    self.isDryRun = isDryRun
    self.readFile = readFile
  }
}

/// What came of a catalogue.
public struct CatalogueReport: Sendable {
  /// The catalogue's code; nil where the file is refused.
  public let code: CatalogueCode?
  /// Whether it is, or would be, taken.
  public let isAccepted: Bool
  public let isDryRun: Bool
  /// What was, or would be, done, in its order; none where everything is there already.
  public let changes: [CatalogueChange]
  /// Of the catalogue, and of the packages and editions beside it.
  public let findings: [Finding]
}

/// One thing that a catalogue changes in the records.
public enum CatalogueChange: Sendable, Hashable {
  case addStandard(StandardEditionCode)
  case open(CatalogueCode)
  /// The course is new, or a new version of it.
  case importVersion(CourseCode, number: Int)
  case publish(CourseCode, number: Int)
  case map(CourseCode, StandardMapping)
  case offer(CourseCode)
}

extension Registrar {
  /// Makes the courses of a catalogue's packages, publishes them, maps them to standards and offers them, as the
  /// catalogue says: all of it or nothing. The second time nothing is changed.
  ///
  /// The files of the packages are kept before one transaction names them. Cost grows with their bytes.
  public func importCatalogue(_ request: CatalogueRequest, as principal: Principal) throws -> CatalogueReport
  {
    try permit(
      request.isDryRun ? PlanCatalogue.requiredRight : OpenCatalogue.right, to: principal,
      doing: "import catalogue")
    let reading = CatalogueReader.read(request.bytes, file: request.name)
    guard let document = reading.catalogue else {
      return CatalogueReport(request, document: nil, plan: nil, findings: reading.findings)
    }
    var beside = BesideCatalogue(request, findings: reading.findings)
    let read = try beside.read(document, packages: packages, keeping: nil)
    guard let read else {
      return CatalogueReport(request, document: document, plan: nil, findings: beside.findings)
    }
    let plan = try answer(PlanCatalogue(read), as: principal)
    let report = CatalogueReport(
      request, document: document, plan: plan, findings: beside.findings + plan.findings)
    guard report.isAccepted, !request.isDryRun, !plan.changes.isEmpty else { return report }
    try keepingFiles {
      guard let kept = try beside.read(document, packages: packages, keeping: $0) else {
        throw CatalogueStale()
      }
      return kept
    } then: {
      try perform(OpenCatalogue($0), as: principal)
    }
    return report
  }
}

extension CatalogueReport {
  fileprivate init(
    _ request: CatalogueRequest, document: CatalogueDocument?, plan: CataloguePlan?, findings: [Finding]
  ) {
    self.init(
      code: document?.code, isAccepted: plan != nil && !findings.contains { $0.severity == .error },
      isDryRun: request.isDryRun, changes: plan?.changes ?? [], findings: findings)
  }
}

/// A catalogue with all that lies beside it, read and found acceptable.
struct ReadCatalogue: Sendable {
  let document: CatalogueDocument
  let name: String
  /// The editions of the standards that it names, in its order.
  let editions: [StandardEditionDocument]
  /// The packages of its courses, in their order.
  let packages: [ReadPackage]
}

/// Reads what lies beside a catalogue, and gathers what is found.
private struct BesideCatalogue {
  let request: CatalogueRequest
  var findings: [Finding]

  init(_ request: CatalogueRequest, findings: [Finding]) {
    self.request = request
    self.findings = findings
  }

  /// Nil, with findings, where anything cannot be used.
  ///
  /// - Parameter keeping: keeps the files of the packages; where nil they are only looked at.
  mutating func read(
    _ document: CatalogueDocument, packages: any PackageOpening, keeping: (any FileKeeping)?
  ) throws -> ReadCatalogue? {
    let editions = try document.standards.compactMap { try edition($0) }
    let read = try document.courses.compactMap { try package($0, packages, keeping) }
    guard editions.count == document.standards.count, read.count == document.courses.count else { return nil }
    return ReadCatalogue(document: document, name: request.name, editions: editions, packages: read)
  }

  private mutating func edition(_ standard: CatalogueDocument.Standard) throws -> StandardEditionDocument? {
    let bytes = try request.readFile("\(request.folder)/\(standard.file)")
    let reading = StandardEditionReader.read(bytes, file: standard.file)
    findings += reading.findings
    guard let edition = reading.edition else { return nil }
    guard edition.code == standard.code.value else {
      findings.append(
        Finding(
          .catalogueStandardOther, "\(standard.file) holds the edition \(edition.code)", file: request.name,
          place: standard.code.place))
      return nil
    }
    return edition
  }

  private mutating func package(
    _ course: CatalogueDocument.Course, _ packages: any PackageOpening, _ keeping: (any FileKeeping)?
  ) throws -> ReadPackage? {
    let path = course.package.value
    do {
      let opened = try packages.open(.path("\(request.folder)/\(path)"), name: path)
      let reading = try PackageReading.read(opened.contents)
      if keeping == nil { findings += (opened.findings + reading.findings).map { $0.within(path) } }
      guard let structure = reading.structure else { return nil }
      let files =
        try keeping?.keep(reading.contents) { _ in } ?? PackageFile.all(of: reading.contents)
      return ReadPackage(
        structure: structure, files: files, missingFiles: reading.missingOfOutline)
    } catch let unusable as PackageUnusable {
      findings += unusable.findings.map { $0.within(path) }
      return nil
    }
  }
}
