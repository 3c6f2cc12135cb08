import Catalogue
import Certification
import Enrolment
import Pages
import Testing
import Values

/// A certificate with a plain value for everything a test does not speak of.
enum Sample {
  static func certificate(
    _ state: CertificateState = .issued, holder: String = "Amina Ochieng",
    course: String = "Train the Trainers",
    score: String? = "85 of 100", lastDay: String? = "2029-03-31"
  ) throws -> VerifiedCertificate {
    let scheme: SchemeCode = try #require(Code("TTT"))
    let days = try #require(DayRange(from: day("2026-03-16"), to: day("2026-03-20")))
    return VerifiedCertificate(
      number: CertificateNumber(scheme: scheme, year: 2026, serial: 42),
      code: VerificationCode(random: UUID(high: 0x0123_4567_89AB_CDEF, low: 0xFEDC_BA98_7654_3210)),
      facts: CertifiedFacts(
        holder: holder, kind: .achievement,
        scheme: LocalizedText("Customs trainer, level 1", language: .english),
        course: LocalizedText(course, language: .english), session: try #require(Code("TTT-2026-NBO")),
        sessionDays: days, score: score, issuer: "Regional Training Centre Nairobi",
        issuedOn: try day("2026-04-01"),
        lastDay: try lastDay.map(day), timeZone: "Africa/Nairobi"),
      state: state, stateSince: state == .issued ? nil : try day("2026-06-01"),
      asOf: try #require(Instant("2026-11-23T08:05:09.5Z")))
  }

  static func day(_ text: String) throws -> Day {
    try #require(Day(text))
  }
}
