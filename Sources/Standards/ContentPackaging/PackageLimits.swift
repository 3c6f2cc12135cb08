public import XML

/// How much a package may hold, as far as readers care; archives have limits of their own.
public struct PackageLimits: Sendable, Hashable {
  /// Limits of the manifest.
  public var manifest: XMLLimits
  /// Activities: items, blocks, assignable units.
  public var activities: Int
  /// Files that a manifest may list.
  public var listedFiles: Int
  /// Missing listed files that are told one by one; the rest are counted.
  public var missingFilesTold: Int

  /// Limits; what is not given is as in `standard`.
  public init(
    manifest: XMLLimits = .standard, activities: Int = 20_000, listedFiles: Int = 100_000,
    missingFilesTold: Int = 20
  ) {
    self.manifest = manifest
    self.activities = activities
    self.listedFiles = listedFiles
    self.missingFilesTold = missingFilesTold
  }

  /// 20,000 activities and 100,000 listed files, a manifest within `XMLLimits.standard`.
  public static let standard = PackageLimits()
}
