import Assessment
import Catalogue
import Certification
import ContentPackaging
import Enrolment
import Operations
import People
import Testing
import Values

/// “The scheme states the minimum; client-side content can be forged: no path to issue below the minimum.”
@Suite("What a scheme asks of evidence") struct EvidenceTrustAskedTests {
  private let house: House
  private let scene: Scene
  private let assessors: [Principal]

  init() throws {
    house = try House()
    scene = try Scene(house)
    let secretariat = try #require(PartyCode("TEST-SECRETARIAT"))
    _ = try house.perform(
      AddParty(
        code: secretariat, kind: .secretariat, names: LocalizedText("Test Secretariat"), region: nil,
        validity: days("2020-01-01", nil)))
    let (house, session) = (house, scene.session)
    assessors = try ["First", "Second"].map { name in
      let person = try house.perform(
        AddPerson(name: name, sex: .unknown, language: .english, mailboxes: [], place: nil)
      ).person.id
      _ = try house.perform(AssignAssessor(assessor: person, work: .session(session)))
      let key = try house.perform(
        CreateKey(name: name, scope: .api, role: .assessor, party: nil, person: person))
      return try #require(try house.principal(key: key.key.id.description, secret: key.secret))
    }
  }

  private func ask(_ trust: EvidenceTrust) throws {
    _ = try house.perform(
      ReviseScheme(
        scheme: .code(scene.scheme),
        rules: .init(
          kind: .achievement, course: .code(#require(CourseCode("Origin-of-goods"))), minimumScore: nil,
          minimumTrust: trust, validity: .unlimited, timeZone: "UTC")))
  }

  private func sentence() throws -> String {
    try house.answer(AskEligibility(enrolment: scene.enrolment, scheme: .code(scene.scheme))).sentence
  }

  @discardableResult
  private func record(as principal: Principal, isProctored: Bool = false) throws -> AssessmentResultID {
    try house.registrar.perform(
      RecordResult(
        enrolment: scene.enrolment, activity: nil, basis: .observed(.satisfactory),
        assessedOn: house.clock.now.dayInUTC, isProctored: isProctored), as: principal
    ).result.id
  }

  @Test("Whatever content reports, it is trusted no further than that", arguments: EvidenceTrust.allCases)
  func content(asked: EvidenceTrust) throws {
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
    try ask(asked)
    let refusal =
      "not eligible because what is attested is shown by evidence that is self-reported, and "
      + "\(asked.rawValue) is asked at the least"
    if asked == .selfReported {
      #expect(try sentence().hasPrefix("eligible because"))
    } else {
      #expect(try sentence() == refusal)
      #expect(throws: AwardRefused.self) {
        try house.perform(Award(enrolment: scene.enrolment, scheme: .code(scene.scheme)))
      }
    }
  }

  @Test(
    "What an assessor saw reaches so far: entered by, watched over, marked twice, what it reaches",
    arguments: [
      (nil, false, false, .serverScored), (nil, true, false, .proctored), (0, false, false, .observed),
      (0, false, true, .doubleMarked),
    ] as [(Int?, Bool, Bool, EvidenceTrust)])
  func assessed(by assessor: Int?, isProctored: Bool, isTwice: Bool, reached: EvidenceTrust) throws {
    let first = try record(as: assessor.map { assessors[$0] } ?? .owner, isProctored: isProctored)
    if isTwice {
      _ = try house.registrar.perform(
        MarkSecond(
          result: first, basis: .observed(.satisfactory), assessedOn: house.clock.now.dayInUTC),
        as: assessors[1])
    }
    for asked in EvidenceTrust.allCases where asked > .selfReported {
      try ask(asked)
      #expect(try sentence().hasPrefix(asked <= reached ? "eligible" : "not eligible"), "\(asked)")
    }
  }

  @Test func itIsToldItComesOutTheSameAndALossOfTrustCastsDoubt() throws {
    let first = try record(as: assessors[0])
    let second = try house.registrar.perform(
      MarkSecond(result: first, basis: .observed(.satisfactory), assessedOn: house.clock.now.dayInUTC),
      as: assessors[1]
    ).result.id
    try ask(.doubleMarked)
    let certificate = try house.perform(
      Award(enrolment: scene.enrolment, scheme: .code(scene.scheme))
    ).certificate
    let told = try house.answer(ExplainCertificate(certificate: certificate.number.text))
    #expect(told.evidence.first?.trust == .doubleMarked)
    #expect(told.decision.hasSuffix("; that is shown by evidence that is double-marked"))
    #expect(told.rule.contains("what shows that is double-marked at the least; "))
    _ = try house.registrar.perform(AnnulResult(result: second, reason: "a friend"), as: assessors[1])
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
    let doubt = try house.answer(ShowCertificate(certificate: certificate.number.text)).doubt
    #expect(
      doubt?.reasons.map(\.sentence) == [
        "what is attested is shown by evidence that is observed, and double-marked is asked at the least"
      ])
  }

  @Test func aDraftThatAsksForMoreTellsWhoWouldLose() throws {
    try record(as: .owner)
    let text = """
      <scheme xmlns="urn:registrar:scheme:1" code="TEST-CERT" issuer="TEST-MEMBER">
        <title>Origin of goods</title>
        <version number="1" kind="achievement" course="Origin-of-goods" validity-months="12" time-zone="UTC"/>
        <version number="2" kind="achievement" course="Origin-of-goods" minimum-trust="observed" time-zone="UTC"/>
      </scheme>
      """
    let answer = try house.registrar.whatIf(Array(text.utf8), name: "x.xml", as: .owner)
    #expect(answer.lost.map(\.enrolment) == [scene.enrolment])
  }
}
