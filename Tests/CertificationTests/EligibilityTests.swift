import Catalogue
import Certification
import Enrolment
import Testing
import Values

@Suite struct EligibilityTests {
  private static let enrolment = EnrolmentID(UUID(high: 0, low: 1))
  private static let course = CourseID(UUID(high: 0, low: 2))
  private static let otherCourse = CourseID(UUID(high: 0, low: 3))
  private static let number = CertificateNumber(recorded: "TTT-2026-000042")

  /// "A certificate of attendance requires attendance only" (domain 7.4, 6).
  @Test("Attendance, whatever became of the enrolment", arguments: EnrolmentState.allCases, [false, true])
  func attendance(state: EnrolmentState, hasAttended: Bool) throws {
    for isPassed in [false, true] {
      let verdict = try verdict(
        .attendance, records(state, isPassed: isPassed, hasAttended: hasAttended))
      #expect(
        verdict
          == (hasAttended
            ? .eligible(because: [.attended(Self.enrolment)]) : .notEligible(because: [.notAttended(state)])))
    }
  }

  /// "A certificate of completion or achievement requires a completion" (domain 7.4, 6).
  @Test("Completion, by the state of the enrolment", arguments: EnrolmentState.allCases)
  func completion(state: EnrolmentState) throws {
    for isPassed in [false, true] {
      let verdict = try verdict(.completion, records(state, isPassed: isPassed))
      #expect(
        verdict
          == (state == .completed
            ? .eligible(because: [.completed(Self.enrolment)])
            : .notEligible(because: [.notCompleted(state)])))
    }
  }

  @Test(
    "Achievement, where a pass is enough: state, passed, what speaks against it",
    arguments: [
      (.waiting, false, .notCompleted(.waiting)), (.waiting, true, .notCompleted(.waiting)),
      (.enrolled, false, .notCompleted(.enrolled)), (.enrolled, true, .notCompleted(.enrolled)),
      (.started, false, .notCompleted(.started)), (.started, true, .notCompleted(.started)),
      (.completed, false, .notPassed), (.completed, true, nil),
      (.failed, false, .notCompleted(.failed)), (.failed, true, .notCompleted(.failed)),
      (.withdrawn, false, .notCompleted(.withdrawn)), (.withdrawn, true, .notCompleted(.withdrawn)),
      (.noShow, false, .notCompleted(.noShow)), (.noShow, true, .notCompleted(.noShow)),
      (.expired, false, .notCompleted(.expired)), (.expired, true, .notCompleted(.expired)),
    ] as [(EnrolmentState, Bool, Eligibility.Reason?)])
  func achievement(state: EnrolmentState, isPassed: Bool, against: Eligibility.Reason?) throws {
    let expected: Eligibility =
      against.map { .notEligible(because: [$0]) }
      ?? .eligible(because: [.completed(Self.enrolment), .passed(Self.enrolment)])
    #expect(try verdict(.achievement, records(state, isPassed: isPassed)) == expected)
  }

  @Test(
    "Achievement, where the scheme asks 0.8: its bar decides, whether or not the version counts it as a pass",
    arguments: [
      (true, "0.8", []), (true, "0.95", []), (true, "80/100", []),
      (true, "0.799999999999999999", [.score]), (true, "79/100", [.score]), (true, "80", [.comparableScore]),
      (true, "", [.comparableScore]),
      (false, "0.8", []), (false, "0.5", [.score]), (false, "80", [.comparableScore]),
      (false, "", [.comparableScore]),
    ] as [(Bool, String, [Missing])])
  func minimumScore(isPassed: Bool, score text: String, missing: [Missing]) throws {
    let asked = try #require(ExactDecimal("0.8"))
    let score = text.isEmpty ? nil : try score(text)
    let reasons = missing.map { missing -> Eligibility.Reason in
      switch (missing, score) {
      case (.score, .some(let score)): .scoreTooLow(score, asked: asked)
      case (.score, nil), (.comparableScore, _): .scoreMissing(asked: asked)
      }
    }
    let verdict = try verdict(
      .achievement, minimumScore: asked, records(.completed, isPassed: isPassed, score: score))
    if let score, reasons.isEmpty {
      #expect(
        verdict
          == .eligible(
            because: [.completed(Self.enrolment)] + (isPassed ? [.passed(Self.enrolment)] : [])
              + [.scored(score, reaching: asked)]))
    } else {
      #expect(verdict == .notEligible(because: reasons))
    }
  }

  @Test("Before completion neither pass nor score is missed yet", arguments: EnrolmentState.allCases)
  func scoreBeforeCompletion(state: EnrolmentState) throws {
    guard state != .completed else { return }
    let asked = try #require(ExactDecimal("0.8"))
    let verdict = try verdict(
      .achievement, minimumScore: asked, records(state, isPassed: false, score: score("0.5")))
    #expect(verdict == .notEligible(because: [.notCompleted(state)]))
  }

  @Test("All reasons are named, not only the first", arguments: SchemeVersion.Kind.allCases)
  func allReasons(kind: SchemeVersion.Kind) throws {
    let verdict = try verdict(
      kind, records(.noShow, isPassed: false, course: Self.otherCourse, certificate: Self.number))
    #expect(
      verdict
        == .notEligible(because: [
          .otherCourse, .alreadyCertified(Self.number),
          kind == .attendance ? .notAttended(.noShow) : .notCompleted(.noShow),
        ]))
  }

  /// "One live certificate per person, scheme and scope" (domain 7.4, 7).
  @Test("Nothing stands against it but one thing", arguments: SchemeVersion.Kind.allCases)
  func oneReason(kind: SchemeVersion.Kind) throws {
    #expect(
      try verdict(kind, records(.completed, isPassed: true, certificate: Self.number))
        == .notEligible(because: [.alreadyCertified(Self.number)]))
    #expect(
      try verdict(kind, records(.completed, isPassed: true, course: Self.otherCourse))
        == .notEligible(because: [.otherCourse]))
  }

  /// “Prerequisites: holds certificate of scheme X in force.”
  @Test(
    "What is required to be held: what there is, and what of it stands against the award",
    arguments: [
      ([.issued], nil), ([.revoked, .issued], nil), ([.expired, .replaced, .issued], nil),
      ([], .some(nil)), ([.suspended], .some(.suspended)), ([.revoked], .some(.revoked)),
      ([.expired], .some(.expired)), ([.replaced, .expired], .some(.expired)),
    ] as [([CertificateState], CertificateState??)])
  func prerequisites(held states: [CertificateState], missing: CertificateState??) throws {
    let required = try #require(SchemeCode("BASE"))
    let held = states.enumerated().map { place, state in
      HeldCertificate(
        scheme: required, number: CertificateNumber(recorded: "BASE-2026-00000\(place)"), state: state)
    }
    let version = try SchemeVersion(
      number: 1, kind: .completion, course: Self.course, minimumScore: nil, prerequisites: [required],
      validity: .unlimited, timeZone: "UTC")
    let verdict = version.eligibility(
      for: CertificationRecords(
        enrolment: Self.enrolment, course: Self.course, state: .completed, facts: .none, score: nil,
        held: held, certificateInForce: nil))
    let last = held.last
    let expected: Eligibility =
      if missing == nil, let last {
        .eligible(because: [.completed(Self.enrolment), .holds(last.number, of: required)])
      } else {
        .notEligible(because: [.prerequisiteMissing(required, found: last)])
      }
    #expect(verdict == expected)
  }

  @Test func aCertificateOfAnotherSchemeIsNotTheOneRequired() throws {
    let (required, other) = (try #require(SchemeCode("BASE")), try #require(SchemeCode("OTHER")))
    let version = try SchemeVersion(
      number: 1, kind: .completion, course: Self.course, minimumScore: nil, prerequisites: [required],
      validity: .unlimited, timeZone: "UTC")
    let held = HeldCertificate(scheme: other, number: Self.number, state: .issued)
    let verdict = version.eligibility(
      for: CertificationRecords(
        enrolment: Self.enrolment, course: Self.course, state: .completed, facts: .none, score: nil,
        held: [held], certificateInForce: nil))
    #expect(verdict == .notEligible(because: [.prerequisiteMissing(required, found: nil)]))
  }

  /// What an achievement may lack, in the order it is named.
  enum Missing: Sendable { case score, comparableScore }

  private func verdict(
    _ kind: SchemeVersion.Kind, minimumScore: ExactDecimal? = nil, _ records: CertificationRecords
  ) throws -> Eligibility {
    try SchemeVersion(
      number: 1, kind: kind, course: Self.course, minimumScore: minimumScore, validity: .unlimited,
      timeZone: "UTC",
      stages: kind == .masterTrainer
        ? [SchemeStage(course: Self.otherCourse, attainment: .attendance, mayBeWaived: false)] : []
    ).eligibility(for: records)
  }

  private func records(
    _ state: EnrolmentState, isPassed: Bool, hasAttended: Bool? = nil, score: Score? = nil,
    course: CourseID = Self.course, certificate: CertificateNumber? = nil
  ) -> CertificationRecords {
    CertificationRecords(
      enrolment: Self.enrolment, course: course, state: state,
      facts: EnrolmentFacts(hasAttended: hasAttended ?? (state == .completed), isPassed: isPassed),
      score: score, certificateInForce: certificate)
  }

  /// A score with a point is scaled, `80/100` is raw of a maximum, `80` raw alone.
  private func score(_ text: String) throws(Score.Refusal) -> Score {
    let parts = text.split(separator: "/").map { ExactDecimal($0) }
    if parts.count == 1, text.contains(".") { return try Score(scaled: parts[0]) }
    return try Score(raw: parts[0], maximum: parts.count > 1 ? parts[1] : nil)
  }
}
