import Certification
import Enrolment
import Testing
import Values

@Suite struct CertificateTests {
  @Test(
    "Numbers",
    arguments: [
      ("TTT", 2026, 1, "TTT-2026-000001"), ("TTT", 2026, 42, "TTT-2026-000042"),
      ("PICARD-OM", 2027, 999_999, "PICARD-OM-2027-999999"), ("ttt", 2026, 1_000_000, "ttt-2026-1000000"),
    ])
  func numbers(scheme: String, year: Int, serial: Int, text: String) throws {
    let code = try #require(SchemeCode(scheme))
    let number = CertificateNumber(scheme: code, year: year, serial: serial)
    #expect(number.description == text)
    #expect(number == CertificateNumber(recorded: text))
  }

  @Test(
    "The parts of a number: of scheme T-1, nil where it is none of the scheme's",
    arguments: [
      ("T-1-2026-000042", "2026  42"), ("T-1-2026-1000042", "2026  1000042"),
      ("T-1-2026-6FQ0W4-000043", "2026 6FQ0W4 43"), ("T-1-2026-42", nil), ("T-1-26-000042", nil),
      ("T-2-2026-000042", nil), ("T-1-2026", nil), ("T-1-2026-A-B-000042", nil), ("T-1-2026-+00042", nil),
      ("T-1-2026-000042-", nil), ("", nil),
    ] as [(String, String?)])
  func parts(number: String, expected: String?) throws {
    let parts = CertificateNumber(recorded: number).parts(of: try #require(SchemeCode("T-1")))
    #expect(parts.map { "\($0.year) \($0.series?.text ?? "") \($0.serial)" } == expected)
  }

  @Test(
    "The state on a day: what was decided, the last day, the day, the state",
    arguments: [
      (.issued, "2026-12-31", "2026-01-01", .issued),
      (.issued, "2026-12-31", "2026-12-31", .issued),
      (.issued, "2026-12-31", "2027-01-01", .expired),
      (.issued, "", "9999-12-31", .issued),
      (.suspended, "2026-12-31", "2026-12-31", .suspended),
      (.suspended, "2026-12-31", "2027-01-01", .expired),
      (.revoked, "2026-12-31", "2027-01-01", .revoked),
      (.replaced, "2026-12-31", "2027-01-01", .replaced),
      (.expired, "2026-12-31", "2026-12-31", .expired),
      (.expired, "2026-12-31", "2027-01-01", .expired),
    ] as [(CertificateState, String, String, CertificateState)])
  func state(decided: CertificateState, lastDay: String, day: String, expected: CertificateState) throws {
    let day = try #require(Day(day))
    #expect(try certificate(decided, lastDay: Day(lastDay)).state(on: day) == expected)
  }

  private func certificate(_ state: CertificateState, lastDay: Day?) throws -> Certificate {
    let issuedOn = try #require(Day("2026-01-01"))
    let days = try #require(DayRange(from: issuedOn, to: issuedOn))
    let session = try #require(SessionCode("S-1"))
    let facts = CertifiedFacts(
      holder: "Ana", kind: .completion, scheme: LocalizedText("Trainers"), course: LocalizedText("A course"),
      session: session, sessionDays: days, score: nil, issuer: "An issuer", issuedOn: issuedOn,
      lastDay: lastDay,
      timeZone: "UTC")
    let one = UUID(high: 0, low: 1)
    return Certificate(
      id: .init(one), number: CertificateNumber(recorded: "TTT-2026-000001"),
      code: VerificationCode(random: one),
      person: .init(one), scheme: .init(one), schemeVersion: 1, enrolment: .init(one), facts: facts,
      decidedState: state)
  }
}
