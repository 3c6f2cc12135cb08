internal import Catalogue
internal import ContentPackaging
internal import RegistrarXML
internal import Values

/// Works out what a catalogue would change.
struct PlanCatalogue: Inquiry {
  static let requiredRight = Right.readRecords
  static let right: Right? = requiredRight

  let catalogue: ReadCatalogue

  init(_ catalogue: ReadCatalogue) {
    self.catalogue = catalogue
  }

  func answer(_ reading: Reading) throws -> CataloguePlan {
    try CataloguePlan(of: catalogue, in: reading.records)
  }
}

/// Carries out what a catalogue changes, in one transaction, each change as the operation of its name does it.
struct OpenCatalogue: Change {
  static let right = Right.changeRecords

  let catalogue: ReadCatalogue

  init(_ catalogue: ReadCatalogue) {
    self.catalogue = catalogue
  }

  func carryOut(_ work: Work) throws {
    let plan = try CataloguePlan(of: catalogue, in: work.records)
    guard !plan.findings.contains(where: { $0.severity == .error }) else { throw CatalogueStale() }
    for change in plan.changes { try carryOut(change, work) }
  }

  private func carryOut(_ change: CatalogueChange, _ work: Work) throws {
    switch change {
    case .addStandard(let code): try addStandard(code, work)
    case .open(let code):
      _ = try AddCatalogue(code: code, titles: catalogue.document.titles).carryOut(work)
    case .importVersion(let code, _):
      let request = ImportRequest(.path(""), code: code)
      _ = try StorePackage(package: package(of: code), request: request).carryOut(work)
    case .publish(let code, let number):
      let score = course(code).passingScore?.value
      _ = try PublishVersion(course: .code(code), number: number, passingScore: score).carryOut(work)
    case .map(let code, let mapping):
      _ = try MapVersion(
        course: .code(code), number: number(of: code, work), edition: mapping.edition, items: [mapping.item]
      ).carryOut(work)
    case .offer(let code):
      _ = try OfferCourse(course: .code(code), catalogue: catalogue.document.code).carryOut(work)
    }
  }

  private func addStandard(_ code: StandardEditionCode, _ work: Work) throws {
    for edition in catalogue.editions where edition.code == code {
      _ = try AddStandardEdition(
        code: edition.code, framework: edition.framework, year: edition.year, state: edition.state,
        titles: edition.titles, items: edition.items, depths: edition.depths
      ).carryOut(work)
    }
  }

  /// The number of the version that a course's package is.
  private func number(of code: CourseCode, _ work: Work) throws -> Int? {
    try work.records.version(contentDigest: package(of: code).contentDigest)?.number
  }

  private func course(_ code: CourseCode) -> CatalogueDocument.Course {
    guard let found = catalogue.document.courses.first(where: { $0.code.value == code }) else {
      preconditionFailure("a catalogue's plan speaks of the catalogue's courses")
    }
    return found
  }

  private func package(of code: CourseCode) -> ReadPackage {
    for (course, package) in zip(catalogue.document.courses, catalogue.packages)
    where course.code.value == code {
      return package
    }
    preconditionFailure("a catalogue's plan speaks of the catalogue's courses")
  }
}

/// The records, or the files beside the catalogue, changed between the plan and its carrying out, so that it no longer can
/// be.
struct CatalogueStale: Explainable, Hashable {
  var explanation: Explanation {
    Explanation(
      .conflict, "plan-stale",
      "the records or the files changed while the catalogue was imported; nothing was changed",
      remedy: "import it again")
  }
}
