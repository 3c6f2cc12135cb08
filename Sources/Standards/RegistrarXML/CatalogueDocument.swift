public import Catalogue
public import Values

/// A catalogue in a folder: which packages lie in it, how each is passed, and what each teaches.
public struct CatalogueDocument: Sendable, Hashable {
  /// An edition of a standard that courses are mapped to, and the file to load it from.
  public struct Standard: Sendable, Hashable {
    public let code: Stated<StandardEditionCode>
    /// The path of a file of `standard-edition.xsd`, from the catalogue's folder.
    public let file: String

    public init(code: Stated<StandardEditionCode>, file: String) {
      self.code = code
      self.file = file
    }
  }

  /// A course of the catalogue.
  public struct Course: Sendable, Hashable {
    public let code: Stated<CourseCode>
    /// The package's path, from the catalogue's folder.
    public let package: Stated<String>
    /// The scaled score, 0 to 1, that an assessment of the whole course must reach; nil where activities decide.
    public let passingScore: Stated<ExactDecimal>?
    /// The items that the course teaches, each of a standard that the catalogue names.
    public let teaches: [Stated<StandardMapping>]

    public init(
      code: Stated<CourseCode>, package: Stated<String>, passingScore: Stated<ExactDecimal>?,
      teaches: [Stated<StandardMapping>]
    ) {
      self.code = code
      self.package = package
      self.passingScore = passingScore
      self.teaches = teaches
    }
  }

  public let code: CatalogueCode
  public let titles: LocalizedText
  public let standards: [Standard]
  /// The courses in the order in which they are best taken; no code and no package twice.
  public let courses: [Course]

  public init(code: CatalogueCode, titles: LocalizedText, standards: [Standard], courses: [Course]) {
    self.code = code
    self.titles = titles
    self.standards = standards
    self.courses = courses
  }
}
