import Catalogue
import Certification
import Testing
import Values

/// The stages of a pathway are other courses, each once.
@Suite("Stages of schemes") struct StageTests {
  private static let course = CourseID(UUID(high: 0, low: 1))

  private func version(_ kind: SchemeVersion.Kind, stages: [Int]) throws -> SchemeVersion {
    try SchemeVersion(
      number: 1, kind: kind, course: Self.course, minimumScore: nil, validity: .unlimited, timeZone: "UTC",
      stages: stages.map {
        SchemeStage(
          course: CourseID(UUID(high: 0, low: UInt64($0))), attainment: .attendance, mayBeWaived: false)
      })
  }

  @Test("A course is one stage, and not the scheme's own", arguments: [[2, 3, 2], [2, 1]])
  func stageTwice(stages: [Int]) {
    #expect(throws: SchemeVersion.Refusal.self) { try version(.completion, stages: stages) }
  }

  @Test func aMasterTrainerWentThroughStages() throws {
    #expect(throws: SchemeVersion.Refusal.stagesMissing) { try version(.masterTrainer, stages: []) }
    #expect(try version(.masterTrainer, stages: [2]).kind.attainment == .achievement)
  }
}
