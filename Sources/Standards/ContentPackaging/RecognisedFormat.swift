public import Catalogue

/// The format that a package is in, as far as its manifest's name, root element and namespaces tell.
public enum RecognisedFormat: Sendable, Hashable {
  /// A format that is read.
  case readable(PackageFormat)
  /// A format that is only recognised, with its version as far as it is told; empty where it is not.
  case unread(UnreadFormat, version: String)

  /// The family's name in every listing: `scorm`, `cmi5`, `common-cartridge` …
  public var family: String {
    switch self {
    case .readable(let format): format.family
    case .unread(let format, _): format.rawValue
    }
  }

  /// The version within the family; empty where it is not known.
  public var version: String {
    switch self {
    case .readable(let format): format.version
    case .unread(_, let version): version
    }
  }
}

/// Formats that are recognised, named, and not read.
public enum UnreadFormat: String, Sendable, CaseIterable {
  case qti
  case moodle
  case openEdX = "openedx"
  case h5p
  case articulate
  case s1000d
  case epub
  case office

  /// The format's name for people.
  public var title: String {
    switch self {
    case .qti: "QTI"
    case .moodle: "a Moodle backup"
    case .openEdX: "an Open edX course"
    case .h5p: "an H5P content package"
    case .articulate: "an authoring tool's web export or project, without a manifest for a learning system"
    case .s1000d: "S1000D data modules, without a SCORM manifest"
    case .epub: "an EPUB book"
    case .office: "an office document"
    }
  }

  /// Why it is not taken, and what would be: the end of a sentence that begins with what it was recognised as.
  var reason: String {
    switch self {
    case .qti: "which holds questions and no course; questions on their own are not read yet"
    case .moodle:
      "which only Moodle restores; export its activities as SCORM, or the course as a Common Cartridge"
    case .openEdX: "which only Open edX runs; its components have no launch of their own"
    case .h5p: "which needs a player of its own and reports to none here; export it as SCORM"
    case .articulate: "which says nothing of how it is launched; publish it for an LMS, as SCORM or cmi5"
    case .s1000d: "which are the source of a course; make the SCORM package of them"
    case .epub, .office: "which is a document and no course; put it into a course as a file"
    }
  }
}
