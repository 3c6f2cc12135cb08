public import Catalogue
public import ContentPackaging
internal import Cryptography
public import Values

/// What to do with a package that is imported.
public struct ImportRequest: Sendable {
  /// The package: a zip, a folder, a bare manifest.
  public let source: PackageSource
  /// The name it is spoken of by, where that is not the last part of its path.
  public let name: String?
  /// Read and plan only; nothing is kept.
  public let isDryRun: Bool
  /// The code of a new course; worked out from the title where nil.
  public let code: CourseCode?
  /// The course and language that the package is a language variant for; nil where it speaks for itself.
  public let variant: LanguageVariant?
  /// The catalogue to offer the course in: the version is published for it.
  public let catalogue: CatalogueCode?
  /// The plan that was agreed to, where the records ask for one.
  public let planHash: String?
  /// A folder of XML Schemas that the manifest is held against, for notes; nil for none.
  public let schemas: String?

  public init(
    _ source: PackageSource, name: String? = nil, isDryRun: Bool = false, code: CourseCode? = nil,
    variant: LanguageVariant? = nil, catalogue: CatalogueCode? = nil, planHash: String? = nil,
    schemas: String? = nil
  ) {
    self.source = source
    self.name = name
    self.isDryRun = isDryRun
    self.code = code
    self.variant = variant
    self.catalogue = catalogue
    self.planHash = planHash
    self.schemas = schemas
  }
}

/// What came of an import: what was read, what was found, what was or would be done.
public struct ImportReport: Sendable {
  /// `scorm`, `cmi5` …; nil where the format is not known.
  public let format: String?
  public let version: String
  public let title: String
  public let identifier: String
  /// How many activities the course has, groups included.
  public let activities: Int
  /// How many files the package has.
  public let files: Int
  public let findings: [Finding]
  /// What the records make of it; nil where the package is refused.
  public let plan: ImportPlan?
  /// The version that stands for the package now; nil for a dry run and a refused package.
  public let stored: CourseVersionID?

  /// Whether the package is taken.
  public var isAccepted: Bool { plan != nil }
}

extension Registrar {
  /// Reads a package and, where it is acceptable, makes it a version of a course.
  ///
  /// The order is: open, read, judge; keep the files durably; then one transaction that names them. A refused package
  /// changes nothing, and nothing of it is kept; what a crash leaves, the next opening removes. Cost grows with the bytes
  /// of the package.
  public func importPackage(
    _ request: ImportRequest, as principal: Principal, on terms: Terms<ImportReport> = .none,
    progress: (Int) -> Void = { _ in }
  ) throws -> ImportReport {
    try permit(
      request.isDryRun ? .examinePackages : .changeRecords, to: principal, doing: "import package")
    guard !request.isDryRun else { return try examinePackage(request, packages: packages, store: store) }
    do {
      return try store(
        packages.open(request.source, name: request.name), request, principal, terms, progress)
    } catch let unusable as PackageUnusable {
      return ImportReport(unusable)
    }
  }

  private func store(
    _ opened: OpenedPackage, _ request: ImportRequest, _ principal: Principal, _ terms: Terms<ImportReport>,
    _ progress: (Int) -> Void
  ) throws -> ImportReport {
    let reading = try packages.read(opened, request)
    guard let structure = reading.structure else {
      return ImportReport(reading, of: opened, plan: nil, stored: nil)
    }
    let count = reading.contents.entries.count
    let archive = opened.archive
    let read = ImportReport(reading, of: opened, plan: nil, stored: nil)
    let stored = try keepingFiles { keeping in
      let files = try keeping.keep(reading.contents) { done in
        progress(done)
        try terms.note(done: done, of: count)
      }
      let original = try archive.map { archive in
        OriginalArchive(
          name: opened.name, digest: try keeping.keep(copying: archive), sizeBytes: archive.sizeBytes)
      }
      return ReadPackage(
        structure: structure, files: files, missingFiles: reading.missingOfOutline, original: original)
    } then: {
      try perform(
        StorePackage(package: $0, request: request), as: principal, on: terms.of(read.storing))
    } naming: { _, outcome in
      outcome.plan.step.makesVersion
    }
    return read.storing(stored)
  }
}

/// Reads a package and works out what an import would do, keeping nothing.
///
/// - Parameter store: the records that the plan is made for; nil where there are none yet.
public func examinePackage(
  _ request: ImportRequest, packages: any PackageOpening, store: (any Store)?
) throws -> ImportReport {
  do {
    let opened = try packages.open(request.source, name: request.name)
    return try examine(opened, packages.read(opened, request), request, store)
  } catch let unusable as PackageUnusable {
    return ImportReport(unusable)
  }
}

private func examine(
  _ opened: OpenedPackage, _ reading: PackageReading, _ request: ImportRequest, _ store: (any Store)?
) throws -> ImportReport {
  guard let structure = reading.structure else {
    return ImportReport(reading, of: opened, plan: nil, stored: nil)
  }
  let package = ReadPackage(
    structure: structure, files: try PackageFile.all(of: reading.contents),
    missingFiles: reading.missingOfOutline)
  let plan = try store?.read { try ImportPlan(for: package, request, in: $0) }
  return ImportReport(
    reading, of: opened, plan: try plan ?? ImportPlan(forFirst: package, request), stored: nil)
}

extension PackageOpening {
  fileprivate func read(_ opened: OpenedPackage, _ request: ImportRequest) throws -> PackageReading {
    try PackageReading.read(opened.contents, schemas: try request.schemas.map(schemas(in:)))
  }
}

extension PackageReading {
  /// How many files were not supplied, where launch files are among them; 0 unless the package is an outline.
  var missingOfOutline: Int { isOutline ? missingFiles.count : 0 }
}

extension PackageFile {
  /// Every file of a package with its digest, in the order of the paths; read, not kept.
  static func all(of contents: PackageContents) throws -> [PackageFile] {
    try contents.entries.map { entry in
      let digest = try SHA256.digest(of: contents.bytes(of: entry.name)).hexadecimal
      return PackageFile(path: entry.name, digest: digest, sizeBytes: entry.sizeBytes)
    }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

/// A package that was read and found acceptable, with its files kept.
struct ReadPackage: Sendable {
  let structure: CourseStructure
  let files: [PackageFile]
  let missingFiles: Int
  /// The archive that it came as, kept; nil for a folder and a bare manifest.
  var original: OriginalArchive?

  /// SHA-256 over the paths and digests of all files: the same for a zip and a folder with the same content.
  var contentDigest: String {
    get throws {
      var hash = try SHA256()
      for file in files { try hash.update(Array("\(file.path)\0\(file.digest)\n".utf8)) }
      return try hash.finish().hexadecimal
    }
  }
}

extension ImportReport {
  /// The report of the same reading, with what came of it.
  @Sendable fileprivate func storing(_ outcome: StorePackage.Outcome) -> ImportReport {
    ImportReport(
      format: format, version: version, title: title, identifier: identifier, activities: activities,
      files: files, findings: findings + outcome.plan.findings, plan: outcome.plan, stored: outcome.version)
  }

  fileprivate init(_ unusable: PackageUnusable) {
    self.init(
      format: nil, version: "", title: "", identifier: "", activities: 0, files: 0,
      findings: unusable.findings,
      plan: nil, stored: nil)
  }

  fileprivate init(
    _ reading: PackageReading, of opened: OpenedPackage, plan: ImportPlan?, stored: CourseVersionID?
  ) {
    self.init(
      format: reading.format?.family, version: reading.version, title: reading.title,
      identifier: reading.identifier, activities: reading.structure?.allActivities.count ?? 0,
      files: reading.contents.entries.count,
      findings: opened.findings + reading.findings + (plan?.findings ?? []),
      plan: plan,
      stored: stored)
  }
}
