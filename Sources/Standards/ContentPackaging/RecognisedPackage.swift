public import Catalogue
public import XML

/// A package whose manifest was found and parsed and whose format is read; what readers start from.
public struct RecognisedPackage: Sendable {
  /// The format.
  public let format: PackageFormat
  /// The manifest; its `sourceName` is its name in the package.
  public let manifest: XMLDocument
  /// The package's files, seen from the manifest.
  public let contents: PackageContents
  /// What was found so far.
  public let findings: Findings
  /// How much the package may hold.
  public let limits: PackageLimits
}

/// An AICC course, which comes as tables and has no manifest; what its reader starts from.
public struct RecognisedTables: Sendable {
  /// The package's files, seen from where the tables lie.
  public let contents: PackageContents
  /// What was found so far.
  public let findings: Findings
  /// How much the package may hold.
  public let limits: PackageLimits
}
