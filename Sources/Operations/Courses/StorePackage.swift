internal import Catalogue
internal import Values

/// Makes a package that was read a version of a course, in one transaction; the same content twice is one version.
struct StorePackage: Change {
  static let right = Right.changeRecords

  let package: ReadPackage
  let request: ImportRequest

  struct Outcome: Sendable {
    let plan: ImportPlan
    let version: CourseVersionID
  }

  func carryOut(_ work: Work) throws -> Outcome {
    let plan = try ImportPlan(for: package, request, in: work.records)
    try agree(plan)
    let version: CourseVersion
    switch plan.step {
    case .unchanged(let code, let number):
      version = try work.records.version(number, of: work.records.course(named: .code(code)))
    case .newVersion(let code, let number):
      version = try insertVersion(number, of: work.records.course(named: .code(code)), plan.variant, work)
    case .newCourse(let code):
      version = try insertVersion(1, of: insertCourse(code, work), nil, work)
    }
    if let catalogue = request.catalogue { try offer(version, in: catalogue, work) }
    return Outcome(plan: plan, version: version.id)
  }

  /// While learners are under way, a new version is made only by a plan that somebody has seen.
  private func agree(_ plan: ImportPlan) throws {
    if let hash = request.planHash, hash != plan.hash { throw PlanStale(given: hash) }
    if plan.openEnrolments > 0, request.planHash == nil {
      throw PlanNeeded(openEnrolments: plan.openEnrolments, hash: plan.hash)
    }
  }

  private func insertCourse(_ code: CourseCode, _ work: Work) throws -> Course {
    let structure = package.structure
    let course = Course(
      id: work.newIdentifier(), code: code, publisherIdentifier: structure.publisherIdentifier,
      title: structure.title)
    try work.records.insert(course, family: structure.format.family)
    try work.note(
      "course add", .course, course.id.uuid, [FieldChange("code", from: nil, to: code.description)])
    return course
  }

  private func insertVersion(
    _ number: Int, of course: Course, _ variant: LanguageTag?, _ work: Work
  ) throws -> CourseVersion {
    let version = CourseVersion(
      id: work.newIdentifier(), course: course.id, number: number, variant: variant,
      structure: package.structure,
      contentDigest: try package.contentDigest, missingFiles: package.missingFiles,
      passRule: .byActivities,
      mapping: [], state: .accepted)
    try work.records.insert(version, files: package.files, at: work.now)
    if let original = package.original { try work.records.insert(original, of: version.id) }
    try work.note(
      "course import", .courseVersion, version.id.uuid,
      [FieldChange("version", from: nil, to: String(number))]
        + (variant.map { [FieldChange("variant", from: nil, to: $0.text)] } ?? []))
    return version
  }

  private func offer(_ version: CourseVersion, in catalogue: CatalogueCode, _ work: Work) throws {
    if version.state == .accepted {
      let course = Reference<Course>.id(version.course)
      _ = try PublishVersion(course: course, number: version.number, passingScore: nil).carryOut(work)
    }
    _ = try OfferCourse(course: .id(version.course), catalogue: catalogue).carryOut(work)
  }
}

/// Learners are under way on the course; a new version asks for a plan that was agreed to.
public struct PlanNeeded: Explainable, Hashable {
  public let openEnrolments: Int
  public let hash: String

  public var explanation: Explanation {
    Explanation(
      .conflict, "plan-needed",
      "\(openEnrolments) enrolment\(openEnrolments == 1 ? " is" : "s are") open on this course; they stay on their version",
      remedy: .step(.agreeToPlan(hash: hash)))
  }
}

/// The plan that was agreed to no longer describes what would happen.
public struct PlanStale: Explainable, Hashable {
  public let given: String

  public var explanation: Explanation {
    Explanation(
      .conflict, "plan-stale", "plan \(given) no longer holds: the package or the records have changed",
      remedy: .step(.lookAtPlan), field: "apply")
  }
}
