public import Catalogue
public import Values

/// Opens a catalogue that courses can be offered in.
public struct AddCatalogue: Change {
  public static let right = Right.changeRecords

  public let code: CatalogueCode
  public let titles: LocalizedText

  public init(code: CatalogueCode, titles: LocalizedText) {
    self.code = code
    self.titles = titles
  }

  public func carryOut(_ work: Work) throws -> CourseCatalogue {
    guard try work.records.catalogue(code) == nil else { throw AlreadyExists(.catalogue, code.description) }
    guard !titles.isEmpty else { throw UnusableValue(field: "title", value: "", expected: "a title") }
    let catalogue = CourseCatalogue(id: work.newIdentifier(), code: code, titles: titles, offers: [])
    try work.records.insert(catalogue)
    try work.note(
      "catalogue add", .catalogue, catalogue.id.uuid, [FieldChange("code", from: nil, to: code.description)])
    return catalogue
  }
}

/// Offers a course in a catalogue; offering it twice changes nothing.
public struct OfferCourse: Change {
  public static let right = Right.changeRecords

  public let course: Reference<Course>
  public let catalogue: CatalogueCode

  public init(course: Reference<Course>, catalogue: CatalogueCode) {
    self.course = course
    self.catalogue = catalogue
  }

  public func carryOut(_ work: Work) throws -> CourseCatalogue {
    let course = try work.records.course(named: course)
    let found = try work.records.catalogue(named: catalogue)
    guard !found.offers.contains(course.id) else { return found }
    _ = try work.records.publishedVersion(of: course)
    try work.records.offer(course.id, in: found.id)
    try work.note(
      "catalogue offer", .catalogue, found.id.uuid,
      [FieldChange("offer", from: nil, to: course.code.description)])
    return try work.records.catalogue(named: catalogue)
  }
}

/// The catalogues with the courses they offer.
public struct ListCatalogues: Inquiry {
  public static let right: Right? = .readReference

  /// A catalogue and its courses, in the order they were offered.
  public struct Item: Sendable {
    public let catalogue: CourseCatalogue
    public let courses: [Course]
  }

  public init() {}

  public func answer(_ reading: Reading) throws -> [Item] {
    try reading.records.catalogues().map { try Item(catalogue: $0, courses: courses(of: $0, reading)) }
  }

  private func courses(of catalogue: CourseCatalogue, _ reading: Reading) throws -> [Course] {
    try catalogue.offers.map { try reading.records.course(named: .id($0)) }
  }
}
