import Catalogue
import Enrolment
import Testing
import Values

@Suite struct ActivityProgressTests {
  @Test(
    "What records make of one activity: mastery score, records, success, score",
    arguments: [
      ("a claim of passing", "", ["passed"], .passed, ""),
      ("a claim of failing", "", ["failed"], .failed, ""),
      ("completion is no pass", "", ["completed"], .unknown, ""),
      ("a score alone decides nothing where none is asked", "", ["completed 1.0"], .unknown, "1.0"),
      ("the mastery score is reached", "0.7", ["completed 0.7"], .passed, "0.7"),
      (
        "the mastery score is missed", "0.7", ["completed 0.699999999999999999"], .failed,
        "0.699999999999999999"
      ),
      ("reached against a claim of failing", "0.7", ["failed 0.7"], .passed, "0.7"),
      ("missed against a claim of passing", "0.7", ["passed 0.69"], .failed, "0.69"),
      ("a claim without score where one is asked", "0.7", ["passed"], .passed, ""),
      ("a claim with a score that cannot be compared", "0.7", ["failed 90"], .failed, "90"),
      ("both claimed at once", "", ["passed+failed"], .passed, ""),
      ("passed stays passed", "", ["passed", "failed"], .passed, ""),
      ("a worse score after a pass", "0.7", ["passed 0.8", "failed 0.3"], .passed, "0.8"),
      (
        "a worse score after a pass, though it passes too", "0.7", ["passed 0.8", "passed 0.75"], .passed,
        "0.8"
      ),
      ("a better score after a pass", "0.7", ["passed 0.8", "passed 0.9"], .passed, "0.9"),
      ("a better score, then a worse", "0.7", ["passed 0.8", "passed 0.9", "passed 0.8"], .passed, "0.9"),
      ("a score that cannot be compared after a pass", "0.7", ["passed 0.8", "passed 100"], .passed, "0.8"),
      ("the first score after a pass without one", "", ["passed", "completed 0.9"], .passed, "0.9"),
      ("the score of a failure after a pass without one", "", ["passed", "failed 0.2"], .passed, ""),
      ("failed, then passed", "0.7", ["failed 0.3", "passed 0.9"], .passed, "0.9"),
      ("failed twice: the last score", "0.7", ["failed 0.6", "failed 0.5"], .failed, "0.5"),
      ("failed, then gone on without a score", "0.7", ["failed 0.6", "started"], .failed, "0.6"),
      ("begun only", "0.7", ["started"], .unknown, ""),
      ("nothing", "0.7", [], .unknown, ""),
    ] as [(String, String, [String], ActivityProgress.Success, String)])
  func success(
    why: String, mastery: String, records: [String], success: ActivityProgress.Success, score: String
  ) throws {
    let progress = try progress(records, mastery: mastery)
    let expected = score.isEmpty ? nil : try Example.score(score)
    #expect(progress.success == success)
    #expect(progress.score == expected)
  }

  @Test(
    "When things happened, in seconds: started, completed, decided",
    arguments: [
      ("nothing", [], nil, nil, nil),
      ("the first record starts", ["completed"], 1, 1, nil),
      ("the first completion counts", ["started", "completed", "completed"], 1, 2, nil),
      ("the deciding record", ["started", "passed", "passed"], 1, nil, 2),
      ("failed first, then passed", ["failed", "started", "passed", "failed"], 1, nil, 3),
      ("the first of two failures", ["failed", "failed"], 1, nil, 1),
      ("completed after the pass", ["passed", "completed"], 1, 2, 1),
    ] as [(String, [String], Int64?, Int64?, Int64?)])
  func times(why: String, records: [String], started: Int64?, completed: Int64?, decided: Int64?) throws {
    let progress = try progress(records, mastery: "")
    #expect(progress.startedAt?.microseconds == started.map { $0 * 1_000_000 })
    #expect(progress.completedAt?.microseconds == completed.map { $0 * 1_000_000 })
    #expect(progress.successAt?.microseconds == decided.map { $0 * 1_000_000 })
  }

  /// A correction is taken in at its place in the order, and shows things from when it was made.
  @Test func aCorrectionStartsAndCompletesNothingEarlierThanTheRecordsBehindIt() throws {
    let corrected = try Example.record("1 completed", atSecond: 9).on(Instant(microseconds: 1_000_000))
    #expect(corrected.occasion == Instant(microseconds: 1_000_000))
    var progress = ActivityProgress.none
    for record in [corrected, try Example.record("1 completed", atSecond: 5)] {
      progress.take(record, masteryScore: nil)
    }
    #expect(progress.startedAt?.microseconds == 5_000_000)
    #expect(progress.completedAt?.microseconds == 5_000_000)
  }

  @Test("moveOn by what the records say", arguments: MoveOn.allCases)
  func satisfies(moveOn: MoveOn) throws {
    for records in [
      [], ["started"], ["completed"], ["passed"], ["completed", "passed"], ["completed", "failed"],
    ] {
      let progress = try progress(records, mastery: "")
      let expected = moveOn.isSatisfied(
        completed: records.contains("completed"), passed: records.contains("passed"))
      #expect(progress.satisfies(moveOn) == expected, "\(records)")
    }
  }

  private func progress(_ records: [String], mastery: String) throws -> ActivityProgress {
    var progress = ActivityProgress.none
    for record in try Example.records(records.map { "1 " + $0 }) {
      progress.take(record, masteryScore: ExactDecimal(mastery))
    }
    return progress
  }
}
