public import Catalogue

/// A file of a package, for the content origin: of a version that is or was published, and under its exact path. Nil for
/// everything else.
public struct FindContent: Inquiry {
  /// Public by design: whoever has the address of a lesson sees its files, and nothing of a person.
  public static let right: Right? = nil

  public let version: CourseVersionID
  public let path: String

  public init(version: CourseVersionID, path: String) {
    self.version = version
    self.path = path
  }

  public func answer(_ reading: Reading) throws -> PackageFile? {
    try reading.records.servedFile(path, of: version)
  }
}
