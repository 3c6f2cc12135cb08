public import Catalogue
import Values
import XML

/// What came of reading a package: the course it describes, or why it is refused; in either case all findings.
public struct PackageReading: Sendable {
  /// The format; nil where it is not known.
  public let format: RecognisedFormat?
  /// The course's title in its first language, else what is known of it; empty where nothing is.
  public let title: String
  /// The publisher's identifier of the course; empty where it is not known.
  public let identifier: String
  /// The course; nil exactly where the package is refused.
  public let structure: CourseStructure?
  /// Everything found, in the order of the manifest.
  public internal(set) var findings: [Finding]
  /// The package's files, manifest included, as readers see them: without a common top folder.
  public let contents: PackageContents
  /// The manifest's name among them; nil where there is none.
  public let manifestName: String?
  /// The files that the manifest names and that are not there, each once.
  public let missingFiles: [String]
  /// Whether files are missing from which activities are launched: the course cannot be published yet.
  public let isOutline: Bool

  /// Whether the package is accepted.
  public var isAccepted: Bool { structure != nil }
  /// The version of the format; empty where it is not known.
  public var version: String { format?.version ?? "" }

  /// A package that was recognised and read. It is refused where the findings hold an error.
  public init(
    of package: RecognisedPackage, structure: CourseStructure, findings: Findings, supplied: SuppliedFiles
  ) {
    self.init(package.contents, package.manifest.sourceName, structure, findings, supplied)
  }

  /// A package of tables that was read. It is refused where the findings hold an error.
  public init(
    of tables: RecognisedTables, manifestName: String, structure: CourseStructure, findings: Findings,
    supplied: SuppliedFiles
  ) {
    self.init(tables.contents, manifestName, structure, findings, supplied)
  }

  private init(
    _ contents: PackageContents, _ manifestName: String, _ structure: CourseStructure, _ findings: Findings,
    _ supplied: SuppliedFiles
  ) {
    format = .readable(structure.format)
    title = structure.title.text()
    identifier = structure.publisherIdentifier
    self.structure = findings.refuse ? nil : structure
    self.findings = findings.list
    self.contents = contents
    self.manifestName = manifestName
    missingFiles = supplied.missing
    isOutline = supplied.lacksLaunchFiles && !findings.refuse
  }

  /// A package of which no course could be made. The findings hold an error.
  public init(
    refused contents: PackageContents, format: RecognisedFormat?, manifestName: String? = nil,
    title: String = "", identifier: String = "", findings: Findings
  ) {
    precondition(findings.refuse, "a refused package has an error that says why")
    self.format = format
    self.title = title
    self.identifier = identifier
    structure = nil
    self.findings = findings.list
    self.contents = contents
    self.manifestName = manifestName
    missingFiles = []
    isOutline = false
  }
}
