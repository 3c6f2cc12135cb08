import Accreditation
import Testing
import Values

/// The path of a pool is data; not everything is a path.
@Suite struct AccreditationPathTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let stages: [AccreditationStage]
    let refusal: AccreditationPath.Refusal?

    init(_ name: String, _ stages: [AccreditationStage], _ refusal: AccreditationPath.Refusal? = nil) {
      (testDescription, self.stages, self.refusal) = (name, stages, refusal)
    }
  }

  static let rows = [
    // “two steps (workshop; in-field mission)”
    Row("two steps", [stage(.workshop, .preAccredited), stage(.mission, .accredited)]),
    // “three phases (pre-screening; accreditation workshop; final evaluation … during a field mission)”
    Row(
      "three phases", [stage(.screening), stage(.workshop, .preAccredited), stage(.mission, .accredited)]),
    // “accredited at the workshop itself, after two preparatory workshops”
    Row(
      "at the workshop itself",
      [
        stage(.preparation, code: "1"), stage(.preparation, code: "2"), stage(.workshop, .accredited),
      ]),
    // “picked from a train-the-trainer workshop and confirmed by delivering support”
    Row("recognized experts", [stage(.workshop), stage(.support, .recognized)]),
    Row("nothing", [], .empty),
    Row(
      "a code twice", [stage(.workshop), stage(.support, .recognized, code: "WORKSHOP")],
      .repeated(code("workshop"))),
    Row(
      "screening behind a workshop", [stage(.workshop), stage(.screening), stage(.support, .recognized)],
      .screeningNotFirst(code("pre-screening"))),
    Row(
      "screening that accredits", [stage(.screening, .accredited)],
      .grantNotOf(code("pre-screening"), .screening, .accredited)),
    Row(
      "preparation that grants", [stage(.preparation, .preAccredited), stage(.mission, .accredited)],
      .grantNotOf(code("preparation"), .preparation, .preAccredited)),
    Row(
      "a mission that grants nothing", [stage(.workshop, .preAccredited), stage(.mission)],
      .grantNotOf(code("mission"), .mission, nil)),
    Row(
      "a mission that recognizes", [stage(.workshop, .preAccredited), stage(.mission, .recognized)],
      .grantNotOf(code("mission"), .mission, .recognized)),
    Row(
      "a mission before anybody is pre-accredited", [stage(.workshop), stage(.mission, .accredited)],
      .nothingBefore(code("mission"), .mission)),
    Row(
      "support without a workshop", [stage(.preparation), stage(.support, .recognized)],
      .nothingBefore(code("support"), .support)),
    Row(
      "a workshop behind the end", [stage(.workshop, .accredited), stage(.workshop, .accredited, code: "2")],
      .afterTheEnd(code("2"))),
    Row(
      "a workshop behind pre-accredited",
      [stage(.workshop, .preAccredited), stage(.workshop, .accredited, code: "2")], .afterTheEnd(code("2"))),
    Row(
      "screening by a rubric", [stage(.screening, rubric: "LESSON"), stage(.workshop, .accredited)],
      .rubricNotOf(code("pre-screening"), .screening)),
    Row("a workshop by a rubric", [stage(.workshop, .accredited, rubric: "LESSON")]),
    Row("a path that ends pre-accredited", [stage(.workshop, .preAccredited)], .endless(code("workshop"))),
    Row("a path that ends in nothing", [stage(.screening)], .endless(code("pre-screening"))),
  ]

  @Test(arguments: rows) func path(row: Row) throws {
    if let refusal = row.refusal {
      #expect(throws: refusal) { try AccreditationPath(row.stages) }
    } else {
      #expect(try AccreditationPath(row.stages).stages == row.stages)
    }
  }

  @Test func aConversionGrantsWhatTheStagesGrant() throws {
    let stages = [stage(.workshop), stage(.support, .recognized)]
    #expect(throws: ConversionRule.Refusal.standingNotGranted(.accredited)) {
      try version(stages, conversions: [ConversionRule(from: .diagnosticFacilitator, grants: .accredited)])
    }
    _ = try version(stages, conversions: [ConversionRule(from: .diagnosticFacilitator, grants: .recognized)])
    #expect(throws: ConversionRule.Refusal.repeated(.diagnosticFacilitator)) {
      try version(
        stages,
        conversions: [
          ConversionRule(from: .diagnosticFacilitator, grants: .recognized),
          ConversionRule(from: .diagnosticFacilitator, grants: .recognized),
        ])
    }
  }
}
