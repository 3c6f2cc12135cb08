import Enrolment
import Evaluation
import People
import Testing
import Values

/// “Evaluation: session or pathway, level 1-5, respondent role, instrument, due and answered dates, values” (domain 7.2).
@Suite struct EvaluationTests {
  static let instant = Instant(microseconds: 0)

  static func id<Subject>(_ number: UInt64) -> Identifier<Subject> { Identifier(UUID(high: 1, low: number)) }

  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private static func evaluation(
    asked: Int = 9, highest: Int = 5, questions: [String] = ["relevance", "trainers"], anonymous: Bool = false
  ) throws -> Evaluation {
    let code = try #require(EvaluationCode("E"))
    let questions = try questions.map { try #require(QuestionCode($0)) }
    return try Evaluation(
      id: id(1), code: code, session: id(2), level: .reaction, respondents: .learner, instrument: "Form",
      asked: asked, due: day("2026-06-30"), highestMark: highest, questions: questions,
      isAnonymous: anonymous, recordedAt: instant)
  }

  private static func mark(_ question: String, _ mark: Int) throws -> EvaluationMark {
    EvaluationMark(question: try #require(QuestionCode(question)), mark: mark)
  }

  /// “five levels: reaction, learning, behaviour, results, return on investment”; “top management, sponsor, supervisors, the
  /// training unit, learners” (domain 5.2)
  @Test("There are five levels, and five kinds of respondents")
  func levels() {
    #expect(
      EvaluationLevel.allCases.map(\.rawValue)
        == ["reaction", "learning", "behaviour", "results", "return-on-investment"])
    #expect(
      Set(RespondentRole.allCases.map(\.rawValue))
        == ["top-management", "sponsor", "supervisor", "training-unit", "learner"])
  }

  @Test("Somebody is asked", arguments: [(1, true), (0, false), (-1, false)])
  func asked(_ asked: Int, _ isTaken: Bool) throws {
    if isTaken {
      #expect(try Self.evaluation(asked: asked).asked == asked)
    } else {
      #expect(throws: Evaluation.Refusal.nobodyAsked(asked)) { try Self.evaluation(asked: asked) }
    }
  }

  @Test("A scale has 2 to 100 marks", arguments: [(1, false), (2, true), (100, true), (101, false)])
  func scale(_ highest: Int, _ isTaken: Bool) throws {
    if isTaken {
      #expect(try Self.evaluation(highest: highest).highestMark == highest)
    } else {
      #expect(throws: Evaluation.Refusal.scaleBeyond(2...100)) { try Self.evaluation(highest: highest) }
    }
  }

  @Test("A form has questions, each once; capitals do not part codes")
  func questions() throws {
    #expect(throws: Evaluation.Refusal.questionsMissing) { try Self.evaluation(questions: []) }
    let twice = try #require(QuestionCode("a"))
    #expect(throws: Evaluation.Refusal.questionRepeated(twice)) {
      try Self.evaluation(questions: ["a", "A"])
    }
  }

  /// What is wrong with an answer.
  enum Fault { case none, marksMissing, unknown, repeated, beyond }

  @Test(
    "An answer has marks for questions of the form, each once, within the scale",
    arguments: [
      ([("relevance", 1)], .none), ([("trainers", 5), ("relevance", 3)], .none), ([], .marksMissing),
      ([("weather", 3)], .unknown), ([("relevance", 3), ("relevance", 4)], .repeated),
      ([("relevance", 0)], .beyond), ([("relevance", 6)], .beyond),
    ] as [([(String, Int)], Fault)])
  func marks(_ given: [(String, Int)], _ fault: Fault) throws {
    let evaluation = try Self.evaluation()
    let marks = try given.map { try Self.mark($0.0, $0.1) }
    func answer() throws -> EvaluationAnswer {
      try EvaluationAnswer(
        id: Self.id(3), to: evaluation, respondent: Self.id(4), source: nil,
        answeredOn: Self.day("2026-06-01"), marks: marks, recordedAt: Self.instant)
    }
    let question = marks.first?.question
    switch (fault, question) {
    case (.none, _):
      #expect(
        try answer().marks.map(\.question)
          == evaluation.questions.filter { asked in
            marks.contains { $0.question == asked }
          })
    case (.marksMissing, _): #expect(throws: EvaluationAnswer.Refusal.marksMissing) { try answer() }
    case (.unknown, let question?):
      #expect(throws: EvaluationAnswer.Refusal.questionUnknown(question)) { try answer() }
    case (.repeated, let question?):
      #expect(throws: EvaluationAnswer.Refusal.questionRepeated(question)) { try answer() }
    case (.beyond, let question?):
      #expect(throws: EvaluationAnswer.Refusal.markBeyond(question, 1...5)) { try answer() }
    case (.unknown, nil), (.repeated, nil), (.beyond, nil): Issue.record("the row has no mark")
    }
  }

  @Test("An anonymous evaluation's answers name nobody; others name who answered")
  func anonymous() throws {
    for (isAnonymous, respondent, refusal) in [
      (true, nil, nil), (true, Self.id(4), .namesSomebody), (false, Self.id(4), nil),
      (false, nil, .respondentMissing),
    ] as [(Bool, PersonID?, EvaluationAnswer.Refusal?)] {
      let evaluation = try Self.evaluation(anonymous: isAnonymous)
      let marks = [try Self.mark("relevance", 4)]
      func answer() throws -> EvaluationAnswer {
        try EvaluationAnswer(
          id: Self.id(3), to: evaluation, respondent: respondent, source: nil,
          answeredOn: Self.day("2026-06-01"), marks: marks, recordedAt: Self.instant)
      }
      if let refusal {
        #expect(throws: refusal) { try answer() }
      } else {
        #expect(try answer().respondent == respondent)
      }
    }
  }
}
