internal import Catalogue
public import ContentPackaging
internal import Values
internal import XML

/// What a `catalogue` document amounts to: the catalogue, or why it is refused.
public struct CatalogueReading: Sendable, Hashable {
  /// Nil where a finding is an error.
  public let catalogue: CatalogueDocument?
  /// All that was found, in the document's order.
  public let findings: [Finding]
}

/// Reads `Schemas/xsd/catalogue.xsd`. All mistakes are told at once, each with its place.
public enum CatalogueReader {
  /// Reads a document.
  ///
  /// - Parameter file: the name by which findings tell the file.
  public static func read(_ bytes: [UInt8], file: String) -> CatalogueReading {
    var reading = DocumentReading(.catalogue, file: file)
    let document = reading.root(of: bytes).flatMap { catalogue($0, &reading) }
    return CatalogueReading(
      catalogue: reading.findings.refuse ? nil : document, findings: reading.findings.list)
  }

  private static func catalogue(_ root: XMLElement, _ reading: inout DocumentReading) -> CatalogueDocument? {
    reading.refuseUnknown(root, attributes: ["code"], children: ["title", "standard", "course"])
    let code: CatalogueCode? = reading.code("code", of: root)
    let titles = reading.wordings("title", of: root)
    let standards = root.children("standard").compactMap { standard($0, &reading) }
    let courses = root.children("course").compactMap { course($0, standards, &reading) }
    refuseRepeated(standards.map(\.code), &reading)
    refuseRepeated(courses.map(\.code), &reading)
    refuseRepeated(courses.map(\.package), &reading)
    if root.child("course") == nil {
      reading.findings.report(.catalogueCoursesMissing, "the catalogue has no course", at: root)
    }
    return code.map {
      CatalogueDocument(code: $0, titles: titles, standards: standards, courses: courses)
    }
  }

  private static func standard(
    _ element: XMLElement, _ reading: inout DocumentReading
  ) -> CatalogueDocument.Standard? {
    reading.refuseUnknown(element, attributes: ["code", "file"], children: [])
    let code = reading.stated("code", of: element, expected: "a code") { StandardEditionCode($0) }
    let file = reading.value("file", of: element, expected: expectedPath, path)
    guard let code, let file else { return nil }
    return CatalogueDocument.Standard(code: code, file: file)
  }

  private static func course(
    _ element: XMLElement, _ standards: [CatalogueDocument.Standard], _ reading: inout DocumentReading
  ) -> CatalogueDocument.Course? {
    reading.refuseUnknown(
      element, attributes: ["code", "package", "passing-score"], children: ["teaches"])
    let code = reading.stated("code", of: element, expected: "a code") { CourseCode($0) }
    let package = reading.stated("package", of: element, expected: expectedPath, path)
    let score = reading.optional(
      "passing-score", of: element, expected: "a decimal number from 0 to 1", scaledScore)
    let teaches = element.children("teaches").compactMap { mapping($0, standards, &reading) }
    refuseRepeated(teaches, &reading)
    guard let code, let package else { return nil }
    return CatalogueDocument.Course(
      code: code, package: package, passingScore: score.map { element.stating($0, "passing-score") },
      teaches: teaches)
  }

  private static func mapping(
    _ element: XMLElement, _ standards: [CatalogueDocument.Standard], _ reading: inout DocumentReading
  ) -> Stated<StandardMapping>? {
    reading.refuseUnknown(element, attributes: ["standard", "item"], children: [])
    let standard: StandardEditionCode? = reading.code("standard", of: element)
    let item: StandardItemCode? = reading.code("item", of: element)
    guard let standard, let item else { return nil }
    guard standards.contains(where: { $0.code.value == standard }) else {
      reading.findings.report(
        .catalogueStandardUnnamed, "the catalogue names no standard \(standard)", at: element,
        attribute: "standard", text: standard.text)
      return nil
    }
    return element.stating(StandardMapping(edition: standard, item: item), "item")
  }

  private static func refuseRepeated<Value>(_ values: [Stated<Value>], _ reading: inout DocumentReading) {
    var places: [Value: Place] = [:]
    for value in values {
      if let first = places[value.value] {
        reading.findings.report(
          .catalogueRepeated, "the same \(value.name) stands at \(first) already", place: value.place)
      } else {
        places[value.value] = value.place
      }
    }
  }

  private static let expectedPath = "a path like lessons/one, with “../” only at its beginning"

  /// A relative path of plain names, which may begin with one `../`.
  private static func path(_ text: String) -> String? {
    var steps = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...]
    if steps.count > 1, steps.first?.elementsEqual("..".utf8) == true { steps = steps.dropFirst() }
    return steps.allSatisfy { Code<CatalogueDocument>(Substring($0)) != nil } ? text : nil
  }
}

/// A scaled score that can be asked for: an exact decimal from 0 to 1.
func scaledScore(_ text: String) -> ExactDecimal? {
  guard let score = ExactDecimal(text), ExactDecimal(0) <= score, score <= ExactDecimal(1) else { return nil }
  return score
}

extension DocumentFormat {
  static let catalogue = DocumentFormat(root: "catalogue", namespace: RegistrarNamespace.catalogue)
}

extension FindingCode {
  static let catalogueCoursesMissing = FindingCode(
    "catalogue.courses.missing", .error, "A catalogue offers one course at least.",
    fix: "Add a course element.")
  static let catalogueRepeated = FindingCode(
    "catalogue.repeated", .error, "Two parts of the catalogue have the same code, package or item.",
    fix: "Keep one of them, or correct what is the same.")
  static let catalogueStandardUnnamed = FindingCode(
    "catalogue.standard.unnamed", .error,
    "A course teaches an item of a standard that the catalogue does not name.",
    fix: "Add a standard element with its file, or correct the code.")

  static let catalogueCodes = [catalogueCoursesMissing, catalogueRepeated, catalogueStandardUnnamed]
}
