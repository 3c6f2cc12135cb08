import Catalogue
import ContentPackaging
import Enrolment
import Foundation
import Operations
import People
import SQLiteStore
import Testing
import Values

/// “A second language variant joins the same course.”
@Suite struct LanguageVariantTests {
  private static let french = LanguageTag("fr")

  @Test("A variant is planned, made once, published beside the course, and found again by its later editions")
  func joins() throws {
    let bilingual = try Bilingual()
    #expect(bilingual.plan.step == .newVersion(of: bilingual.course, number: 2))
    #expect(bilingual.plan.variant == LanguageVariantTests.french)
    #expect(bilingual.plan.changes.map(\.activity) == ["urn:test:au"], "the lesson has another title")
    #expect(try bilingual.states == ["1 - published", "2 fr published"])
    let again = try bilingual.take("<p>Leçon</p>", as: bilingual.variant)
    #expect(again.plan?.step == .unchanged(bilingual.course, number: 2))
    #expect(try bilingual.take("<p>Leçon</p>").plan?.step == .unchanged(bilingual.course, number: 2))
    let later = try bilingual.take("<p>Leçon nouvelle</p>")
    #expect(later.plan?.step == .newVersion(of: bilingual.course, number: 3))
    #expect(later.plan?.variant == LanguageVariantTests.french)
    #expect(later.findings.isEmpty)
    _ = try bilingual.house.perform(
      PublishVersion(course: .code(bilingual.course), number: 3, passingScore: nil))
    #expect(try bilingual.states == ["1 - published", "2 fr superseded", "3 fr published"])
    #expect(try bilingual.house.answer(ListCourses()).items.count == 1)
    let faults = try bilingual.house.store.faults()
    #expect(try bilingual.house.registrar.check(databaseFaults: faults, as: .owner).faults == [])
  }

  @Test("A new edition of the course itself leaves the variant as it is")
  func apart() throws {
    let bilingual = try Bilingual()
    let english = try bilingual.house.importFolder(["cmi5.xml": StoryTests.cmi5, "index.html": "<p>New</p>"])
    #expect(english.plan?.variant == nil && english.plan?.step.makesNumber == 3)
    _ = try bilingual.house.perform(
      PublishVersion(course: .code(bilingual.course), number: nil, passingScore: nil))
    #expect(try bilingual.states == ["1 - superseded", "2 fr published", "3 - published"])
    _ = try bilingual.house.perform(
      RetireVersion(course: .code(bilingual.course), number: nil, reason: "amended"))
    #expect(try bilingual.states == ["1 - superseded", "2 fr published", "3 - retired"])
  }

  @Test("A session delivers the variant in its language, and a learner may take another")
  func chosen() throws {
    let bilingual = try Bilingual()
    let (french, english) = (try bilingual.session("FR", in: "fr"), try bilingual.session("EN", in: "en"))
    #expect(try bilingual.version(of: french) == 2)
    #expect(try bilingual.version(of: english) == 1)
    #expect(try bilingual.version(of: bilingual.session("AR", in: "ar")) == 1, "there is no variant in it")
    let taken: [(SessionCode, LanguageTag?, Int)] = [
      (english, nil, 1), (english, LanguageVariantTests.french, 2), (english, .english, 1),
      (french, nil, 2), (french, .english, 1),
    ]
    for (number, (session, language, expected)) in taken.enumerated() {
      #expect(
        try bilingual.enrolled(number, in: session, language) == expected,
        "\(session) \(language?.text ?? "")")
    }
    #expect(throws: NothingPublished.self) {
      try bilingual.enrolled(9, in: english, LanguageTag("ar"))
    }
  }

  @Test("A translation that is not said to be one is told before it takes the course's place")
  func told() throws {
    let house = try House()
    _ = try house.importFolder(["cmi5.xml": StoryTests.cmi5, "index.html": "<p>Lesson</p>"])
    let report = try house.importFolder(Bilingual.files("<p>Leçon</p>"))
    #expect(report.plan?.step.makesNumber == 2)
    #expect(report.findings.map(\.code.identifier) == ["import.language.other"])
  }

  @Test("What is no variant is refused and changes nothing")
  func refused() throws {
    let bilingual = try Bilingual()
    let course = bilingual.course
    #expect(throws: VariantRefused.ownLanguage(course, .english)) {
      try bilingual.take("<p>x</p>", as: LanguageVariant(of: .code(course), in: .english))
    }
    #expect(
      throws: VariantRefused.thereAlready(course, number: 2, variant: LanguageVariantTests.french)
    ) {
      let spanish = try #require(LanguageTag("es"))
      return try bilingual.take("<p>Leçon</p>", as: LanguageVariant(of: .code(course), in: spanish))
    }
    let unknown = try #require(CourseCode("UNKNOWN"))
    #expect(throws: NotFound.self) {
      try bilingual.take("<p>x</p>", as: LanguageVariant(of: .code(unknown), in: .english))
    }
    #expect(try bilingual.states == ["1 - published", "2 fr published"])
  }
}

extension ImportPlan.Step {
  /// The number of the version that is made; nil where none is, or a course with it.
  fileprivate var makesNumber: Int? {
    if case .newVersion(_, let number) = self { number } else { nil }
  }
}

/// A course in English with a variant in French, both published.
private struct Bilingual {
  let house: House
  let course: CourseCode
  let variant: LanguageVariant
  /// What was planned for the variant before it was imported.
  let plan: ImportPlan

  init() throws {
    house = try House()
    let english = try house.importFolder(["cmi5.xml": StoryTests.cmi5, "index.html": "<p>Lesson</p>"])
    guard case .newCourse(let course) = english.plan?.step, let french = LanguageTag("fr") else {
      throw TestSetupFailed(what: "\(english)")
    }
    self.course = course
    variant = LanguageVariant(of: .code(course), in: french)
    _ = try house.perform(PublishVersion(course: .code(course), number: nil, passingScore: nil))
    let planned = try house.importFolder(Bilingual.files("<p>Leçon</p>"), as: variant, isDryRun: true)
    guard let plan = planned.plan else { throw TestSetupFailed(what: "\(planned.findings)") }
    self.plan = plan
    guard try house.importFolder(Bilingual.files("<p>Leçon</p>"), as: variant).plan == plan else {
      throw TestSetupFailed(what: "another plan was carried out")
    }
    _ = try house.perform(PublishVersion(course: .code(course), number: nil, passingScore: nil))
  }

  /// The package in French, under the same publisher's identifier.
  static func files(_ lesson: String) -> [String: String] {
    let manifest = StoryTests.cmi5.replacingOccurrences(of: "lang=\"en\"", with: "lang=\"fr\"")
      .replacingOccurrences(of: "Origin of goods", with: "Origine des marchandises")
      .replacingOccurrences(of: ">Lesson<", with: ">Leçon<")
    return ["cmi5.xml": manifest, "index.html": lesson]
  }

  func take(_ lesson: String, as variant: LanguageVariant? = nil) throws -> ImportReport {
    try house.importFolder(Bilingual.files(lesson), as: variant)
  }

  /// Each version: its number, variant and state.
  var states: [String] {
    get throws {
      try house.answer(ShowCourse(.code(course))).versions.map {
        "\($0.number) \($0.variant?.text ?? "-") \($0.state.rawValue)"
      }
    }
  }

  func session(_ code: String, in language: String) throws -> SessionCode {
    guard let code = SessionCode(code), let language = LanguageTag(language) else {
      throw TestSetupFailed(what: code)
    }
    _ = try house.perform(
      PlanSession(
        code: code, course: .code(course), mode: .selfPaced, days: days("2026-03-01", "2026-03-31"),
        timeZone: "UTC", language: language, capacity: nil, host: nil))
    _ = try house.perform(MoveSession(session: .code(code), event: .open))
    return code
  }

  func version(of session: SessionCode) throws -> Int {
    try house.answer(ShowSession(.code(session))).version.number
  }

  /// Enrols somebody; the number of the version that is taken.
  func enrolled(_ number: Int, in session: SessionCode, _ language: LanguageTag?) throws -> Int {
    let person = try house.perform(
      AddPerson(
        name: "Officer \(number)", sex: .female, language: .english, mailboxes: [], place: nil)
    ).person
    let enrolment = try house.perform(
      Enrol(.direct(person.id, session: .code(session)), language: language))
    return try house.answer(ShowEnrolment(enrolment.id)).version.number
  }
}
