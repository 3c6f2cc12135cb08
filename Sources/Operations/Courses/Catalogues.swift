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

  public let page: PageRequest

  public init(page: PageRequest = PageRequest()) {
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Item> {
    let page = try page.page(of: reading.records.catalogues()) { $0.code.folded }
    return Page(items: try page.items.map { try Item($0, reading) }, next: page.next)
  }
}

/// One catalogue with the courses it offers.
public struct ShowCatalogue: Inquiry {
  public static let right: Right? = .readReference

  public let catalogue: CatalogueCode

  public init(_ catalogue: CatalogueCode) {
    self.catalogue = catalogue
  }

  public func answer(_ reading: Reading) throws -> ListCatalogues.Item {
    try ListCatalogues.Item(reading.records.catalogue(named: catalogue), reading)
  }
}

extension ListCatalogues.Item {
  fileprivate init(_ catalogue: CourseCatalogue, _ reading: Reading) throws {
    self.init(
      catalogue: catalogue,
      courses: try catalogue.offers.map { try reading.records.course(named: .id($0)) })
  }
}
