import Accreditation
import People
import Testing
import Values

/// “accredited only through a mission with a verdict signed by an expert who was accredited (or staff) and is not the
/// candidate” (domain 7.4, 13), on a mission that begins on 2025-06-02.
@Suite struct EvaluatorTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var person: UInt64 = 2
    var state = AccreditationState.accredited
    var since = "2024-01-01"
    var until: String?
    /// The days of a place in the Secretariat.
    var staff: (String, String)?
    var isOfOwnParty = false
    var hasAssessed = false
    var apart: Set<Apartness> = []
    let refusal: Evaluator.Refusal?
  }

  private static let unqualified = Evaluator.Refusal.notQualified(
    .technicalOperationalAdvisor, on: day("2025-06-02"))

  static let rows = [
    Row(testDescription: "an accredited expert", refusal: nil),
    Row(testDescription: "the candidate", person: 1, refusal: .candidate),
    Row(testDescription: "accredited from the first day", since: "2025-06-02", refusal: nil),
    Row(testDescription: "accredited a day later", since: "2025-06-03", refusal: unqualified),
    Row(testDescription: "to the first day", until: "2025-06-02", refusal: nil),
    Row(testDescription: "to the day before", until: "2025-06-01", refusal: unqualified),
    Row(testDescription: "inactive", state: .inactive, refusal: unqualified),
    Row(testDescription: "pre-accredited", state: .preAccredited, refusal: unqualified),
    Row(testDescription: "recognized", state: .recognized, refusal: unqualified),
    Row(
      testDescription: "staff", state: .nominated, staff: ("2020-01-01", "2025-06-02"), refusal: nil),
    Row(
      testDescription: "staff to the day before", state: .nominated, staff: ("2020-01-01", "2025-06-01"),
      refusal: unqualified),
    Row(testDescription: "of the own party, where that is allowed", isOfOwnParty: true, refusal: nil),
    Row(
      testDescription: "of the own party", isOfOwnParty: true, apart: [.ownParty], refusal: .ofOwnParty),
    Row(testDescription: "assessed earlier, where that is allowed", hasAssessed: true, refusal: nil),
    Row(
      testDescription: "assessed earlier", hasAssessed: true, apart: [.earlierAssessor],
      refusal: .assessedEarlier),
    Row(
      testDescription: "assessed earlier, and apart from the own party", hasAssessed: true,
      apart: [.ownParty], refusal: nil),
  ]

  @Test(arguments: rows) func evaluator(row: Row) throws {
    let evaluator = Evaluator(
      person: id(row.person), accreditations: [accreditation(row)], places: place(row).map { [$0] } ?? [],
      isOfOwnParty: row.isOfOwnParty, hasAssessed: row.hasAssessed)
    func basis() throws -> Mission.Basis {
      try evaluator.basis(
        for: id(1), in: .technicalOperationalAdvisor, from: day("2025-06-02"), apart: row.apart)
    }
    if let refusal = row.refusal {
      #expect(throws: refusal) { try basis() }
    } else {
      #expect(try basis() == (row.staff == nil ? .accredited(id(9)) : .staff(id(8))))
    }
  }

  private func accreditation(_ row: Row) -> Accreditation {
    let standing: Standing? =
      switch row.state {
      case .accredited, .inactive: .accredited
      case .preAccredited: .preAccredited
      case .recognized: .recognized
      default: nil
      }
    return Accreditation(
      id: id(9), person: id(row.person), pool: id(3), version: 1, language: .english, nominatedBy: id(4),
      convertedFrom: nil, recordedAt: Instant(microseconds: 0),
      progress: AccreditationProgress(
        state: row.state, stagesPassed: 2, standing: standing,
        heldSince: standing == nil ? nil : day(row.since), dueBy: nil, heldUntil: row.until.map(day),
        lastDay: day(row.since)))
  }

  private func place(_ row: Row) -> Affiliation? {
    guard let (from, to) = row.staff, let days = DayRange(from: day(from), to: day(to)) else { return nil }
    return Affiliation(
      id: id(8), person: id(row.person), party: id(7), unit: "", post: "", roleLevel: nil, validity: days,
      recordedAt: Instant(microseconds: 0))
  }
}
