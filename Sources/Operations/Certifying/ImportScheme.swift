internal import Catalogue
public import Certification
public import ContentPackaging
internal import People
internal import RegistrarXML
public import Values

/// What came of a scheme's XML.
public struct SchemeReport: Sendable {
  /// The scheme as it stands now; nil where the file is refused, and in a dry run that would make it.
  public let scheme: Scheme?
  /// Whether it is, or would be, taken.
  public let isAccepted: Bool
  /// The numbers of the versions that were, or would be, added; none where all are there already.
  public let addedVersions: [Int]
  public let findings: [Finding]
}

extension Registrar {
  /// Opens the scheme that XML of `Schemas/xsd/scheme.xsd` describes, or adds to it the versions that are not recorded
  /// yet. The second time nothing is changed; a version that is recorded is never edited.
  ///
  /// - Parameter name: the name that findings are given under.
  public func importScheme(
    _ bytes: [UInt8], name: String, isDryRun: Bool = false, as principal: Principal,
    on terms: Terms<SchemeReport> = .none
  ) throws -> SchemeReport {
    try permit(isDryRun ? .readRecords : ImportScheme.right, to: principal, doing: "import scheme")
    let reading = SchemeReader.read(bytes, file: name)
    guard let document = reading.scheme else {
      return SchemeReport(scheme: nil, isAccepted: false, addedVersions: [], findings: reading.findings)
    }
    let request = ImportScheme(document: document, name: name)
    return try isDryRun
      ? answer(PlanScheme(request: request), as: principal)
      : perform(request, as: principal, on: terms)
  }
}

/// Carries out what a scheme's XML adds.
struct ImportScheme: Change {
  static let right = Right.changeRecords

  let document: SchemeDocument
  let name: String

  func carryOut(_ work: Work) throws -> SchemeReport {
    let plan = try plan(in: work.records, work.calendar, at: work.now)
    guard plan.isAccepted else { return plan }
    for number in plan.addedVersions { try add(document.versions[number - 1], work) }
    return SchemeReport(
      scheme: try work.records.scheme(document.code.value), isAccepted: true,
      addedVersions: plan.addedVersions, findings: plan.findings)
  }

  private func add(_ version: SchemeDocument.Version, _ work: Work) throws {
    let rules = AddScheme.Rules(
      kind: version.kind, course: .code(version.course.value), minimumScore: version.minimumScore,
      minimumTrust: version.minimumTrust, prerequisites: version.prerequisites.map { .code($0.value) },
      decision: version.decision, validity: version.validity,
      renewal: version.renewal?.naming { .code($0.value) }, timeZone: version.timeZone.value,
      attests: version.attests.map(\.claim), stages: version.stages.map { $0.naming { .code($0.value) } })
    if version.number.value == 1 {
      _ = try AddScheme(
        code: document.code.value, titles: document.titles, issuer: .code(document.issuer.value),
        rules: rules
      ).carryOut(work)
    } else {
      _ = try ReviseScheme(scheme: .code(document.code.value), rules: rules).carryOut(work)
    }
  }

  /// What would be added, and what stands against it.
  func plan(in records: any Records, _ calendar: Calendar, at now: Instant) throws -> SchemeReport {
    let recorded = try records.scheme(document.code.value)
    var findings = try recorded.map { try differences(from: $0, in: records) } ?? []
    if try records.party(document.issuer.value) == nil {
      findings.append(
        finding(.schemeIssuerUnknown, "there is no organisation “\(document.issuer.value)”", document.issuer))
    }
    for course in document.versions.flatMap(\.courses) where try records.course(course.value) == nil {
      findings.append(finding(.schemeCourseUnknown, "there is no course “\(course.value)”", course))
    }
    for version in document.versions where try !calendar.knows(version.timeZone.value, at: now) {
      findings.append(
        finding(
          .schemeTimeZoneUnknown, "there is no time zone “\(version.timeZone.value)”", version.timeZone))
    }
    for claim in document.versions.flatMap(\.attests) {
      if let gap = try records.gap(in: claim.claim) { findings.append(finding(gap, claim)) }
    }
    let known = recorded?.versions.count ?? 0
    findings += try objectionsToPrerequisites(in: records, behind: known)
    return SchemeReport(
      scheme: recorded, isAccepted: findings.isEmpty,
      addedVersions: document.versions.map(\.number.value).filter { $0 > known }, findings: findings)
  }

  /// That a scheme is not there which a version requires, or that one that would be added leads back to its own scheme.
  private func objectionsToPrerequisites(in records: any Records, behind known: Int) throws -> [Finding] {
    var findings: [Finding] = []
    for required in document.versions.flatMap(\.prerequisites)
    where try records.scheme(required.value) == nil {
      findings.append(
        finding(.schemePrerequisiteUnknown, "there is no scheme “\(required.value)”", required))
    }
    for required in document.versions.dropFirst(known).flatMap(\.prerequisites) {
      do {
        try records.refuseCircle(of: document.code.value, requiring: [required.value])
      } catch let circle as PrerequisiteCircle {
        findings.append(finding(.schemePrerequisiteCircle, circle.explanation.message, required))
      }
    }
    return findings
  }

  private func differences(from recorded: Scheme, in records: any Records) throws -> [Finding] {
    var findings: [Finding] = []
    let issuer = try records.party(named: .id(recorded.issuer)).code
    if recorded.titles != document.titles || issuer != document.issuer.value {
      findings.append(
        finding(
          .schemeDiffers, "scheme \(recorded.code) is recorded with other titles or issuer", document.code))
    }
    for (stated, version) in zip(document.versions, recorded.versions) {
      guard try !stated.says(version, naming: { try records.course(named: .id($0)).code }) else { continue }
      findings.append(
        finding(.schemeDiffers, "version \(version.number) is recorded with other rules", stated.number))
    }
    return findings
  }

  private func finding(_ gap: StandardGap, _ claim: SchemeDocument.Claim) -> Finding {
    let message = gap.explanation.message
    return switch gap {
    case .edition: finding(.schemeStandardUnknown, message, claim.edition)
    case .item: finding(.schemeItemUnknown, message, claim.item)
    case .depth:
      Finding(.schemeDepthUnknown, message, file: name, place: claim.depth?.place ?? claim.item.place)
    }
  }

  private func finding<Value>(_ code: FindingCode, _ message: String, _ stated: Stated<Value>) -> Finding {
    Finding(code, message, file: name, place: stated.place)
  }
}

/// Works out what a scheme's XML would add.
struct PlanScheme: Inquiry {
  static let right: Right? = .readRecords

  let request: ImportScheme

  func answer(_ reading: Reading) throws -> SchemeReport {
    try request.plan(in: reading.records, reading.calendar, at: reading.now)
  }
}

extension SchemeDocument.Version {
  /// Every course that it names.
  fileprivate var courses: [Stated<CourseCode>] {
    guard case .refresher(let refresher, _) = renewal?.evidence else {
      return [course] + stages.map(\.course)
    }
    return [course, refresher] + stages.map(\.course)
  }

  /// Whether it states the rules of a recorded version.
  fileprivate func says(
    _ version: SchemeVersion, naming course: (CourseID) throws -> CourseCode
  ) rethrows -> Bool {
    let renewal = try version.renewal?.naming(course)
    return try kind == version.kind && self.course.value == course(version.course)
      && self.renewal?.naming(\.value) == renewal && minimumScore == version.minimumScore
      && minimumTrust == version.minimumTrust && prerequisites.map(\.value) == version.prerequisites
      && decision == version.decision && validity == version.validity
      && timeZone.value == version.timeZone && attests.map(\.claim) == version.attests
      && stages.map { $0.naming(\.value) } == version.stages.map { try $0.naming(course) }
  }
}

/// A scheme as XML of `Schemas/xsd/scheme.xsd`, with all its versions.
public struct ExportScheme: Inquiry {
  public static let right: Right? = .readRecords

  public let scheme: Reference<Scheme>

  public init(_ scheme: Reference<Scheme>) {
    self.scheme = scheme
  }

  public func answer(_ reading: Reading) throws -> [UInt8] {
    let records = reading.records
    let scheme = try records.scheme(named: scheme)
    return SchemeWriter.write(
      SchemeDocument(
        code: Stated(scheme.code), titles: scheme.titles,
        issuer: Stated(try records.party(named: .id(scheme.issuer)).code),
        versions: try scheme.versions.map { version in
          SchemeDocument.Version(
            number: Stated(version.number), kind: version.kind,
            course: Stated(try records.course(named: .id(version.course)).code),
            minimumScore: version.minimumScore, minimumTrust: version.minimumTrust,
            prerequisites: version.prerequisites.map { Stated($0) },
            decision: version.decision, validity: version.validity,
            renewal: try version.renewal?.naming { Stated(try records.course(named: .id($0)).code) },
            timeZone: Stated(version.timeZone),
            attests: version.attests.map { SchemeDocument.Claim($0) },
            stages: try version.stages.map {
              try $0.naming { Stated(try records.course(named: .id($0)).code) }
            })
        }))
  }
}

extension FindingCode {
  static let schemeDiffers = FindingCode(
    "scheme.differs", .error,
    "The scheme is recorded, and the file says otherwise. What certificates were issued under is never edited.",
    fix: "Add another version behind those that are recorded, or choose another code.")
  static let schemeIssuerUnknown = FindingCode(
    "scheme.issuer.unknown", .error, "No organisation of this code is recorded.",
    fix: "Correct the code, or enter the organisation first.")
  static let schemeCourseUnknown = FindingCode(
    "scheme.course.unknown", .error, "No course of this code is recorded.",
    fix: "Correct the code, or import the course first.")
  static let schemeTimeZoneUnknown = FindingCode(
    "scheme.time-zone.unknown", .error, "No time zone of this name is known on this machine.",
    fix: "Name a zone of the time zone database, as Africa/Nairobi.")

  static let schemeStandardUnknown = FindingCode(
    "scheme.standard.unknown", .error, "No edition of a standard of this code is recorded.",
    fix: "Correct the code, or load the edition first.")
  static let schemeItemUnknown = FindingCode(
    "scheme.item.unknown", .error, "The edition has no item of this code.",
    fix: "Correct the code: the edition has items of its own.")
  static let schemeDepthUnknown = FindingCode(
    "scheme.depth.unknown", .error, "The edition has no depth of this code.",
    fix: "Name one of the edition's own depths, or leave the depth out.")

  static let schemePrerequisiteUnknown = FindingCode(
    "scheme.prerequisite.unknown", .error, "No scheme of this code is recorded.",
    fix: "Correct the code, or import the scheme that is required first.")
  static let schemePrerequisiteCircle = FindingCode(
    "scheme.prerequisite.circle", .error, "A scheme that is required leads back to this one.",
    fix: "Leave it out: nobody could earn the first certificate.")

  /// Every code of this kind, for `registrar explain`.
  public static let schemePlanCodes: [FindingCode] = [
    schemeDiffers, schemeIssuerUnknown, schemeCourseUnknown, schemeTimeZoneUnknown,
    schemePrerequisiteUnknown, schemePrerequisiteCircle, schemeStandardUnknown, schemeItemUnknown,
    schemeDepthUnknown,
  ]
}
