import Catalogue
import Certification
import Enrolment
import Files
import JSON
import Testing
import Values

@testable import Certificates

/// A certificate with a plain value for everything a test does not speak of, and the words that are shipped.
enum Sample {
  static let languages = ["ar", "en", "es", "fr", "ru", "zh"]

  static func wording(_ language: String) throws -> CertificateWording {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let octets = try File.read("/\(root)/Schemas/messages/certificate/\(language).json", limit: 1 << 16)
    return try CertificateWording(JSONDocument(octets).root)
  }

  static func certificate(
    holder: String = "Amina Example", course: String = "Customs valuation", score: String? = "85 of 100",
    lastDay: String? = "2029-03-31", kind: SchemeVersion.Kind = .achievement
  ) throws -> PrintedCertificate {
    let scheme: SchemeCode = try #require(Code("TTT"))
    let days = try #require(DayRange(from: day("2026-03-16"), to: day("2026-03-20")))
    let code = VerificationCode(random: UUID(high: 0x0123_4567_89AB_CDEF, low: 0xFEDC_BA98_7654_3210))
    return PrintedCertificate(
      number: CertificateNumber(scheme: scheme, year: 2026, serial: 42), code: code,
      facts: CertifiedFacts(
        holder: holder, kind: kind, scheme: LocalizedText("Customs trainer, level 1", language: .english),
        course: LocalizedText(course, language: .english), session: try #require(Code("TTT-2026-NBO")),
        sessionDays: days, score: score, issuer: "Regional Training Centre Example",
        issuedOn: try day("2026-04-01"), lastDay: try lastDay.map(day), timeZone: "Africa/Nairobi"),
      verificationAddress: "https://records.example/verify/\(code)",
      issuedAt: try #require(Instant("2026-04-01T08:00:00Z")))
  }

  static func day(_ text: String) throws -> Day {
    try #require(Day(text))
  }

  static func page(_ language: String = "en") throws -> [UInt8] {
    try #require(try certificate().page(in: wording(language)))
  }
}
