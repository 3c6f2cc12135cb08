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
  /// Elements of the details that are kept; what several activities share counts for each of them.
  public var detailElements: Int
  /// UTF-8 bytes of the texts and attributes of those details, counted in the same way.
  public var detailBytes: Int
  /// Bytes of the files, apart from the manifest, that say what resources are.
  public var descriptorBytes: Int

  /// Limits; what is not given is as in `standard`.
  public init(
    manifest: XMLLimits = .standard, activities: Int = 20_000, listedFiles: Int = 100_000,
    missingFilesTold: Int = 20, detailElements: Int = 500_000, detailBytes: Int = 64 << 20,
    descriptorBytes: Int = 256 << 20
  ) {
    self.manifest = manifest
    self.activities = activities
    self.listedFiles = listedFiles
    self.missingFilesTold = missingFilesTold
    self.detailElements = detailElements
    self.detailBytes = detailBytes
    self.descriptorBytes = descriptorBytes
  }

  /// 20,000 activities and 100,000 listed files, a manifest within `XMLLimits.standard`, details of 500,000 elements and
  /// 64 MiB, descriptors of 256 MiB.
  public static let standard = PackageLimits()
}
