public import Catalogue
public import Values

/// What a version was imported from, to be handed out again. It may hold the publisher's secrets, so it is for those who
/// may import.
///
/// An import of the archive, or of a zip of a whole folder's files, changes nothing. A zip of an outline is refused, since
/// nothing that is launched may be missing in one; a bare manifest under another name makes a version of its own.
public struct ExportPackage: Inquiry {
  public static let right: Right? = .changeRecords

  /// What there is to hand out.
  public struct Answer: Sendable {
    public let course: CourseCode
    public let version: CourseVersion
    /// The archive as it came; nil where it came as files.
    public let original: OriginalArchive?
    /// The files, in the order of their paths.
    public let files: [PackageFile]

    /// The version's number.
    public var number: Int { version.number }
  }

  public let course: Reference<Course>
  /// Which version; nil for the latest.
  public let number: Int?

  public init(course: Reference<Course>, number: Int?) {
    self.course = course
    self.number = number
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let course = try reading.records.course(named: course)
    let version = try reading.records.version(number, of: course)
    return Answer(
      course: course.code, version: version, original: try reading.records.original(of: version.id),
      files: try reading.records.files(of: version.id))
  }
}
