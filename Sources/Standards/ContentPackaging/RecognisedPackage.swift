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
