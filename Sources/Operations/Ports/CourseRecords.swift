public import Catalogue
public import Values

/// Editions of professional standards.
public protocol StandardRecords {
  func standardEdition(_ code: StandardEditionCode) throws -> StandardEdition?
  /// All editions with their items, in the order of their codes.
  func standardEditions() throws -> [StandardEdition]
}

/// What can be added to standards.
public protocol WritableStandardRecords {
  func insert(_ edition: StandardEdition, at instant: Instant) throws
}

/// Courses, their versions, and catalogues.
public protocol CourseRecords {
  func course(_ id: CourseID) throws -> Course?
  func course(_ code: CourseCode) throws -> Course?
  /// The courses that came in packages of a format family under this publisher's identifier, earliest first: in SCORM
  /// such identifiers are not unique.
  func courses(publisherIdentifier: String, family: String) throws -> [Course]
  /// The courses in the order of their codes, of those that a catalogue offers where one is named.
  func courses(in catalogue: CatalogueID?, page: PageRequest) throws -> Page<Course>
  /// Whom the course of a version is for.
  func audience(of version: CourseVersionID) throws -> Audience
  func version(_ id: CourseVersionID) throws -> CourseVersion?
  /// The course of a version: a point read, where a version's tree may have thousands of activities.
  func course(of version: CourseVersionID) throws -> CourseID?
  /// A course's versions by number, without regard to state.
  func versions(of course: CourseID) throws -> [CourseVersion]
  /// Every change of state of a version, in order.
  func transitions(of version: CourseVersionID) throws -> [CourseVersionTransition]
  /// The version that was imported from exactly this content.
  func version(contentDigest: String) throws -> CourseVersion?
  /// The versions of language variants that came in packages of a format family under this publisher's identifier,
  /// earliest first.
  func versionsOfVariants(publisherIdentifier: String, family: String) throws -> [CourseVersion]
  /// The files of a version, in the order of their paths.
  func files(of version: CourseVersionID) throws -> [PackageFile]
  /// The archive that a version came as; nil where it came as a folder or a bare manifest, or its archive was not kept.
  func original(of version: CourseVersionID) throws -> OriginalArchive?
  /// The file of a version under exactly this path; nil where it has none, and where the version was never published.
  func servedFile(_ path: String, of version: CourseVersionID) throws -> PackageFile?
  /// The digests of all files that the records name: of packages, the archives that these came as, and of
  /// attachments.
  func fileDigests() throws -> Set<String>
  /// What was decided on the external tools of a course, by address, of each in order.
  func toolTransitions(of course: CourseID) throws -> [ToolTransition]
  func catalogue(_ code: CatalogueCode) throws -> CourseCatalogue?
  /// All catalogues in the order of their codes.
  func catalogues() throws -> [CourseCatalogue]
}

/// What can be added to courses and catalogues.
public protocol WritableCourseRecords {
  func insert(_ course: Course, family: String) throws
  func setAudience(_ audience: Audience, of course: CourseID) throws
  func insert(_ version: CourseVersion, files: [PackageFile], at instant: Instant) throws
  func insert(_ original: OriginalArchive, of version: CourseVersionID) throws
  /// Appends a change of state and makes it the version's present one.
  func append(_ transition: CourseVersionTransition) throws
  func append(_ transition: ToolTransition) throws
  func setPassRule(_ rule: PassRule, of version: CourseVersionID) throws
  func insert(_ mapping: StandardMapping, of version: CourseVersionID, at instant: Instant) throws
  func insert(_ catalogue: CourseCatalogue) throws
  func offer(_ course: CourseID, in catalogue: CatalogueID) throws
}

/// One change of a course version's state.
public struct CourseVersionTransition: Sendable, Hashable {
  public let version: CourseVersionID
  public let at: Instant
  public let to: CourseVersionState

  public init(version: CourseVersionID, at: Instant, to: CourseVersionState) {
    self.version = version
    self.at = at
    self.to = to
  }
}

/// One decision on an external tool of a course.
public struct ToolTransition: Sendable, Hashable {
  public let course: CourseID
  /// Where the tool opens.
  public let address: String
  public let at: Instant
  public let to: ToolApproval

  public init(course: CourseID, address: String, at: Instant, to: ToolApproval) {
    self.course = course
    self.address = address
    self.at = at
    self.to = to
  }
}

/// The archive that a package came as, kept under its digest.
public struct OriginalArchive: Sendable, Hashable {
  /// The name that it came under.
  public let name: String
  /// SHA-256 in lower-case hexadecimal.
  public let digest: String
  public let sizeBytes: Int

  public init(name: String, digest: String, sizeBytes: Int) {
    self.name = name
    self.digest = digest
    self.sizeBytes = sizeBytes
  }
}

/// A file of a package, kept under its digest.
public struct PackageFile: Sendable, Hashable {
  /// The path from the package's root, `/` between folders.
  public let path: String
  /// SHA-256 in lower-case hexadecimal.
  public let digest: String
  public let sizeBytes: Int

  public init(path: String, digest: String, sizeBytes: Int) {
    self.path = path
    self.digest = digest
    self.sizeBytes = sizeBytes
  }
}
