import Catalogue
import Certification
import Enrolment
import People
import Reports
import Values

/// Small facts for the tests: whatever a row does not speak of has one plain value.
enum Facts {
  static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw NotReadable(text: text) }
    return day
  }

  static func code<Subject>(_ text: String) throws -> Code<Subject> {
    guard let code = Code<Subject>(text) else { throw NotReadable(text: text) }
    return code
  }

  static func id<Subject>(_ number: Int) -> Identifier<Subject> {
    Identifier(UUID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0000 | UInt64(number)))
  }

  /// A Member with a number for its identity; its code is `M` and the number.
  static func member(_ number: Int, _ region: Region = .esa) throws -> PartyLabel {
    PartyLabel(
      id: id(number), code: try code("M\(number)"), name: LocalizedText("Member \(number)"), region: region)
  }

  /// A donor with a number for its identity; its code is `D` and the number.
  static func donor(_ number: Int) throws -> PartyLabel {
    PartyLabel(
      id: id(number), code: try code("D\(number)"), name: LocalizedText("Donor \(number)"), region: nil)
  }

  static func party(_ number: Int, _ kind: Party.Kind) throws -> Party {
    guard let validity = DayRange(from: try day("2000-01-01"), to: nil) else { throw NotReadable(text: "") }
    return try Party(
      id: id(number), code: try code("P\(number)"), kind: kind, names: LocalizedText("Party \(number)"),
      region: kind.hasRegion ? .esa : nil, validity: validity)
  }

  static func parameters(
    _ audience: ReportAudience, party: Party? = nil, from: String = "2026-01-01", to: String = "2026-12-31"
  ) throws -> ReportParameters {
    guard let period = DayRange(from: try day(from), to: try day(to)),
      let cutOff = Instant("2027-01-15T12:00:00Z")
    else { throw NotReadable(text: "\(from) to \(to)") }
    return try ReportParameters(
      audience: audience, party: party, period: period, timeZone: "UTC", cutOff: cutOff)
  }

  static func enrolment(
    _ person: Int, _ state: EnrolmentState = .completed, name: String? = nil, sex: Person.Sex = .female,
    party: PartyLabel? = nil, groups: Set<PartyGroupCode> = [], role: RoleLevel? = .operationalManager,
    course: Int = 1, version: Int = 1,
    host: PartyID? = nil, donors: [Int] = [7], session: String = "S1", mode: Session.Mode = .faceToFace,
    language: LanguageTag = .english,
    passed: Bool = false, attended: Bool? = nil, certified: Bool = false, on day: String = "2026-03-01",
    ended: String? = nil
  ) throws -> EnrolmentFact {
    let hasAttended = attended ?? [.started, .completed, .failed].contains(state)
    return EnrolmentFact(
      person: id(person), name: name.map { .known($0) }, sex: sex, party: party, groups: groups,
      roleLevel: role,
      course: CourseLabel(
        id: id(course), code: try code("C\(course)"), title: LocalizedText("Course \(course)")),
      version: id(version), session: try code(session), host: host,
      donors: Set(try donors.map(donor)), mode: mode,
      language: language, state: state,
      facts: EnrolmentFacts(hasAttended: hasAttended, isPassed: passed), isCertified: certified,
      enrolledOn: try Facts.day(day), startedOn: nil, endedOn: try ended.map(Facts.day))
  }

  static func certificate(
    _ serial: Int, person: Int, name: String? = nil, party: PartyLabel? = nil, issuer: Int = 900,
    donors: Set<PartyID> = [id(7)],
    issued: String = "2026-03-01", lastDay: String? = nil, _ state: CertificateState = .issued,
    since: String? = nil, replacing: String? = nil, isRenewal: Bool = false, firstDay: String? = nil,
    wasSuspended: Bool = false, scheme: String = "TTT"
  ) throws -> CertificateFact {
    let identity: SchemeID = id(scheme == "TTT" ? 1 : 2 + (Int(scheme.dropFirst()) ?? 0))
    let scheme: SchemeCode = try code(scheme)
    return CertificateFact(
      number: CertificateNumber(scheme: scheme, year: 2026, serial: serial), person: id(person),
      name: name.map { .known($0) },
      party: party, issuer: id(issuer), donors: donors,
      scheme: SchemeLabel(id: identity, code: scheme, title: LocalizedText("Train the Trainers")),
      kind: .achievement, issuedOn: try day(issued), replacingSince: try replacing.map(day),
      isRenewal: isRenewal, firstDay: try firstDay.map(day), lastDay: try lastDay.map(day), state: state,
      stateSince: try day(since ?? replacing ?? issued), wasSuspended: wasSuspended)
  }

  static func report(
    _ parameters: ReportParameters, _ enrolments: [EnrolmentFact] = [],
    _ certificates: [CertificateFact] = [],
    _ coverage: [CoverageFact] = []
  ) -> CertificationReport {
    var builder = CertificationReportBuilder(parameters)
    for fact in enrolments { builder.add(fact) }
    for fact in certificates { builder.add(fact) }
    for fact in coverage { builder.add(fact) }
    return builder.finish()
  }

  /// An edition with two levels and three kinds, some of it covered.
  static func standard() throws -> [CoverageFact] {
    let levels: [RoleLevel] = [.operationalManager, .strategicManager]
    return try levels.flatMap { level in
      try RequirementKind.allCases.flatMap { kind in
        try (0..<4).map { number in
          let isCovered = level == .operationalManager ? number < 3 : kind == .skill && number == 0
          return CoverageFact(
            edition: try code("E-2026"),
            item: StandardItem(
              code: try code("\(level.rawValue)-\(kind.rawValue)-\(number)"), level: level, kind: kind,
              titles: LocalizedText("Item \(number)")),
            publishedVersions: isCovered ? [id(number + 1)] : [], publishedCourses: isCovered ? 1 : 0,
            otherVersions: [])
        }
      }
    }
  }

  struct NotReadable: Error {
    let text: String
  }
}

extension CertificationReport {
  /// A block's rows as one text each, the cells parted by spaces; labels are left out.
  func lines(_ name: BlockName) -> [String] {
    block(name).map { $0.lines($0.rows) } ?? ["no such block"]
  }

  /// A block's total as one text.
  func totalLine(_ name: BlockName) -> String? {
    block(name).flatMap { block in block.total.map { block.lines([$0])[0] } }
  }
}

extension ReportBlock {
  func lines(_ rows: [[ReportCell]]) -> [String] {
    rows.map { row in
      zip(columns, row).filter { $0.0.kind != .text }.map { $0.1.shortText }.joined(separator: " ")
    }
  }
}

extension ReportCell {
  var shortText: String {
    switch self {
    case .code(let text), .text(let text): text
    case .day(let day): day.description
    case .count(let count): String(count)
    case .percent(let tenths, let base): "\(tenths)/\(base)"
    case .mean(let hundredths, let base): "\(hundredths)/\(base)"
    case .suppressed: "*"
    case .empty: "-"
    }
  }
}
