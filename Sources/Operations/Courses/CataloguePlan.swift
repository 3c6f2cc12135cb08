internal import Catalogue
public import ContentPackaging
internal import RegistrarXML
internal import Values

/// What a catalogue changes in the records, worked out before it is done.
struct CataloguePlan: Sendable {
  private(set) var changes: [CatalogueChange] = []
  private(set) var findings: [Finding] = []

  init(of catalogue: ReadCatalogue, in records: any Records) throws {
    let document = catalogue.document
    var items: Set<StandardMapping> = []
    for edition in catalogue.editions {
      let recorded = try records.standardEdition(edition.code)
      if recorded == nil { changes.append(.addStandard(edition.code)) }
      let codes = (recorded?.items ?? edition.items).map(\.code)
      items.formUnion(codes.map { StandardMapping(edition: edition.code, item: $0) })
    }
    let offered = try open(document, catalogue.name, in: records)
    for (course, package) in zip(document.courses, catalogue.packages) {
      var planning = CoursePlanning(course, package, name: catalogue.name)
      for taught in course.teaches where !items.contains(taught.value) {
        planning.find(
          .catalogueItemUnknown, "\(taught.value.edition) has no item \(taught.value.item)", taught)
      }
      try planning.plan(in: records)
      changes += planning.changes
      findings += planning.findings
      let isOffered = try records.course(course.code.value).map { offered.contains($0.id) } ?? false
      if !isOffered { changes.append(.offer(course.code.value)) }
    }
  }

  /// Opens the catalogue where there is none, and says which courses it offers already.
  private mutating func open(
    _ document: CatalogueDocument, _ name: String, in records: any Records
  ) throws -> [CourseID] {
    guard let recorded = try records.catalogue(document.code) else {
      changes.append(.open(document.code))
      return []
    }
    if recorded.titles != document.titles {
      findings.append(
        Finding(
          .catalogueTitlesDiffer, "catalogue \(recorded.code) is recorded with other titles, which stay",
          file: name))
    }
    return recorded.offers
  }
}

/// One course of a catalogue, held against the records.
private struct CoursePlanning {
  let course: CatalogueDocument.Course
  let package: ReadPackage
  let name: String
  var changes: [CatalogueChange] = []
  var findings: [Finding] = []

  init(_ course: CatalogueDocument.Course, _ package: ReadPackage, name: String) {
    self.course = course
    self.package = package
    self.name = name
  }

  mutating func find<Value>(_ code: FindingCode, _ message: String, _ stated: Stated<Value>) {
    findings.append(Finding(code, message, file: name, place: stated.place))
  }

  mutating func plan(in records: any Records) throws {
    let code = course.code.value
    let plan: ImportPlan
    do {
      plan = try ImportPlan(
        for: package, ImportRequest(.path(""), code: code), in: records)
    } catch let taken as AlreadyExists {
      return find(.catalogueCourseOther, taken.explanation.message, course.code)
    }
    switch plan.step {
    case .newCourse: planVersion(number: 1)
    case .newVersion(let recorded, let number):
      guard agrees(with: recorded) else { return }
      if plan.openEnrolments > 0 {
        let message = PlanNeeded(openEnrolments: plan.openEnrolments, hash: plan.hash).explanation.message
        find(.catalogueLearnersUnderWay, message, course.package)
      }
      planVersion(number: number)
    case .unchanged(let recorded, let number):
      guard agrees(with: recorded) else { return }
      try compare(records.version(number, of: records.course(named: .code(recorded))))
    }
  }

  /// The package must not belong to a course of another code.
  private mutating func agrees(with recorded: CourseCode) -> Bool {
    guard recorded != course.code.value else { return true }
    find(.catalogueCourseOther, "this package belongs to the course \(recorded) already", course.code)
    return false
  }

  private mutating func planVersion(number: Int) {
    let code = course.code.value
    refuseOutline(missingFiles: package.missingFiles)
    changes += [.importVersion(code, number: number), .publish(code, number: number)]
    changes += course.teaches.map { .map(code, $0.value) }
  }

  private mutating func refuseOutline(missingFiles: Int) {
    guard missingFiles > 0 else { return }
    let refusal = CourseVersionState.Refusal.outline(missingFiles: missingFiles)
    find(.catalogueOutline, refusal.explanation.message, course.package)
  }

  /// A version that is there already is published where it is not yet; what it was published with stays.
  private mutating func compare(_ version: CourseVersion) throws {
    let code = course.code.value
    switch version.state {
    case .accepted:
      refuseOutline(missingFiles: version.missingFiles)
      changes.append(.publish(code, number: version.number))
    case .published:
      if version.passRule.passingScore != course.passingScore?.value {
        find(
          .cataloguePassRuleDiffers,
          "version \(version.number) of \(code) is published with another rule, which stays",
          course.passingScore.map { Stated(code, name: $0.name, place: $0.place) } ?? course.code)
      }
    case .superseded, .retired:
      find(
        .catalogueVersionOld,
        "this is version \(version.number) of \(code), which is \(version.state.rawValue)",
        course.package)
    }
    let added = course.teaches.map(\.value).filter { !version.mapping.contains($0) }
    changes += added.map { .map(code, $0) }
  }
}

extension FindingCode {
  static let catalogueStandardOther = FindingCode(
    "catalogue.standard.other", .error,
    "The file of a standard holds another edition than the catalogue says.",
    fix: "Correct the standard's code or file.")
  static let catalogueItemUnknown = FindingCode(
    "catalogue.item.unknown", .error, "A course teaches an item that the edition does not have.",
    fix: "Correct the item's code.")
  static let catalogueTitlesDiffer = FindingCode(
    "catalogue.titles.differ", .warning, "A catalogue's titles stay as they were when it was opened.",
    fix: "Nothing has to be done; a catalogue of another name needs another code.")
  static let catalogueCourseOther = FindingCode(
    "catalogue.course.other", .error,
    "The records have this package under another course code, or this code for another package.",
    fix: "Correct the course's code in the catalogue.")
  static let catalogueLearnersUnderWay = FindingCode(
    "catalogue.learners-under-way", .error,
    "The package would be a new version of a course on which enrolments are open: that needs a plan that was looked at.",
    fix: "Import the package itself first, by its plan; then the catalogue.")
  static let catalogueOutline = FindingCode(
    "catalogue.outline", .error, "A package without its launch files cannot be published, nor offered.",
    fix: "Put the missing files into the package.")
  static let cataloguePassRuleDiffers = FindingCode(
    "catalogue.pass-rule.differs", .warning,
    "A version that is published keeps its rule for passing, so that the same work is judged alike.",
    fix: "Where another rule is meant, change the package: it becomes a version of its own.")
  static let catalogueVersionOld = FindingCode(
    "catalogue.version.old", .warning,
    "The version that the catalogue's package is was superseded by a later one, or retired.",
    fix: "Put the package that is in use into the catalogue's folder.")

  /// Every code of this kind, for `registrar explain`.
  public static let cataloguePlanCodes: [FindingCode] = [
    catalogueStandardOther, catalogueItemUnknown, catalogueTitlesDiffer, catalogueCourseOther,
    catalogueLearnersUnderWay, catalogueOutline, cataloguePassRuleDiffers, catalogueVersionOld,
  ]
}
