public import Values

/// The identity of a course.
public typealias CourseID = Identifier<Course>
/// The short name of a course, unique in the system.
public typealias CourseCode = Code<Course>
/// The identity of one immutable version of a course; part of its activities' IRIs.
public typealias CourseVersionID = Identifier<CourseVersion>

/// Something that is taught: all its language variants and versions are one course (domain 7.4, 23).
public struct Course: Sendable, Hashable {
  public let id: CourseID
  public let code: CourseCode
  /// The publisher's identifier, by which a later package is recognised as a version of this course.
  public let publisherIdentifier: String
  public let title: LocalizedText
  /// Whom the course is for.
  public let audience: Audience

  public init(
    id: CourseID, code: CourseCode, publisherIdentifier: String, title: LocalizedText,
    audience: Audience = .everyone
  ) {
    self.id = id
    self.code = code
    self.publisherIdentifier = publisherIdentifier
    self.title = title
    self.audience = audience
  }
}

/// One state of a course's content and rules. Nothing of it changes after import but its state, and that only forwards.
public struct CourseVersion: Sendable, Hashable {
  public let id: CourseVersionID
  public let course: CourseID
  /// 1 for the first import, then counting up.
  public let number: Int
  /// The language of the variant that this is a version of; nil for the course as it came first.
  public let variant: LanguageTag?
  public let structure: CourseStructure
  /// SHA-256 of what was imported, in lower-case hexadecimal: the same digest is the same version.
  public let contentDigest: String
  /// How many files the package names and did not bring, where launch files are among them; above 0 the version is an
  /// outline.
  public let missingFiles: Int
  public let passRule: PassRule
  public let mapping: [StandardMapping]
  public let state: CourseVersionState

  public init(
    id: CourseVersionID, course: CourseID, number: Int, variant: LanguageTag? = nil,
    structure: CourseStructure, contentDigest: String, missingFiles: Int, passRule: PassRule,
    mapping: [StandardMapping], state: CourseVersionState
  ) {
    self.id = id
    self.course = course
    self.number = number
    self.variant = variant
    self.structure = structure
    self.contentDigest = contentDigest
    self.missingFiles = missingFiles
    self.passRule = passRule
    self.mapping = mapping
    self.state = state
  }

  /// A course without its launch files can be planned with, never published.
  public var isOutline: Bool { missingFiles > 0 }
}

/// When a learner has passed a version: judged by this rule, never typed in (domain 7.4, 9).
public struct PassRule: Sendable, Hashable {
  /// The scaled score from 0 to 1 that a scored assessment of the whole course must reach; nil where the course
  /// is passed by its activities, or by an observed assessment.
  public let passingScore: ExactDecimal?

  /// Nil unless the score lies from 0 to 1.
  public init?(passingScore: ExactDecimal?) {
    if let passingScore, passingScore < ExactDecimal(0) || ExactDecimal(1) < passingScore { return nil }
    self.passingScore = passingScore
  }

  private init() {
    passingScore = nil
  }

  /// Passed by satisfying every activity; no score is asked.
  public static let byActivities = PassRule()
}

/// One statement that a version teaches an item of one edition of a standard.
public struct StandardMapping: Sendable, Hashable {
  public let edition: StandardEditionCode
  public let item: StandardItemCode

  public init(edition: StandardEditionCode, item: StandardItemCode) {
    self.edition = edition
    self.item = item
  }
}
