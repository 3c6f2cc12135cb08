/// The specification and edition that a course package follows.
public enum PackageFormat: Sendable, Hashable {
  /// SCORM 1.2.
  case scorm12
  /// SCORM 2004 in one of its editions.
  case scorm2004(SCORMEdition)
  /// cmi5 1.0 ("Quartz").
  case cmi5
  /// IMS Content Packaging without a profile upon it.
  case contentPackaging(ContentPackagingVersion)
  /// IMS Common Cartridge, thin ones included.
  case commonCartridge(CartridgeVersion)
  /// The Tin Can package (`tincan.xml`), from before cmi5.
  case tincan
  /// AICC course structure files (CMI001).
  case aicc(AICCRevision)

  /// The family's name in every listing: `scorm`, `cmi5`, `common-cartridge` …
  public var family: String {
    switch self {
    case .scorm12, .scorm2004: "scorm"
    case .cmi5: "cmi5"
    case .contentPackaging: "content-packaging"
    case .commonCartridge: "common-cartridge"
    case .tincan: "tincan"
    case .aicc: "aicc"
    }
  }

  /// The version within the family: `1.2`, `2004 3rd Edition`, `1.0`.
  public var version: String {
    switch self {
    case .scorm12: "1.2"
    case .scorm2004(let edition): edition.rawValue
    case .cmi5, .tincan: "1.0"
    case .contentPackaging(let version): version.rawValue
    case .commonCartridge(let version): version.rawValue
    case .aicc(let revision): revision.rawValue
    }
  }

  /// Reads family and version back; nil for a pair that no case stands for.
  public init?(family: String, version: String) {
    let format: PackageFormat? =
      switch (family, version) {
      case ("scorm", "1.2"): .scorm12
      case ("scorm", _): SCORMEdition(rawValue: version).map(PackageFormat.scorm2004)
      case ("cmi5", "1.0"): .cmi5
      case ("tincan", "1.0"): .tincan
      case ("content-packaging", _):
        ContentPackagingVersion(rawValue: version).map(PackageFormat.contentPackaging)
      case ("common-cartridge", _): CartridgeVersion(rawValue: version).map(PackageFormat.commonCartridge)
      case ("aicc", _): AICCRevision(rawValue: version).map(PackageFormat.aicc)
      default: nil
      }
    guard let format else { return nil }
    self = format
  }
}

/// The editions of SCORM 2004 that are read.
public enum SCORMEdition: String, Sendable, CaseIterable {
  case second = "2004 2nd Edition"
  case third = "2004 3rd Edition"
  case fourth = "2004 4th Edition"
}

/// The versions of IMS Content Packaging that are read.
public enum ContentPackagingVersion: String, Sendable, CaseIterable {
  case v1p1p2 = "1.1.2"
  case v1p1p3 = "1.1.3"
  case v1p1p4 = "1.1.4"
  case v1p2 = "1.2"
}

/// The versions of IMS Common Cartridge that are read.
public enum CartridgeVersion: String, Sendable, CaseIterable {
  case v1p0 = "1.0"
  case v1p1 = "1.1"
  case v1p2 = "1.2"
  case v1p3 = "1.3"
  case v1p4 = "1.4"
}

/// The revisions of the AICC guidelines (CMI001) that course files state.
public enum AICCRevision: String, Sendable, CaseIterable {
  case r1p0 = "1.0"
  case r2p0 = "2.0"
  case r2p1 = "2.1"
  case r2p2 = "2.2"
  case r3p0 = "3.0"
  case r3p4 = "3.4"
  case r3p5 = "3.5"
  case r4p0 = "4.0"
}
