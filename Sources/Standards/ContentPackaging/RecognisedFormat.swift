public import Catalogue

/// The format that a package is in, as far as its manifest's name, root element and namespaces tell.
public enum RecognisedFormat: Sendable, Hashable {
  /// A format that is read.
  case readable(PackageFormat)
  /// A format that is only recognised.
  case unread(UnreadFormat)

  /// The family's name in every listing: `scorm`, `cmi5`, `common-cartridge` …
  public var family: String {
    switch self {
    case .readable(let format): format.family
    case .unread(let format): format.rawValue
    }
  }

  /// The version within the family; empty where it is not known.
  public var version: String {
    switch self {
    case .readable(let format): format.version
    case .unread: ""
    }
  }
}

/// Formats that are recognised but not read yet.
public enum UnreadFormat: String, Sendable, CaseIterable {
  case commonCartridge = "common-cartridge"
  case contentPackaging = "content-packaging"
  case qti
  case tincan
  case aicc
  case moodle
  case openEdX = "openedx"

  /// The format's name for people.
  public var title: String {
    switch self {
    case .commonCartridge: "Common Cartridge"
    case .contentPackaging: "IMS Content Packaging"
    case .qti: "QTI"
    case .tincan: "Tin Can"
    case .aicc: "AICC"
    case .moodle: "a Moodle backup"
    case .openEdX: "an Open edX course"
    }
  }
}
