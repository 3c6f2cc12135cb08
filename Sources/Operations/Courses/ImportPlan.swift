public import Catalogue
public import ContentPackaging
internal import Cryptography
public import Values

/// What an import does to the records, worked out before it is done.
public struct ImportPlan: Sendable, Hashable {
  /// The step.
  public enum Step: Sendable, Hashable {
    case newCourse(CourseCode)
    case newVersion(of: CourseCode, number: Int)
    /// The very same content is there already.
    case unchanged(CourseCode, number: Int)

    /// Whether a version is made, which then names what was kept.
    var makesVersion: Bool {
      switch self {
      case .newCourse, .newVersion: true
      case .unchanged: false
      }
    }
  }

  public let step: Step
  /// The language of the variant that a version belongs to; nil for the course as it came first.
  public let variant: LanguageTag?
  /// How many enrolments are open on the course: above 0, a new version needs the plan to be agreed to.
  public let openEnrolments: Int
  /// How many certificates that are in force, or suspended, rest on a version of the course.
  public let certificates: Int
  /// How the activities of a new version differ from those of the latest of its variant; those of a variant's first
  /// version, from those of the course as it came first.
  public let changes: [ActivityChange]
  /// How its files differ, likewise.
  public let files: FileChanges
  /// What somebody should look at before the plan is carried out.
  public let findings: [Finding]
  /// Stands for this plan on these records: it differs once either changes.
  public let hash: String

  /// The plan where there are no records yet. Throws where the package is to be a variant of a course: there is none.
  init(forFirst package: ReadPackage, _ request: ImportRequest) throws {
    if let variant = request.variant { throw NotFound(.course, variant.course.description) }
    let stem = ImportPlan.codeStem(package.structure.title.text())
    try self.init(.newCourse(request.code ?? known(CourseCode(stem))), of: package)
  }

  init(for package: ReadPackage, _ request: ImportRequest, in records: any Records) throws {
    let wanted = try request.variant.map { ($0, try records.course(named: $0.course)) }
    if let version = try records.version(contentDigest: package.contentDigest) {
      let course = try records.course(named: .id(version.course))
      if let (variant, named) = wanted { try variant.requireSame(version, of: course, as: named) }
      try self.init(.unchanged(course.code, number: version.number), variant: version.variant, of: package)
    } else if let (course, variant) = try wanted.map({ ($1, $0.language) })
      ?? ImportPlan.course(of: package.structure, in: records)
    {
      try self.init(variant, of: course, by: package, isNamed: wanted != nil, in: records)
    } else {
      let code = try ImportPlan.freeCode(request.code, for: package.structure, in: records)
      try self.init(.newCourse(code), of: package)
    }
  }

  /// A new version of a course that is there.
  private init(
    _ variant: LanguageTag?, of course: Course, by package: ReadPackage, isNamed: Bool,
    in records: any Records
  ) throws {
    let versions = try records.versions(of: course.id)
    if isNamed { try LanguageVariant.requireOther(than: versions, variant, of: course) }
    let before = versions.latest(of: variant) ?? versions.latest(of: nil)
    try self.init(
      .newVersion(of: course.code, number: (versions.last?.number ?? 0) + 1), variant: variant, of: package,
      dependents: (records.openEnrolments(of: course.id), records.liveCertificates(of: course.id)),
      changes: before?.structure.changes(to: package.structure) ?? [],
      files: FileChanges(from: before.map { try records.files(of: $0.id) } ?? [], to: package.files),
      findings: isNamed ? [] : package.structure.otherLanguage(than: before))
  }

  private init(
    _ step: Step, variant: LanguageTag? = nil, of package: ReadPackage,
    dependents: (enrolments: Int, certificates: Int) = (0, 0), changes: [ActivityChange] = [],
    files: FileChanges = .none, findings: [Finding] = []
  ) throws {
    self.step = step
    self.variant = variant
    (openEnrolments, certificates) = dependents
    self.changes = changes
    self.files = files
    self.findings = findings
    hash = try ImportPlan.hash(step, variant, dependents, package.contentDigest)
  }

  /// The changes follow from the step, which names the latest version, and from the content.
  private static func hash(
    _ step: Step, _ variant: LanguageTag?, _ dependents: (enrolments: Int, certificates: Int),
    _ contentDigest: String
  ) throws -> String {
    let language = variant.map { " \($0)" } ?? ""
    let plan = Array(
      "\(step)\(language) \(dependents.enrolments) \(dependents.certificates) \(contentDigest)".utf8)
    return String(try SHA256.digest(of: plan).hexadecimal.prefix(16))
  }

  /// The course, and the language variant of it, that a package is a new version of.
  ///
  /// A cmi5 identifier is an IRI and names one course, where that has variants under the same one, the course as it came
  /// first unless the title is that of a variant. Identifiers of the others are often the tool's default, so there the
  /// title must be the same too; otherwise it is a course of its own.
  private static func course(
    of structure: CourseStructure, in records: any Records
  ) throws -> (Course, LanguageTag?)? {
    let (identifier, family) = (structure.publisherIdentifier, structure.format.family)
    let courses = try records.courses(publisherIdentifier: identifier, family: family)
    if let course = courses.first(where: { $0.title == structure.title }) { return (course, nil) }
    let variants = try records.versionsOfVariants(publisherIdentifier: identifier, family: family)
    if let variant = variants.last(where: { $0.structure.title == structure.title }) {
      return (try records.course(named: .id(variant.course)), variant.variant)
    }
    switch structure.format {
    case .cmi5:
      if let course = courses.first { return (course, nil) }
      return try variants.last.map { (try records.course(named: .id($0.course)), $0.variant) }
    case .scorm12, .scorm2004, .contentPackaging, .commonCartridge, .tincan, .aicc: return nil
    }
  }

  private static func freeCode(
    _ wanted: CourseCode?, for structure: CourseStructure, in records: any Records
  ) throws -> CourseCode {
    if let wanted {
      guard try records.course(wanted) == nil else { throw AlreadyExists(.course, wanted.description) }
      return wanted
    }
    let stem = codeStem(structure.title.text())
    for number in 1... {
      guard let code = CourseCode(number == 1 ? stem : "\(stem)-\(number)") else { break }
      if try records.course(code) == nil { return code }
    }
    throw UnusableValue(field: "code", value: stem, expected: "a code that is free")
  }

  /// The title's ASCII letters and digits, other runs of characters as one hyphen, 40 characters at the most.
  private static func codeStem(_ title: String) -> String {
    var stem: [UInt8] = []
    for octet in title.utf8 where stem.count < 40 {
      let isPlain = (0x30...0x39).contains(octet) || (0x41...0x5A).contains(octet & 0xDF)
      if isPlain {
        stem.append(octet)
      } else if let last = stem.last, last != UInt8(ascii: "-") {
        stem.append(UInt8(ascii: "-"))
      }
    }
    if stem.last == UInt8(ascii: "-") { stem.removeLast() }
    return stem.isEmpty ? "course" : String(decoding: stem, as: UTF8.self)
  }
}

/// How many files two versions of a course do not share.
public struct FileChanges: Sendable, Hashable {
  public let added: Int
  public let removed: Int
  /// Files under the same path with other content.
  public let changed: Int

  static let none = FileChanges(from: [], to: [])

  init(from before: [PackageFile], to after: [PackageFile]) {
    let known = Dictionary(before.map { ($0.path, $0.digest) }) { first, _ in first }
    let remaining = Set(after.map(\.path))
    added = after.count { known[$0.path] == nil }
    removed = before.count { !remaining.contains($0.path) }
    changed = after.count { file in known[file.path].map { $0 != file.digest } ?? false }
  }
}
