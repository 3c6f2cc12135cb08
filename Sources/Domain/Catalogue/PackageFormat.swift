/// The specification and edition that a course package follows.
public enum PackageFormat: Sendable, Hashable {
  /// SCORM 1.2.
  case scorm12
  /// SCORM 2004 in one of its editions.
  case scorm2004(SCORMEdition)
  /// cmi5 1.0 ("Quartz").
  case cmi5

  /// The family's name in every listing: `scorm` or `cmi5`.
  public var family: String {
    switch self {
    case .scorm12, .scorm2004: "scorm"
    case .cmi5: "cmi5"
    }
  }

  /// The version within the family: `1.2`, `2004 3rd Edition`, `1.0`.
  public var version: String {
    switch self {
    case .scorm12: "1.2"
    case .scorm2004(let edition): edition.rawValue
    case .cmi5: "1.0"
    }
  }

  /// Reads family and version back; nil for a pair that no case stands for.
  public init?(family: String, version: String) {
    switch (family, version) {
    case ("scorm", "1.2"): self = .scorm12
    case ("cmi5", "1.0"): self = .cmi5
    case ("scorm", let edition):
      guard let edition = SCORMEdition(rawValue: edition) else { return nil }
      self = .scorm2004(edition)
    default: return nil
    }
  }
}

/// The editions of SCORM 2004 that are read.
public enum SCORMEdition: String, Sendable, CaseIterable {
  case second = "2004 2nd Edition"
  case third = "2004 3rd Edition"
  case fourth = "2004 4th Edition"
}
