internal import Catalogue
internal import Certification
internal import Enrolment
internal import People
internal import Values

/// What a demonstration stands on: parties, a standard, courses, schemes.
struct DemoGround: Sendable {
  let members: [PartyCode]
  let courses: [CourseCode]
  let schemes: [SchemeCode]
  /// Who delivers most sessions.
  let centre: PartyCode
  /// Who delivers every fifth, and issues the certificates of one scheme.
  let university: PartyCode
  /// Who pays for seats in every third session.
  let donor: PartyCode
  /// Under which it pays.
  let programme: FundingProgrammeCode
  let parties: Int
}

extension DemoGeneration {
  func layGround(_ work: Work) throws -> DemoGround {
    let centre = known(PartyCode("DEMO-RTC"))
    let university = known(PartyCode("DEMO-UNIVERSITY"))
    try addParty(DemoGeneration.issuer, .secretariat, "Demonstration Secretariat", nil, work)
    try addParty(centre, .rtc, "Demonstration Regional Training Centre", .ap, work)
    try addParty(university, .university, "Demonstration University", nil, work)
    let donor = known(PartyCode("DEMO-DONOR"))
    try addParty(donor, .donor, "Demonstration Donor", nil, work)
    let programme = try addProgramme(of: donor, work)
    let members = try (1...plan.members).map { number in
      let code = known(PartyCode("DEMO-M\(number)"))
      let region = Region.allCases[(number - 1) % Region.allCases.count]
      try addParty(
        code, .member, "Demonstration Member \(number)", region, work,
        groups: number.isMultiple(of: 3) ? [DemoGeneration.leastDeveloped] : [])
      return code
    }
    let edition = try addStandard(work)
    let courses = try DemoGeneration.courses.enumerated().map {
      try addCourse($0.offset, $0.element, edition, work)
    }
    let schemes = try courses.enumerated().map { number, course in
      try addScheme(number, for: course, by: number == 2 ? university : DemoGeneration.issuer, work)
    }
    return DemoGround(
      members: members, courses: courses, schemes: schemes, centre: centre, university: university,
      donor: donor, programme: programme, parties: members.count + 4)
  }

  private func addParty(
    _ code: PartyCode, _ kind: Party.Kind, _ name: String, _ region: Region?, _ work: Work,
    groups: [Party.GroupMembership] = []
  ) throws {
    let since = known(DayRange(from: day(2010, 1, 1), to: nil))
    _ = try AddParty(
      code: code, kind: kind, names: LocalizedText(name, language: .english), region: region, validity: since,
      groups: groups
    ).carryOut(work)
  }

  private static let leastDeveloped = Party.GroupMembership(
    group: known(PartyGroupCode("LDC")), from: PartialDay("2010"), to: nil, source: nil)

  private func addStandard(_ work: Work) throws -> StandardEdition {
    let items = RoleLevel.allCases.filter { $0 != .vocational }.flatMap { level in
      RequirementKind.allCases.flatMap { kind in
        (1...2).map { number in
          StandardItem(
            code: known(StandardItemCode("\(level.rawValue.prefix(2))-\(kind.rawValue.prefix(1))-\(number)")),
            level: level, kind: kind,
            titles: LocalizedText(
              "Demonstration \(kind.rawValue) \(number), \(level.rawValue)", language: .english))
        }
      }
    }
    return try AddStandardEdition(
      code: known(StandardEditionCode("DEMO-STANDARD")), framework: "Demonstration standard", year: 2024,
      state: .inForce, titles: LocalizedText("Demonstration standard", language: .english), items: items
    ).carryOut(work).edition
  }

  /// The score to reach, in the unit that has one and in the courses that are passed as a whole.
  static let masteryScore = known(ExactDecimal("0.6"))

  private static let courses = ["Classification", "Valuation", "Facilitation"]

  private func addCourse(_ number: Int, _ name: String, _ edition: StandardEdition, _ work: Work) throws
    -> CourseCode
  {
    let code = known(CourseCode("DEMO-\(name)"))
    let title = LocalizedText("Demonstration course: \(name)", language: .english)
    let iri = "https://demonstration.invalid/courses/\(number)"
    let unit = ActivityNode(
      key: "1", publisherIdentifier: "\(iri)/unit", title: title,
      launch: Launch(
        target: .external(url: "\(iri)/unit"), moveOn: number == 0 ? .completedOrPassed : .notApplicable,
        masteryScore: number == 0 ? DemoGeneration.masteryScore : nil))
    let structure = CourseStructure(
      format: .cmi5, publisherIdentifier: iri, title: title, description: title, languages: [.english],
      objectives: [], activities: [unit])
    let course = Course(id: work.newIdentifier(), code: code, publisherIdentifier: iri, title: title)
    let version = CourseVersion(
      id: work.newIdentifier(), course: course.id, number: 1, structure: structure,
      contentDigest: "demonstration-\(number)", missingFiles: 0, passRule: .byActivities, mapping: [],
      state: .accepted)
    try work.records.insert(course, family: structure.format.family)
    try work.records.insert(version, files: [], at: work.now)
    try work.note(
      "course import", .courseVersion, version.id.uuid, [FieldChange("version", from: nil, to: "1")])
    _ = try PublishVersion(
      course: .code(code), number: 1, passingScore: number == 0 ? nil : DemoGeneration.masteryScore
    ).carryOut(work)
    let items = edition.items.enumerated().filter { $0.offset % 4 == number }.map(\.element.code)
    _ = try MapVersion(course: .code(code), number: 1, edition: edition.code, items: items).carryOut(work)
    return code
  }

  private func addScheme(
    _ number: Int, for course: CourseCode, by issuer: PartyCode, _ work: Work
  ) throws -> SchemeCode {
    let code = known(SchemeCode("DEMO-CERT-\(number + 1)"))
    let kind: SchemeVersion.Kind = number == 2 ? .completion : .achievement
    _ = try AddScheme(
      code: code, titles: LocalizedText("Demonstration certificate: \(course)", language: .english),
      issuer: .code(issuer),
      rules: .init(
        kind: kind, course: .code(course), minimumScore: nil,
        validity: number == 1 ? .unlimited : .months(number == 0 ? 12 : 18),
        renewal: number == 1 ? nil : Renewal(opens: .months(6), grace: .months(4), evidence: .sameAgain),
        timeZone: "UTC")
    ).carryOut(work)
    return code
  }

  func addOfficer(_ number: Int, _ ground: DemoGround, _ work: Work) throws -> PersonID {
    let sexes: [Person.Sex] = [.female, .male, .female, .male, .unknown, .undisclosed, .other]
    let sex = sexes[random.number(below: number % 10 == 0 ? sexes.count : 4)]
    let place = AddPerson.Place(
      party: .code(random.choice(ground.members)), unit: "Demonstration unit", post: "Officer",
      roleLevel: random.happens(percent: 30) ? .strategicManager : .operationalManager,
      validity: known(DayRange(from: day(2020, 1, 1), to: nil)))
    return try AddPerson(
      name: DemoGeneration.name(of: number), sex: sex, language: number % 10 == 3 ? .french : .english,
      mailboxes: [],
      place: place
    ).enter(work).id
  }

  /// Names that nobody bears, in the scripts that certificates must print.
  private static func name(of number: Int) -> String {
    switch number % 10 {
    case 3: "Stagiaire de démonstration n° \(number + 1)"
    case 5: "متدرب تجريبي \(number + 1)"
    case 7: "Демонстрационный слушатель \(number + 1)"
    case 9: "演示学员 \(number + 1)"
    default: "Demonstration Officer \(number + 1)"
    }
  }
}

extension LanguageTag {
  static var french: LanguageTag { known(LanguageTag("fr")) }
}
