public import Catalogue
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
  /// How many enrolments are open on the course: above 0, a new version needs the plan to be agreed to.
  public let openEnrolments: Int
  /// How many certificates that are in force, or suspended, rest on a version of the course.
  public let certificates: Int
  /// How the activities of a new version differ from those of the latest.
  public let changes: [ActivityChange]
  /// How the files of a new version differ from those of the latest.
  public let files: FileChanges
  /// Stands for this plan on these records: it differs once either changes.
  public let hash: String

  /// The plan where there are no records yet.
  init(forFirst package: ReadPackage, code: CourseCode?) throws {
    let stem = ImportPlan.codeStem(package.structure.title.text())
    step = .newCourse(code ?? known(CourseCode(stem)))
    openEnrolments = 0
    certificates = 0
    changes = []
    files = .none
    hash = try ImportPlan.hash(step, (0, 0), package.contentDigest)
  }

  init(for package: ReadPackage, code: CourseCode?, in records: any Records) throws {
    let digest = try package.contentDigest
    if let version = try records.version(contentDigest: digest) {
      let course = try records.course(named: .id(version.course))
      step = .unchanged(course.code, number: version.number)
      (openEnrolments, certificates, changes, files) = (0, 0, [], .none)
    } else if let course = try ImportPlan.course(of: package.structure, in: records) {
      let latest = try records.versions(of: course.id).last
      step = .newVersion(of: course.code, number: (latest?.number ?? 0) + 1)
      openEnrolments = try records.openEnrolments(of: course.id)
      certificates = try records.liveCertificates(of: course.id)
      changes = latest?.structure.changes(to: package.structure) ?? []
      files = try FileChanges(from: latest.map { try records.files(of: $0.id) } ?? [], to: package.files)
    } else {
      step = .newCourse(try ImportPlan.freeCode(code, for: package.structure, in: records))
      (openEnrolments, certificates, changes, files) = (0, 0, [], .none)
    }
    hash = try ImportPlan.hash(step, (openEnrolments, certificates), digest)
  }

  /// The changes follow from the step, which names the latest version, and from the content.
  private static func hash(
    _ step: Step, _ dependents: (enrolments: Int, certificates: Int), _ contentDigest: String
  ) throws -> String {
    let plan = Array("\(step) \(dependents.enrolments) \(dependents.certificates) \(contentDigest)".utf8)
    return String(try SHA256.digest(of: plan).hexadecimal.prefix(16))
  }

  /// The course that a package is a new version of.
  ///
  /// A cmi5 identifier is an IRI and names one course. Those of the others are often the tool's default, so
  /// there the title must be the same too; otherwise it is a course of its own.
  static func course(of structure: CourseStructure, in records: any Records) throws -> Course? {
    let candidates = try records.courses(
      publisherIdentifier: structure.publisherIdentifier, family: structure.format.family)
    switch structure.format {
    case .cmi5: return candidates.first
    case .scorm12, .scorm2004, .contentPackaging, .commonCartridge, .tincan, .aicc:
      return candidates.first { $0.title == structure.title }
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
