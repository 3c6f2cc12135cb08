import Catalogue
import Enrolment
import Testing
import Values

@Suite struct EnrolmentProgressTests {
  @Test(
    "What records amount to by a course's activities",
    arguments: [
      ("nothing recorded", [.init("1", .completed)], [], .none),
      ("nothing recorded, nothing asked", [.init("1", .notApplicable)], [], .none),
      ("begun", [.init("1", .completed)], ["1 started"], .started),
      ("one of two done", [.init("1", .completed), .init("2", .completed)], ["1 completed"], .started),
      (
        "both done", [.init("1", .completed), .init("2", .completed)], ["2 completed", "1 completed"],
        .completed(passed: false)
      ),
      (
        "nothing asked, once begun", [.init("1", .notApplicable), .init("2", .notApplicable)], ["2 started"],
        .completed(passed: false)
      ),
      (
        "nothing asked of one", [.init("1", .notApplicable), .init("2", .passed)], ["2 passed"],
        .completed(passed: true)
      ),
      ("passed where a pass is asked", [.init("1", .passed)], ["1 passed"], .completed(passed: true)),
      ("completed where a pass is asked", [.init("1", .passed)], ["1 completed"], .started),
      (
        "failed where a pass is asked: another attempt may follow", [.init("1", .passed)], ["1 failed"],
        .attemptFailed
      ),
      (
        "failed where both are asked", [.init("1", .completedAndPassed)], ["1 completed+failed"],
        .attemptFailed
      ),
      (
        "failed where a pass is asked, and gone on", [.init("1", .passed), .init("2", .completed)],
        ["1 failed", "1 started", "2 completed"], .attemptFailed
      ),
      ("failed where completion is asked", [.init("1", .completed)], ["1 failed"], .started),
      ("failed where either will do", [.init("1", .completedOrPassed)], ["1 failed"], .started),
      (
        "failed where nothing is asked", [.init("1", .notApplicable), .init("2", .completed)], ["1 failed"],
        .started
      ),
      ("failed, then passed", [.init("1", .passed)], ["1 failed", "1 passed"], .completed(passed: true)),
      ("completed where both are asked", [.init("1", .completedAndPassed)], ["1 completed"], .started),
      ("passed where both are asked", [.init("1", .completedAndPassed)], ["1 passed"], .started),
      (
        "both where both are asked", [.init("1", .completedAndPassed)], ["1 completed+passed"],
        .completed(passed: true)
      ),
      (
        "completed where either will do", [.init("1", .completedOrPassed)], ["1 completed"],
        .completed(passed: false)
      ),
      (
        "passed where either will do", [.init("1", .completedOrPassed)], ["1 passed"],
        .completed(passed: true)
      ),
      (
        "completed and failed where either will do", [.init("1", .completedOrPassed)], ["1 completed+failed"],
        .completed(passed: false)
      ),
      (
        "completed, the mastery score missed", [.init("1", .completed, mastery: "0.7")], ["1 completed 0.6"],
        .completed(passed: false)
      ),
      (
        "completed, the mastery score reached", [.init("1", .completed, mastery: "0.7")], ["1 completed 0.7"],
        .completed(passed: true)
      ),
      (
        "read one, passed the other", [.init("1", .completed), .init("2", .passed)],
        ["1 completed", "2 passed"],
        .completed(passed: true)
      ),
      (
        "passed one, a mastery score left open",
        [.init("1", .passed), .init("2", .completed, mastery: "0.7")],
        ["1 passed", "2 completed"], .completed(passed: false)
      ),
      (
        "records on what the version lacks", [.init("1", .completed)], ["9 completed", "group completed"],
        .none
      ),
      ("keys differ by case", [.init("a", .completed)], ["A completed"], .none),
    ] as [(String, [Example.Activity], [String], CourseOutcome)])
  func byActivities(
    why: String, activities: [Example.Activity], records: [String], outcome: CourseOutcome
  ) throws {
    #expect(try self.outcome(of: records, on: Example.version(activities)) == outcome)
  }

  @Test(
    "A result of the whole course decides",
    arguments: [
      ("the score to reach, reached", "0.8", ["course completed 0.8"], .completed(passed: true)),
      ("the score to reach, missed", "0.8", ["course completed 0.79"], .attemptFailed),
      ("missed against a claim", "0.8", ["course passed 0.79"], .attemptFailed),
      ("failed, then passed", "0.8", ["course failed 0.5", "course passed 0.9"], .completed(passed: true)),
      ("passed, then failed", "0.8", ["course passed 0.9", "course failed 0.5"], .completed(passed: true)),
      ("all activities done, the score to reach outstanding", "0.8", ["1 completed+passed"], .started),
      ("observed to be satisfactory", "", ["course completed+passed"], .completed(passed: true)),
      ("observed to be unsatisfactory", "", ["course failed"], .attemptFailed),
      (
        "observed before the activities are done", "", ["1 started", "course completed+passed"],
        .completed(passed: true)
      ),
      ("failed though the activities are done", "", ["1 completed+passed", "course failed"], .attemptFailed),
      ("failed finally", "0.8", ["course failed+final 0.5"], .failed),
      (
        "failed twice, the second time finally", "0.8", ["course failed 0.5", "course failed+final 0.6"],
        .failed
      ),
      ("passed finally", "0.8", ["course passed+final 0.9"], .completed(passed: true)),
      (
        "failed finally, then passed", "0.8", ["course failed+final 0.5", "course passed 0.9"],
        .completed(passed: true)
      ),
      ("an activity failed finally", "", ["1 failed+final"], .attemptFailed),
      ("the work was done, no score asked", "", ["course completed 0.4"], .completed(passed: false)),
      ("begun as a whole", "", ["course started"], .started),
    ] as [(String, String, [String], CourseOutcome)])
  func byTheCourse(why: String, passingScore: String, records: [String], outcome: CourseOutcome) throws {
    let version = Example.version([.init("1", .completedAndPassed)], passingScore: passingScore)
    #expect(try self.outcome(of: records, on: version) == outcome)
  }

  @Test("What a record moves", arguments: [("1", true), ("course", true), ("group", false), ("9", false)])
  func moves(key: String, isMoved: Bool) throws {
    let version = Example.version([.init("1", .completed)])
    var progress = EnrolmentProgress.none
    let record = try Example.record("\(key) completed", atSecond: 1)
    #expect(progress.take(record, launches: version.launchesByKey, passRule: version.passRule) == isMoved)
    #expect((progress != .none) == isMoved)
  }

  @Test func takingRecordsOneByOneOrTogetherIsTheSame() throws {
    let version = Example.version([.init("1", .passed, mastery: "0.7"), .init("2", .completed)])
    let records = try Example.records([
      "1 started", "2 completed", "1 failed 0.5", "9 passed", "1 passed 0.9",
    ])
    var progress = EnrolmentProgress.none
    for record in records {
      progress.take(record, launches: version.launchesByKey, passRule: version.passRule)
    }
    #expect(progress == EnrolmentProgress(of: records, on: version))
    #expect(progress.activities.keys.sorted() == ["1", "2"])
    #expect(progress.course == .none)
  }

  @Test func onlyWhatCanBeLaunchedHasARule() {
    let version = Example.version([.init("1", .passed, mastery: "0.7"), .init("2", .completed)])
    #expect(version.launchesByKey.keys.sorted() == ["1", "2"])
    #expect(version.launchesByKey["1"]?.masteryScore == ExactDecimal("0.7"))
  }

  private func outcome(of records: [String], on version: CourseVersion) throws -> CourseOutcome {
    try EnrolmentProgress(of: Example.records(records), on: version)
      .outcome(launches: version.launchesByKey, passRule: version.passRule)
  }
}
