public import Catalogue
public import Values

/// Publishes an accepted version for use; the version of the same language variant published before is superseded.
/// Enrolments stay on theirs.
public struct PublishVersion: Change {
  public static let right = Right.changeRecords

  public let course: Reference<Course>
  /// Which version; nil for the latest.
  public let number: Int?
  /// The scaled score that a scored assessment of the whole course must reach; nil where activities decide.
  public let passingScore: ExactDecimal?

  public init(course: Reference<Course>, number: Int?, passingScore: ExactDecimal?) {
    self.course = course
    self.number = number
    self.passingScore = passingScore
  }

  public func carryOut(_ work: Work) throws -> CourseVersion {
    let course = try work.records.course(named: course)
    let version = try work.records.version(number, of: course)
    let state = try version.published()
    if let passingScore {
      guard let rule = PassRule(passingScore: passingScore) else {
        throw UnusableValue(
          field: "passingScore", value: passingScore.description, expected: "a scaled score from 0 to 1")
      }
      try work.records.setPassRule(rule, of: version.id)
    }
    try supersede(version.variant, of: course, work)
    try work.move(version, to: state, "course publish")
    return try work.records.version(identified: version.id)
  }

  private func supersede(_ variant: LanguageTag?, of course: Course, _ work: Work) throws {
    if let version = try work.records.versions(of: course.id).published(of: variant) {
      try work.move(version, to: version.state.after(.supersede), "course supersede")
    }
  }
}

extension Work {
  func move(
    _ version: CourseVersion, to state: CourseVersionState, _ action: String, reason: String? = nil
  ) throws {
    try records.append(CourseVersionTransition(version: version.id, at: now, to: state))
    try note(
      action, .courseVersion, version.id.uuid, reason: reason,
      [FieldChange("state", from: version.state.rawValue, to: state.rawValue)])
  }
}

/// States that a version teaches items of one edition of a standard.
public struct MapVersion: Change {
  public static let right = Right.changeRecords

  public let course: Reference<Course>
  public let number: Int?
  public let edition: StandardEditionCode
  public let items: [StandardItemCode]

  public init(
    course: Reference<Course>, number: Int?, edition: StandardEditionCode, items: [StandardItemCode]
  ) {
    self.course = course
    self.number = number
    self.edition = edition
    self.items = items
  }

  public func carryOut(_ work: Work) throws -> CourseVersion {
    let course = try work.records.course(named: course)
    let version = try work.records.version(number, of: course)
    let edition = try work.records.standardEdition(named: edition)
    let known = Set(edition.items.map(\.code))
    for item in items {
      guard known.contains(item) else {
        throw UnusableValue(field: "item", value: item.description, expected: "an item of \(edition.code)")
      }
      let mapping = StandardMapping(edition: edition.code, item: item)
      guard !version.mapping.contains(mapping) else { continue }
      try work.records.insert(mapping, of: version.id, at: work.now)
      try work.note(
        "course map", .courseVersion, version.id.uuid,
        [FieldChange("mapping", from: nil, to: "\(edition.code) \(item)")])
    }
    return try work.records.version(identified: version.id)
  }
}

/// The courses, in the order of their codes.
public struct ListCourses: Inquiry {
  public static let right: Right? = .readReference

  /// Only those that this catalogue offers.
  public let catalogue: CatalogueCode?
  public let page: PageRequest

  public init(catalogue: CatalogueCode? = nil, page: PageRequest = PageRequest()) {
    self.catalogue = catalogue
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Course> {
    let catalogue = try catalogue.map { try reading.records.catalogue(named: $0).id }
    return try reading.records.courses(in: catalogue, page: page)
  }
}

/// A course with all its versions.
public struct ShowCourse: Inquiry {
  public static let right: Right? = .readReference

  /// What is known of one course.
  public struct Answer: Sendable {
    public let course: Course
    public let versions: [CourseVersion]
    /// What the IRIs of activities begin with.
    public let origin: String
  }

  public let course: Reference<Course>

  public init(_ course: Reference<Course>) {
    self.course = course
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let course = try reading.records.course(named: course)
    return Answer(
      course: course, versions: try reading.records.versions(of: course.id), origin: reading.origin)
  }
}

/// A course's versions, by number.
public struct ListVersions: Inquiry {
  public static let right: Right? = .readReference

  public let course: Reference<Course>
  public let page: PageRequest

  public init(course: Reference<Course>, page: PageRequest = PageRequest()) {
    self.course = course
    self.page = page
  }

  /// The page, and what the IRIs of activities begin with.
  public func answer(_ reading: Reading) throws -> (origin: String, page: Page<CourseVersion>) {
    let course = try reading.records.course(named: course)
    let versions = try reading.records.versions(of: course.id)
    return (reading.origin, try page.page(of: versions) { String($0.number) })
  }
}

/// One version of a course.
public struct ShowVersion: Inquiry {
  public static let right: Right? = .readReference

  public let course: Reference<Course>
  public let number: Int

  public init(course: Reference<Course>, number: Int) {
    self.course = course
    self.number = number
  }

  /// The version, and what the IRIs of activities begin with.
  public func answer(_ reading: Reading) throws -> (origin: String, version: CourseVersion) {
    let course = try reading.records.course(named: course)
    return (reading.origin, try reading.records.version(number, of: course))
  }
}
