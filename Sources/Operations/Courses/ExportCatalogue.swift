public import Catalogue
internal import RegistrarXML
public import Values

/// A catalogue as XML of `Schemas/xsd/catalogue.xsd`: its courses in their order, how their published versions are passed
/// and what those teach.
///
/// The records do not know where packages and editions lay; they are named after their codes.
public struct ExportCatalogue: Inquiry {
  public static let right: Right? = .readRecords

  public let catalogue: CatalogueCode

  public init(_ catalogue: CatalogueCode) {
    self.catalogue = catalogue
  }

  public func answer(_ reading: Reading) throws -> [UInt8] {
    let records = reading.records
    let found = try records.catalogue(named: catalogue)
    let courses = try found.offers.map { id in
      let course = try records.course(named: .id(id))
      return (course, try records.publishedVersion(of: course))
    }
    var standards: [StandardEditionCode] = []
    for edition in courses.flatMap(\.1.mapping).map(\.edition) where !standards.contains(edition) {
      standards.append(edition)
    }
    return CatalogueWriter.write(
      CatalogueDocument(
        code: found.code, titles: found.titles,
        standards: standards.map { .init(code: Stated($0), file: "\($0.folded).xml") },
        courses: courses.map { CatalogueDocument.Course($0.0, $0.1) }))
  }
}

extension CatalogueDocument.Course {
  fileprivate init(_ course: Course, _ version: CourseVersion) {
    self.init(
      code: Stated(course.code), package: Stated(course.code.folded),
      passingScore: version.passRule.passingScore.map { Stated($0) },
      teaches: version.mapping.map { Stated($0) })
  }
}
