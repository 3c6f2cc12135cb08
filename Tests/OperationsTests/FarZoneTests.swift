import Catalogue
import Certification
import Operations
import People
import Reports
import Testing
import Values

/// “expiry seen from UTC-12 and UTC+14: one instant decides” (hostile row 69): the certificate's own zone, wherever it is
/// asked. A certificate holds for one month; the clock stands near its last midnight.
@Suite struct FarZoneTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let zone: String
    let awarded: String
    let lastDay: String
    let now: String
    let state: CertificateState
    var testDescription: String { "\(zone) \(now)" }
  }

  static let rows = [
    // The day of UTC is a day ahead for the last eleven hours.
    Row(
      zone: "Pacific/Pago_Pago", awarded: "2026-03-02T09:00:00Z", lastDay: "2026-03-31",
      now: "2026-04-01T10:59:59Z", state: .issued),
    Row(
      zone: "Pacific/Pago_Pago", awarded: "2026-03-02T09:00:00Z", lastDay: "2026-03-31",
      now: "2026-04-01T11:00:00Z", state: .expired),
    // The day of UTC is a day behind for the first fourteen hours.
    Row(
      zone: "Pacific/Kiritimati", awarded: "2026-03-02T11:00:00Z", lastDay: "2026-04-02",
      now: "2026-04-02T09:59:59Z", state: .issued),
    Row(
      zone: "Pacific/Kiritimati", awarded: "2026-03-02T11:00:00Z", lastDay: "2026-04-02",
      now: "2026-04-02T10:00:00Z", state: .expired),
  ]

  @Test("every answer says the same", arguments: rows)
  func oneRule(row: Row) throws {
    let house = try House()
    let scene = try Scene(house)
    let scheme = try #require(SchemeCode("FAR"))
    let course = try #require(try house.answer(ListCourses()).items.first)
    _ = try house.perform(
      AddScheme(
        code: scheme, titles: LocalizedText("Far"), issuer: .code(#require(PartyCode("TEST-MEMBER"))),
        rules: .init(
          kind: .completion, course: .id(course.id), minimumScore: nil, validity: .months(1),
          timeZone: row.zone)))
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
    try house.clock.set(row.awarded)
    let award = Award(enrolment: scene.enrolment, scheme: .code(scheme))
    let certificate = try house.perform(award).certificate
    #expect(certificate.facts.lastDay?.description == row.lastDay)

    try house.clock.set(row.now)
    let number = certificate.number.text
    #expect(try house.answer(ShowCertificate(certificate: number)).state == row.state)
    #expect(try house.answer(VerifyCertificate(code: certificate.code.description)).state == row.state)
    #expect(try house.answer(ListCertificates(scheme: .code(scheme))).items.map(\.state) == [row.state])
    let eligibility = try house.answer(AskEligibility(enrolment: scene.enrolment, scheme: .code(scheme)))
    let report = try house.answer(
      ReportCertification(
        audience: .member, party: .code(#require(PartyCode("TEST-MEMBER"))),
        period: days("2026-01-01", "2026-12-31"), timeZone: "UTC", cutOff: nil, language: .english))
    let rows = try #require(report.block(.ownOfficersCertificates)).rows
    #expect(rows.map { $0[$0.count - 2] } == [.code(row.state.rawValue)])
    switch row.state {
    case .issued:
      #expect(eligibility == .notEligible(because: [.alreadyCertified(certificate.number)]))
      #expect(throws: AwardRefused.self) { try house.perform(award) }
    default:
      guard case .eligible = eligibility else {
        Issue.record("\(eligibility)")
        return
      }
      #expect(try house.perform(award).certificate.decidedState == .issued)
      let transitions = try house.answer(ShowCertificate(certificate: number)).transitions
      #expect(transitions.map(\.to) == [.issued, .expired])
    }
  }

  @Test("those in force come first, each by its own zone")
  func order() throws {
    let house = try House()
    let scene = try Scene(house)
    let course = try #require(try house.answer(ListCourses()).items.first)
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
    try house.clock.set("2026-03-02T08:00:00Z")
    for zone in ["Pacific/Pago_Pago", "UTC", "Pacific/Kiritimati"] {
      let scheme = try #require(SchemeCode(zone.split(separator: "/").last.map(String.init) ?? zone))
      _ = try house.perform(
        AddScheme(
          code: scheme, titles: LocalizedText("Far"), issuer: .code(#require(PartyCode("TEST-MEMBER"))),
          rules: .init(
            kind: .completion, course: .id(course.id), minimumScore: nil, validity: .months(1),
            timeZone: zone)))
      _ = try house.perform(Award(enrolment: scene.enrolment, scheme: .code(scheme)))
    }
    // Until 31 March in Pago Pago, until 1 April in the others, where it is the 2nd in Kiritimati.
    try house.clock.set("2026-04-01T10:30:00Z")
    var found: [String] = []
    var page = PageRequest(limit: 1)
    while true {
      let answer = try house.answer(ListCertificates(page: page))
      found += answer.items.map { "\($0.certificate.facts.timeZone) \($0.state.rawValue)" }
      guard let next = answer.next else { break }
      page = PageRequest(after: next, limit: 1)
    }
    #expect(found == ["UTC issued", "Pacific/Pago_Pago issued", "Pacific/Kiritimati expired"])
  }
}
