import Catalogue
import Certificates
import Certification
import Cryptography
import Enrolment
import Files
import JSON
import OpenBadges
import ProgramDriver
import Values

/// Credentials signed and verified beside libcrypto alone, pages drawn, and all of it by the program.
enum Credentials {
  static func measures(_ bench: Bench) throws -> [Measure] {
    try SigningKind.allCases.flatMap(signing) + pages() + program(bench)
  }

  private static func signing(_ kind: SigningKind) throws -> [Measure] {
    let pair = try PrivateKey.generate(kind)
    let name = "\(house)/keys/1"
    let trust = Trust(keys: TrustedKeys([.init(name: name, key: pair.publicKey)]), lists: [])
    let algorithm = SigningAlgorithm(kind).rawValue
    let payload = try credential().payload
    let token = try SignedToken.sign(payload, as: .credential, with: pair, named: name)
    let signature = try pair.signature(of: payload)
    let (bareSigning, bareVerifying) = (
      "libcrypto alone, \(algorithm) signatures", "libcrypto alone, \(algorithm) checks"
    )
    return [
      Measure(bareSigning, perSecond: try rate { _ = try pair.signature(of: payload) }),
      Measure(
        "credentials put together and signed, \(algorithm)",
        perSecond: try rate {
          _ = try SignedToken.sign(credential().payload, as: .credential, with: pair, named: name)
        }, beside: bareSigning),
      Measure(
        bareVerifying, perSecond: try rate { _ = try pair.publicKey.isSignature(signature, of: payload) }),
      Measure(
        "credentials verified, \(algorithm)", perSecond: try rate { _ = try trust.credential(in: token) },
        beside: bareVerifying),
    ]
  }

  private static func pages() throws -> [Measure] {
    try ["en", "ar", "zh"].map { language in
      let wording = try wording(language)
      let certificate = try printed()
      _ = try certificate.page(in: wording)
      return Measure(
        "pages drawn, \(language)", perSecond: try rate { _ = try certificate.page(in: wording) })
    }
  }

  /// All that the program does of a certificate behind its award: place, page, signature, two commits.
  private static func program(_ bench: Bench) throws -> [Measure] {
    let program = try bench.program("credentials")
    try program.succeed("demo", "generate", "--members", "10", "--persons", "400", "--seed", "1")
    let sessions = try program.succeed("session", "list", "--limit", "1", "--json").json
    guard let code = sessions["items"]?.elements?.first(where: { _ in true })?["code"]?.string else {
      throw DriverError("the demonstration has no session")
    }
    let certificates =
      try program.succeed("certificate", "list", "--limit", "1000", "--json").json["items"]?
      .elements.map { $0.reduce(0) { count, _ in count + 1 } } ?? 0
    let milliseconds = try timed {
      try program.succeed("certificate", "bundle", code, "--out", "\(program.data)/session.zip")
    }
    return [
      Measure(
        "certificates signed and printed by the program",
        perSecond: Double(certificates) / milliseconds * 1000)
    ]
  }

  /// How often a second a body can be carried out, by one second of it.
  private static func rate(_ body: () throws -> Void) throws -> Double {
    let begin = SystemClock.monotonicNanoseconds()
    var count = 0
    repeat {
      try body()
      count += 1
    } while SystemClock.monotonicNanoseconds() - begin < 1_000_000_000
    return Double(count) / (Double(SystemClock.monotonicNanoseconds() - begin) / 1e9)
  }

  private static let house = "https://records.example/credentials"

  private static func credential() throws -> AchievementCredential {
    AchievementCredential(
      address: "\(house)/certificates/0123456789ABCDEFGHJKMNPQRS", issuer: "\(house)/issuers/1",
      issuerName: "Example regional office", subject: "urn:uuid:00000000-0000-7000-8000-000000000001",
      holder: "Example Officer", kind: .achievement, achievement: "\(house)/schemes/1/1",
      title: "Trainer at the workplace", course: "Giving feedback to colleagues who learn",
      number: "TTT-2026-000001", session: "FEEDBACK-1", sessionDays: try days(), score: "85 of 100",
      criteria: "A pass in the course.", validFrom: Instant(microseconds: 1_772_442_000_000_000),
      validUntil: nil, status: StatusPlace(base: "\(house)/status/1", position: 94_567), pages: [])
  }

  private static func printed() throws -> PrintedCertificate {
    let code = VerificationCode(random: UUID(high: 1, low: 2))
    guard let scheme = SchemeCode("TTT"), let session = SessionCode("FEEDBACK-1") else {
      throw DriverError("the codes of a sample")
    }
    let facts = CertifiedFacts(
      holder: "Example Officer", kind: .achievement,
      scheme: LocalizedText("Trainer at the workplace", language: .english),
      course: LocalizedText("Giving feedback to colleagues who learn", language: .english),
      session: session, sessionDays: try days(), score: "85 of 100", issuer: "Example regional office",
      issuedOn: try days().from, lastDay: nil, timeZone: "UTC")
    return PrintedCertificate(
      number: CertificateNumber(scheme: scheme, year: 2026, serial: 1), code: code, facts: facts,
      verificationAddress: "https://records.example/verify/\(code)",
      issuedAt: Instant(microseconds: 1_772_442_000_000_000))
  }

  private static func days() throws -> DayRange {
    guard let from = Day("2026-01-05"), let days = DayRange(from: from, to: Day("2026-01-09")) else {
      throw DriverError("the days of a sample")
    }
    return days
  }

  private static func wording(_ language: String) throws -> CertificateWording {
    let path =
      "\(try ProcessContext.executablePath().split(separator: "/.build")[0])/Schemas/messages/certificate/\(language).json"
    return try CertificateWording(JSONDocument(File.read(path, limit: 1 << 16)).root)
  }
}
