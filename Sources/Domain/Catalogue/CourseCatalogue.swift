public import Values

/// The identity of a catalogue.
public typealias CatalogueID = Identifier<CourseCatalogue>
/// The short name of a catalogue, `TTT` or `PICARD`.
public typealias CatalogueCode = Code<CourseCatalogue>

/// A named offer of courses: Train the Trainers, the PICARD professional standards.
public struct CourseCatalogue: Sendable, Hashable {
  public let id: CatalogueID
  public let code: CatalogueCode
  public let titles: LocalizedText
  /// The courses offered, in the order they were added.
  public let offers: [CourseID]

  public init(id: CatalogueID, code: CatalogueCode, titles: LocalizedText, offers: [CourseID]) {
    self.id = id
    self.code = code
    self.titles = titles
    self.offers = offers
  }
}
