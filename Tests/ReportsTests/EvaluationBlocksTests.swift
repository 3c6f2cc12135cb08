import Catalogue
import Evaluation
import Enrolment
import People
import Reports
import Testing
import Values

/// “evaluation by level 1-5, response rate, who answered”; “multiplier: people trained by funded trainers” (domain 5.3).
@Suite struct EvaluationBlocksTests {
  /// An evaluation whose answers have two marks each.
  private static func evaluation(
    _ level: EvaluationLevel = .reaction, _ respondents: RespondentRole = .learner, highest: Int = 5,
    asked: Int, marks: [(Int, Int)], by people: [Int]? = nil, host: Int = 900, donors: [Int] = [7],
    due: String = "2026-06-30"
  ) throws -> EvaluationFact {
    EvaluationFact(
      host: Facts.id(host), donors: Set(donors.map { Facts.id($0) }), level: level, respondents: respondents,
      highestMark: highest, asked: asked, due: try Facts.day(due),
      answers: marks.enumerated().map { place, pair in
        EvaluationFact.Answer(
          respondent: people.map { Facts.id($0[place]) }, sum: pair.0 + pair.1, marks: 2)
      })
  }

  private static func trainer(
    _ person: Int, _ party: PartyLabel? = nil, course: Int = 1, donors: [Int] = [7]
  ) throws -> TrainerFact {
    TrainerFact(
      person: Facts.id(person), party: party,
      course: CourseLabel(
        id: Facts.id(course), code: try Facts.code("C\(course)"), title: LocalizedText("Course \(course)")),
      donors: Set(donors.map { Facts.id($0) }))
  }

  private static func training(
    _ trainer: TrainerFact, _ counts: [Person.Sex: Int], on day: String = "2026-05-01"
  ) throws -> OnwardTrainingFact {
    OnwardTrainingFact(
      trainer: trainer, on: try Facts.day(day), trained: try #require(TrainedPeople(counts)))
  }

  private static func report(
    _ audience: ReportAudience, _ party: Int = 7, evaluations: [EvaluationFact] = [],
    trainings: [OnwardTrainingFact] = [], commitments: [CommitmentFact] = []
  ) throws -> CertificationReport {
    var builder = CertificationReportBuilder(
      try Facts.parameters(audience, party: audience.partyKind.map { try Facts.party(party, $0) }))
    for fact in evaluations { builder.add(fact) }
    for fact in trainings { builder.add(fact) }
    for fact in commitments { builder.add(fact) }
    return builder.finish()
  }

  private static func answers(_ count: Int) -> [(Int, Int)] { (0..<count).map { _ in (4, 5) } }

  @Test("Levels, respondents and scales are never put together; a mean has its base")
  func levels() throws {
    let report = try Self.report(
      .directorate,
      evaluations: [
        try Self.evaluation(asked: 10, marks: [(5, 4), (3, 3), (1, 2)]),
        try Self.evaluation(asked: 2, marks: [(4, 5)]),
        try Self.evaluation(.reaction, .supervisor, asked: 4, marks: []),
        try Self.evaluation(.learning, highest: 10, asked: 3, marks: [(10, 9), (8, 8)]),
        try Self.evaluation(asked: 50, marks: [(1, 1)], due: "2025-12-31"),
        try Self.evaluation(asked: 50, marks: [(1, 1)], due: "2027-01-01"),
      ])
    #expect(
      report.lines(.evaluations) == [
        "reaction learner 1-5 2 12 4 333/12 338/8", "reaction supervisor 1-5 1 4 0 0/4 -",
        "learning learner 1-10 1 3 2 667/3 875/4",
      ])
    #expect(report.totalLine(.evaluations) == "total - - 4 19 6 316/19 -")
  }

  @Test(
    "A mean is rounded half up to two decimals",
    arguments: [
      (1, 3, "33/3"), (2, 3, "67/3"), (9, 8, "113/8"), (8, 2, "400/2"), (1, 200, "1/200"), (0, 0, "-"),
    ] as [(Int, Int, String)])
  func means(_ sum: Int, _ marks: Int, _ shown: String) throws {
    let answers = marks == 0 ? [] : [EvaluationFact.Answer(respondent: nil, sum: sum, marks: marks)]
    let fact = EvaluationFact(
      host: nil, donors: [], level: .results, respondents: .sponsor, highestMark: 5, asked: 1,
      due: try Facts.day("2026-06-30"), answers: answers)
    let line = try #require(Self.report(.directorate, evaluations: [fact]).lines(.evaluations).first)
    #expect(line.split(separator: " ").last.map(String.init) == shown)
  }

  @Test("Whoever delivers or pays for a session sees its evaluations, and nobody others")
  func audiences() throws {
    let facts = [
      try Self.evaluation(asked: 40, marks: Self.answers(20), host: 1, donors: [7]),
      try Self.evaluation(asked: 30, marks: Self.answers(10), host: 2, donors: [8]),
    ]
    for (audience, party, line) in [
      (.directorate, 0, "2 70 30"), (.donor, 7, "1 40 20"), (.donor, 8, "1 30 10"), (.member, 1, "1 40 20"),
      (.university, 2, "1 30 10"), (.rocb, 1, "1 40 20"),
    ] as [(ReportAudience, Int, String)] {
      let report = try Self.report(audience, party, evaluations: facts)
      let rows = report.lines(.evaluations)
      #expect(rows.count == 1 && rows[0].hasPrefix("reaction learner 1-5 \(line) "), "\(audience) \(party)")
    }
    #expect(try Self.report(.donor, 9, evaluations: facts).lines(.evaluations).isEmpty)
  }

  /// Nobody knows who is behind anonymous answers: the same few may have answered every time.
  @Test(
    "Few answers, or few who did not answer, are hidden from all but the Secretariat",
    arguments: [
      // evaluations of so many asked and answered → what a donor sees of them
      ([(20, 5)], "1 20 5 250/20 450/10"), ([(20, 4)], "1 * * * *"), ([(20, 16)], "1 * * * *"),
      ([(20, 15)], "1 20 15 750/20 450/30"), ([(20, 20)], "1 20 20 1000/20 450/40"),
      ([(20, 0)], "1 20 0 0/20 -"), ([(20, 3), (20, 3)], "2 * * * *"),
    ] as [([(Int, Int)], String)])
  func fewAnswers(_ forms: [(Int, Int)], _ shown: String) throws {
    let facts = try forms.map { try Self.evaluation(asked: $0.0, marks: Self.answers($0.1)) }
    #expect(
      try Self.report(.donor, evaluations: facts).lines(.evaluations) == ["reaction learner 1-5 \(shown)"])
    let whole = try Self.report(.directorate, evaluations: facts).lines(.evaluations)
    #expect(whole.allSatisfy { !$0.contains("*") })
  }

  @Test("Where one row is hidden, another one is, so that the total gives nothing away")
  func complementary() throws {
    let facts = [
      try Self.evaluation(asked: 20, marks: Self.answers(3)),
      try Self.evaluation(.learning, asked: 20, marks: Self.answers(8)),
      try Self.evaluation(.behaviour, asked: 30, marks: Self.answers(12)),
    ]
    #expect(
      try Self.report(.donor, evaluations: facts).lines(.evaluations) == [
        "reaction learner 1-5 1 * * * *", "learning learner 1-5 1 * * * *",
        "behaviour learner 1-5 1 30 12 400/30 450/24",
      ])
  }

  @Test("Onward training counts once, by the course of who led it; people are told by sex")
  func onward() throws {
    let facts = [
      try Self.training(Self.trainer(1), [.female: 9, .male: 11]),
      try Self.training(Self.trainer(1), [.female: 1, .unknown: 2]),
      try Self.training(Self.trainer(2, course: 2), [.male: 5]),
      try Self.training(Self.trainer(1, course: 2), [.male: 7]),
      try Self.training(Self.trainer(1), [.female: 90], on: "2025-12-31"),
    ]
    let report = try Self.report(.directorate, trainings: facts)
    #expect(report.lines(.onwardTraining) == ["C1 1 2 23", "C2 2 2 12"])
    #expect(report.totalLine(.onwardTraining) == "total 2 4 35")
    #expect(
      report.lines(.onwardTrainingBySex) == ["female 10 286/35", "male 23 657/35", "unknown 2 57/35"])
    #expect(report.totalLine(.onwardTrainingBySex) == "total 35 -")
  }

  @Test("The multiplier is the Member's of its officers and the donor's of whom it paid for")
  func multiplierOf() throws {
    let facts =
      try (0..<6).map { try Self.training(Self.trainer($0, Facts.member(7, .esa)), [.female: 5]) }
      + (10..<17).map {
        try Self.training(Self.trainer($0, Facts.member(2, .wca), donors: [8]), [.male: 6])
      }
    for (audience, party, line) in [
      (.directorate, 0, "C1 13 13 72"), (.member, 7, "C1 6 6 30"), (.donor, 8, "C1 7 7 42"),
      (.rocb, 9, "C1 6 6 30"),
    ] as [(ReportAudience, Int, String)] {
      #expect(try Self.report(audience, party, trainings: facts).lines(.onwardTraining) == [line])
    }
    #expect(try Self.report(.university, trainings: facts).block(.onwardTraining) == nil)
  }

  @Test(
    "From a donor few trainers are hidden with all that they did, and few whom they trained",
    arguments: [
      (5, 5, "C1 5 5 25"), (4, 50, "C1 * * *"), (5, 1, "C1 * * *"),
    ] as [(Int, Int, String)])
  func fewTrainers(_ trainers: Int, _ each: Int, _ shown: String) throws {
    let facts = try (0..<trainers).map { try Self.training(Self.trainer($0), [.female: each]) }
    #expect(try Self.report(.donor, trainings: facts).lines(.onwardTraining) == [shown])
  }

  /// The trainers of both hidden courses are six, but those whom they trained may be two: the third course is hidden too.
  @Test("Few whom several trainers trained are not what the total leaves")
  func fewTrainedBeside() throws {
    let facts =
      try (0..<2).map { try Self.training(Self.trainer($0), [.female: 1]) }
      + (10..<14).map { try Self.training(Self.trainer($0, course: 2), [.female: 2]) }
      + (20..<26).map { try Self.training(Self.trainer($0, course: 3), [.female: 30]) }
      + (30..<50).map { try Self.training(Self.trainer($0, course: 4), [.female: 30]) }
    let report = try Self.report(.donor, trainings: facts)
    #expect(report.lines(.onwardTraining) == ["C1 * * *", "C2 * * *", "C3 * * *", "C4 20 20 600"])
    #expect(report.totalLine(.onwardTraining) == "total 32 32 790")
  }

  @Test("Courses of one trainer each are hidden with the total, and so are sexes of one person each")
  func oneEach() throws {
    let courses = try (1...5).map { try Self.training(Self.trainer($0, course: $0), [.female: 9]) }
    #expect(try Self.report(.donor, trainings: courses).totalLine(.onwardTraining) == "total * * *")
    let sexes = try Person.Sex.allCases.enumerated().map {
      try Self.training(Self.trainer($0.offset), [$0.element: 1])
    }
    #expect(try Self.report(.donor, trainings: sexes).totalLine(.onwardTrainingBySex) == "total * -")
  }

  @Test("Commitments are told by how far they were kept, with what was promised and done")
  func commitments() throws {
    let report = try Self.report(
      .directorate,
      commitments: [
        try Self.made(1, 10, 12, .met), try Self.made(2, 10, 4, .partlyMet),
        try Self.made(1, 20, 6, .partlyMet),
        try Self.made(3, 8, 0, .unmet), try Self.made(4, 9, 9, .met, due: "2027-01-01"),
      ])
    #expect(
      report.lines(.commitments) == [
        "met 1 1 10 12 1200/10", "partly-met 2 2 30 10 333/30", "unmet 1 1 8 0 0/8",
      ])
    #expect(report.totalLine(.commitments) == "total 4 3 48 22 458/48")
  }

  private static func made(
    _ person: Int, _ people: Int, _ trained: Int, _ state: Commitment.State, due: String = "2026-05-01"
  ) throws -> CommitmentFact {
    CommitmentFact(
      trainer: try trainer(person), people: people, due: try Facts.day(due), trained: trained, state: state)
  }

  /// What was not begun trained nobody: so whoever is hidden beside it trained what the total leaves.
  @Test(
    "The people whom few trained are not what the total leaves",
    arguments: [
      // commitments met, partly met, unmet → rows, total
      (6, 0, 6, ["met 6 6 60 60 1000/60", "unmet 6 6 60 0 0/60"], "total 12 12 120 60 500/120"),
      (
        3, 5, 4, ["met * * * * *", "partly-met * * * * *", "unmet * * * * *"], "total 12 12 120 50 417/120"
      ),
      (3, 0, 4, ["met * * * * *", "unmet * * * * *"], "total 7 7 70 * *"),
    ] as [(Int, Int, Int, [String], String)])
  func fewKeptThem(_ met: Int, _ partly: Int, _ unmet: Int, _ rows: [String], _ total: String) throws {
    let facts =
      try (0..<met).map { try Self.made($0, 10, 10, .met) }
      + (20..<20 + partly).map { try Self.made($0, 10, 4, .partlyMet) }
      + (40..<40 + unmet).map { try Self.made($0, 10, 0, .unmet) }
    let report = try Self.report(.donor, commitments: facts)
    #expect(report.lines(.commitments) == rows)
    #expect(report.totalLine(.commitments) == total)
  }
}
