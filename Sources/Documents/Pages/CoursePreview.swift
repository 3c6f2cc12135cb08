public import Catalogue
public import Values

/// What a course version is like, to be looked at before it is published.
public struct CoursePreview: Sendable, Hashable {
  /// An activity, as deep in the tree as it lies.
  public struct Activity: Sendable, Hashable {
    public let depth: Int
    public let title: LocalizedText
    public let kind: ActivityKind
    /// The file or address that it opens; nil for none.
    public let opens: String?
    /// The size of that file; nil where it is no file of the package, or missing.
    public let sizeBytes: Int?
    /// Whether it opens a file that is not there.
    public let isMissing: Bool
    /// What was decided on the external tool that it is; nil for any other activity.
    public let approval: ToolApproval?

    public init(
      depth: Int, title: LocalizedText, kind: ActivityKind, opens: String?, sizeBytes: Int?, isMissing: Bool,
      approval: ToolApproval? = nil
    ) {
      self.depth = depth
      self.title = title
      self.kind = kind
      self.opens = opens
      self.sizeBytes = sizeBytes
      self.isMissing = isMissing
      self.approval = approval
    }
  }

  /// The files whose names end alike.
  public struct Files: Sendable, Hashable {
    /// What stands behind the last point of the names, in lower case; empty where none does.
    public let ending: String
    public let count: Int
    public let sizeBytes: Int

    public init(ending: String, count: Int, sizeBytes: Int) {
      self.ending = ending
      self.count = count
      self.sizeBytes = sizeBytes
    }
  }

  /// A link in a page to a file that is not in the package.
  public struct BrokenLink: Sendable, Hashable {
    public let file: String
    public let line: Int
    public let address: String

    public init(file: String, line: Int, address: String) {
      self.file = file
      self.line = line
      self.address = address
    }
  }

  public let course: CourseCode
  public let number: Int
  public let state: CourseVersionState
  public let title: LocalizedText
  public let format: PackageFormat
  public let languages: [LanguageTag]
  public let activities: [Activity]
  /// The most bytes first.
  public let files: [Files]
  public let brokenLinks: [BrokenLink]
  /// How many pages were too many to look at for links.
  public let pagesPassedOver: Int

  public init(
    course: CourseCode, number: Int, state: CourseVersionState, title: LocalizedText, format: PackageFormat,
    languages: [LanguageTag], activities: [Activity], files: [Files], brokenLinks: [BrokenLink],
    pagesPassedOver: Int
  ) {
    self.course = course
    self.number = number
    self.state = state
    self.title = title
    self.format = format
    self.languages = languages
    self.activities = activities
    self.files = files
    self.brokenLinks = brokenLinks
    self.pagesPassedOver = pagesPassedOver
  }

  /// How many files there are.
  public var fileCount: Int { files.reduce(0) { $0 + $1.count } }
  /// How many bytes they have.
  public var sizeBytes: Int { files.reduce(0) { $0 + $1.sizeBytes } }
}
