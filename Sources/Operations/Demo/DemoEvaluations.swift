internal import Enrolment
internal import Evaluation
internal import People
internal import Values

// What the demonstration's sessions lead to: forms that come back, promises, and others who are trained.
extension DemoGeneration {
  /// The place of the course whose learners train others.
  static let trainersCourse = 0

  /// So many at the most fill a form in, or promise something, for each session.
  private static let most = 30

  /// Learners say at once what they think of it; of every third session, supervisors say half a year later what they see.
  func evaluate(_ session: SessionCode, _ month: Int, _ enrolments: [EnrolmentID], _ work: Work) throws {
    let asked = min(enrolments.count, DemoGeneration.most)
    guard asked > 0 else { return }
    try ask("R", .reaction, .learner, session, asked, due: day(inMonth: month, 28), answering: 75, work)
    guard month.isMultiple(of: 3) else { return }
    try ask(
      "B", .behaviour, .supervisor, session, asked, due: day(inMonth: month + 6, 28), answering: 50, work)
  }

  private func ask(
    _ mark: String, _ level: EvaluationLevel, _ respondents: RespondentRole, _ session: SessionCode,
    _ asked: Int, due: Day, answering percent: Int, _ work: Work
  ) throws {
    let code = known(EvaluationCode("\(session)-\(mark)"))
    let questions = ["relevance", "trainers", "materials"].map { known(QuestionCode($0)) }
    _ = try AskEvaluation(
      code: code, session: .code(session), level: level, respondents: respondents,
      instrument: "Demonstration form", asked: asked, due: due, highestMark: 5, questions: questions,
      isAnonymous: true
    ).carryOut(work)
    for _ in 0..<asked where random.happens(percent: percent) {
      _ = try AnswerEvaluation(
        evaluation: .code(code),
        marks: questions.map { EvaluationMark(question: $0, mark: 2 + random.number(below: 4)) }
      ).carryOut(work)
    }
  }

  /// Those who completed the course for trainers promise to train ten others within half a year.
  func promise(_ month: Int, _ enrolments: [EnrolmentID], _ work: Work) throws -> [EnrolmentID] {
    let trainers = try enrolments.filter { try work.records.enrolment(identified: $0).state == .completed }
      .prefix(DemoGeneration.most)
    for trainer in trainers {
      _ = try Commit(enrolment: trainer, people: 10, due: day(inMonth: month + 6, 28)).carryOut(work)
    }
    return Array(trainers)
  }

  /// Of those who promised, one in six trains some others in a month.
  func trainOthers(_ month: Int, _ trainers: [EnrolmentID], _ work: Work) throws {
    let latest = trainers.suffix(DemoGeneration.most * 2).enumerated()
    for (place, trainer) in latest where random.happens(percent: 16) {
      let counts: [Person.Sex: Int] = [
        .female: 1 + random.number(below: 6), .male: 1 + random.number(below: 6),
        .unknown: random.number(below: 2),
      ]
      _ = try TrainOthers(
        enrolment: trainer, on: clock.now.dayInUTC, title: "Demonstration lesson \(month + 1).\(place + 1)",
        trained: known(TrainedPeople(counts)), evidence: "Demonstration list"
      ).carryOut(work)
    }
  }
}
