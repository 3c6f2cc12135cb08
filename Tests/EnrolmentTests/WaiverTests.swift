import Catalogue
import Enrolment
import Testing
import Values

/// A waived activity counts as completed and passed, and shows no taking part (cmi5 §9.3.7).
@Suite struct WaiverTests {
  private static let waived = ProgressEvidence(
    activity: "1", claims: [.waived], score: nil, recordedAt: Instant(microseconds: 5))

  @Test func itIsDoneAndWasNotBegun() {
    var progress = ActivityProgress.none
    progress.take(WaiverTests.waived, masteryScore: ExactDecimal("0.8"))
    #expect(progress.startedAt == nil)
    #expect(progress.completedAt == Instant(microseconds: 5))
    #expect(progress.success == .passed && progress.score == nil)
    for rule in MoveOn.allCases { #expect(progress.satisfies(rule)) }
  }

  /// A unit that must be passed, waived alone, and beside another that is open.
  @Test(arguments: [(["1"], CourseOutcome.completed(passed: true)), (["1", "2"], CourseOutcome.none)])
  func whatItAmountsTo(units: [String], expected: CourseOutcome) {
    let launch = Launch(target: .file(path: "index.html", suffix: ""), moveOn: .passed)
    let launches = Dictionary(uniqueKeysWithValues: units.map { ($0, launch) })
    var progress = EnrolmentProgress.none
    progress.take(WaiverTests.waived, launches: launches, passRule: .byActivities)
    #expect(progress.outcome(launches: launches, passRule: .byActivities) == expected)
    #expect(!progress.hasBegun)
    #expect(progress.isSatisfied("1", launches: launches) && !progress.isSatisfied("2", launches: launches))
  }
}
