import Catalogue
import Certification
import Testing
import Values

@Suite struct SchemeTests {
  @Test(
    "Months of validity and the last day",
    arguments: [
      ("2026-11-23", 12, "2027-11-22"), ("2026-01-01", 12, "2026-12-31"), ("2026-01-01", 1, "2026-01-31"),
      ("2026-03-01", 12, "2027-02-28"), ("2027-03-01", 12, "2028-02-29"),
      // Issued on a leap day, and for a span that ends on one.
      ("2024-02-29", 12, "2025-02-27"), ("2024-02-29", 48, "2028-02-28"), ("2023-03-01", 12, "2024-02-29"),
      ("2026-01-31", 1, "2026-02-27"), ("2026-12-31", 2, "2027-02-27"), ("2026-11-23", 1200, "2126-11-22"),
    ])
  func lastDay(issuedOn: String, months: Int, lastDay: String) throws {
    let day = try #require(Day(issuedOn))
    #expect(Validity.months(months).lastDay(from: day)?.description == lastDay)
  }

  @Test func unlimitedValidityNeverEnds() throws {
    let day = try #require(Day("2026-11-23"))
    #expect(Validity.unlimited.lastDay(from: day) == nil)
  }

  @Test(
    "Only achievement is shown by a score, from 0 to 1: kind, score",
    arguments: [
      (.achievement, "0.8", nil), (.achievement, "0", nil), (.achievement, "1", nil), (.achievement, "", nil),
      (.completion, "", nil), (.attendance, "", nil),
      (.completion, "0.8", .without), (.attendance, "0.8", .without), (.attendance, "2", .without),
      (.achievement, "1.000001", .outOfRange), (.achievement, "-0.000001", .outOfRange),
      (.achievement, "80", .outOfRange),
    ] as [(SchemeVersion.Kind, String, ScoreRefusal?)])
  func minimumScore(kind: SchemeVersion.Kind, text: String, refusal: ScoreRefusal?) throws {
    let score = ExactDecimal(text)
    switch (refusal, score) {
    case (.without, _):
      #expect(throws: SchemeVersion.Refusal.scoreWithout(kind)) { try version(1, kind, minimumScore: score) }
    case (.outOfRange, .some(let score)):
      #expect(throws: SchemeVersion.Refusal.scoreOutOfRange(score)) {
        try version(1, kind, minimumScore: score)
      }
    default:
      #expect(try version(1, kind, minimumScore: score).minimumScore == score)
    }
  }

  @Test func aSchemeIsRequiredOnce() throws {
    let code = try #require(SchemeCode("BASE"))
    #expect(throws: SchemeVersion.Refusal.requiredTwice(code)) {
      try SchemeVersion(
        number: 1, kind: .completion, course: CourseID(UUID(high: 0, low: 3)), minimumScore: nil,
        prerequisites: [code, try #require(SchemeCode("OTHER")), try #require(SchemeCode("base"))],
        validity: .unlimited, timeZone: "UTC")
    }
  }

  @Test("The last version is in force", arguments: [0, 1, 3])
  func current(versions: Int) throws {
    let code = try #require(SchemeCode("TTT"))
    let scheme = Scheme(
      id: SchemeID(UUID(high: 0, low: 1)), code: code, titles: LocalizedText("Trainers"),
      issuer: .init(UUID(high: 0, low: 2)),
      versions: try (1...3).prefix(versions).map { try version($0, .completion, minimumScore: nil) })
    #expect(scheme.current?.number == (versions == 0 ? nil : versions))
  }

  enum ScoreRefusal: Sendable { case without, outOfRange }

  @discardableResult
  private func version(
    _ number: Int, _ kind: SchemeVersion.Kind, minimumScore: ExactDecimal?
  ) throws(SchemeVersion.Refusal) -> SchemeVersion {
    try SchemeVersion(
      number: number, kind: kind, course: CourseID(UUID(high: 0, low: 3)), minimumScore: minimumScore,
      validity: .unlimited, timeZone: "UTC")
  }
}
