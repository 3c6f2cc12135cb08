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

    /// The archive as it came, else the only file there is; nil where the version came as several files.
    public var onlyFile: PackageFile? {
      guard let original else { return files.count == 1 ? files.first : nil }
      return PackageFile(path: original.name, digest: original.digest, sizeBytes: original.sizeBytes)
    }
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

extension Registrar {
  /// The file that a version was imported from, and whether it is an archive. Throws `CameAsFiles` where it came as
  /// several.
  public func package(
    of course: Reference<Course>, number: Int, as principal: Principal
  ) throws -> (file: PackageFile, isArchive: Bool) {
    let kept = try answer(ExportPackage(course: course, number: number), as: principal)
    guard let file = kept.onlyFile else { throw CameAsFiles(count: kept.files.count) }
    return (file, kept.original != nil)
  }
}

/// A version was imported from a folder: there is no one file to hand out.
struct CameAsFiles: Explainable, Hashable {
  let count: Int

  var explanation: Explanation {
    Explanation(
      .notFound, "came-as-files", "this version was imported from a folder of \(count) files",
      remedy: "the command course export hands them out as a zip")
  }
}
