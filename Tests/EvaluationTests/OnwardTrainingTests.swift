import Enrolment
import Evaluation
import People
import Testing
import Values

/// “Commitment: what was promised; OnwardTraining: trainer, date, people trained by sex, evidence” (domain 7.2).
@Suite struct OnwardTrainingTests {
  private typealias Given = EvaluationTests

  /// “made > in progress > met, partly met, unmet” (domain 7.3)
  @Test(
    "How far a commitment was kept follows from the people trained and the day",
    arguments: [
      // trained, on the day before, on, and after the due one
      (0, .made, .made, .unmet), (1, .inProgress, .inProgress, .partlyMet),
      (9, .inProgress, .inProgress, .partlyMet), (10, .met, .met, .met), (11, .met, .met, .met),
    ] as [(Int, Commitment.State, Commitment.State, Commitment.State)])
  func states(
    _ trained: Int, _ before: Commitment.State, _ on: Commitment.State, _ after: Commitment.State
  ) throws {
    let commitment = try Commitment(
      id: Given.id(1), enrolment: Given.id(2), people: 10, due: Given.day("2026-06-30"),
      recordedAt: Given.instant)
    for (day, state) in [("2026-06-29", before), ("2026-06-30", on), ("2026-07-01", after)] {
      #expect(try commitment.state(trained: trained, on: Given.day(day)) == state)
    }
  }

  @Test("Somebody is to be trained", arguments: [0, -1])
  func nobody(_ people: Int) throws {
    #expect(throws: Commitment.Refusal.nobodyToTrain(people)) {
      try Commitment(
        id: Given.id(1), enrolment: Given.id(2), people: people, due: Given.day("2026-06-30"),
        recordedAt: Given.instant)
    }
  }

  @Test("People are counted by sex; none is fewer than nobody")
  func people() throws {
    let trained = try #require(TrainedPeople([.female: 9, .male: 11, .other: 0, .unknown: 2]))
    #expect(trained[.female] == 9 && trained[.other] == 0 && trained[.undisclosed] == 0)
    #expect(trained.total == 22)
    #expect(trained == TrainedPeople([.unknown: 2, .male: 11, .female: 9]))
    #expect(TrainedPeople([.female: 3, .male: -1]) == nil)
  }

  /// “Onward training counts once, for one lead trainer, with others as helpers” (domain 7.4, 17)
  @Test(
    "Who leads does not help, nobody helps twice, and somebody is trained",
    arguments: [
      ([:], [], .nobodyTrained), ([.female: 3], [7], .leaderHelps), ([.female: 3], [8, 8], .helperRepeated),
      ([.female: 3], [8, 9], nil), ([.unknown: 1], [], nil),
    ] as [([Person.Sex: Int], [UInt64], OnwardTraining.Refusal?)])
  func once(_ counts: [Person.Sex: Int], _ helpers: [UInt64], _ refusal: OnwardTraining.Refusal?) throws {
    let trained = try #require(TrainedPeople(counts))
    func training() throws -> OnwardTraining {
      try OnwardTraining(
        id: Given.id(1), enrolment: Given.id(2), of: Given.id(7), on: Given.day("2026-06-30"),
        title: "Lesson",
        trained: trained, helpers: helpers.map { Given.id($0) }, evidence: "", source: nil,
        recordedAt: Given.instant)
    }
    if let refusal {
      #expect(throws: refusal) { try training() }
    } else {
      #expect(try training().helpers.count == helpers.count)
    }
  }
}
