import Assessment
import Testing
import Values

/// “passed with fourteen points, if no criterion stands at 1”, here with two criteria: six points, none at 1.
@Suite struct RubricTests {
  static func criterion(_ text: String, minimum: Int? = 2, marks: [Int] = [1, 2, 3, 4]) -> RubricCriterion {
    RubricCriterion(
      code: code(text), titles: LocalizedText(text), minimum: minimum,
      anchors: marks.map { .init(mark: $0, titles: LocalizedText("seen")) })
  }

  static func code<Subject>(_ text: String) -> Code<Subject> {
    guard let code = Code<Subject>(text) else { preconditionFailure("“\(text)” is a code") }
    return code
  }

  static func version() throws -> RubricVersion {
    try RubricVersion(
      number: 1, criteria: [criterion("objective"), criterion("practice")], minimumTotal: 6,
      needsSecond: false)
  }

  static func marks(_ given: [(String, Int)]) -> [ObservedMark] {
    given.map { ObservedMark(criterion: code($0), mark: $1, comment: "") }
  }

  @Test(arguments: [
    (2, 4, AssessmentResult.Verdict.satisfactory), (3, 3, .satisfactory), (4, 4, .satisfactory),
    (2, 3, .unsatisfactory), (4, 1, .unsatisfactory), (1, 4, .unsatisfactory),
  ])
  func verdict(objective: Int, practice: Int, verdict: AssessmentResult.Verdict) throws {
    let marks = Self.marks([("objective", objective), ("practice", practice)])
    #expect(try Self.version().verdict(of: marks) == verdict)
  }

  @Test func whereNothingIsAskedEverythingIsSatisfactory() throws {
    let version = try RubricVersion(
      number: 1, criteria: [Self.criterion("objective", minimum: nil)], minimumTotal: nil, needsSecond: false)
    #expect(try version.verdict(of: Self.marks([("objective", 1)])) == .satisfactory)
  }

  @Test(arguments: [
    ([("objective", 3)], RubricVersion.MarkRefusal.missing(code("practice"))),
    ([("objective", 3), ("practice", 3), ("voice", 3)], .unknown(code("voice"))),
    ([("objective", 3), ("OBJECTIVE", 3), ("practice", 3)], .repeated(code("objective"))),
    ([("objective", 5), ("practice", 3)], .withoutAnchor(code("objective"), mark: 5)),
    ([("objective", 0), ("practice", 3)], .withoutAnchor(code("objective"), mark: 0)),
  ])
  func unusableMarks(given: [(String, Int)], refusal: RubricVersion.MarkRefusal) throws {
    let version = try Self.version()
    #expect(throws: refusal) { try version.verdict(of: Self.marks(given)) }
  }

  @Test(arguments: [
    ([RubricCriterion](), nil, RubricVersion.Refusal.empty),
    ([criterion("a"), criterion("A")], nil, .repeated(code("a"))),
    ([criterion("a", minimum: nil, marks: [1])], nil, .anchorsNotAscending(code("a"))),
    ([criterion("a", minimum: nil, marks: [1, 1])], nil, .anchorsNotAscending(code("a"))),
    ([criterion("a", minimum: nil, marks: [2, 1])], nil, .anchorsNotAscending(code("a"))),
    ([criterion("a", minimum: 5)], nil, .minimumBeyond(code("a"))),
    ([criterion("a"), criterion("b")], Int?.some(9), .totalBeyond(8)),
  ])
  func contradictions(criteria: [RubricCriterion], total: Int?, refusal: RubricVersion.Refusal) {
    #expect(throws: refusal) {
      try RubricVersion(number: 1, criteria: criteria, minimumTotal: total, needsSecond: false)
    }
  }

  @Test func theGreatestMarksReachTheSum() throws {
    let criteria = [Self.criterion("a"), Self.criterion("b")]
    #expect(
      try RubricVersion(number: 1, criteria: criteria, minimumTotal: 8, needsSecond: true).minimumTotal == 8)
  }
}
