import Assessment
import Catalogue
import Certification
import Testing
import Values

/// “Every field of a version appears.”
@Suite("What two versions of a scheme rule differently") struct SchemeDifferenceTests {
  private static let courses: [CourseID: String] = [
    CourseID(UUID(high: 0, low: 1)): "FIRST", CourseID(UUID(high: 0, low: 2)): "SECOND",
    CourseID(UUID(high: 0, low: 3)): "REFRESH",
  ]

  private static func course(_ id: CourseID) throws -> CourseCode {
    try #require(courses[id].flatMap { CourseCode($0) })
  }

  private func plain() throws -> SchemeVersion {
    try SchemeVersion(
      number: 1, kind: .completion, course: CourseID(UUID(high: 0, low: 1)), minimumScore: nil,
      validity: .unlimited, timeZone: "UTC")
  }

  private func rich() throws -> SchemeVersion {
    try SchemeVersion(
      number: 2, kind: .achievement, course: CourseID(UUID(high: 0, low: 2)),
      minimumScore: ExactDecimal("0.7"), minimumTrust: .observed,
      prerequisites: [#require(SchemeCode("BASE")), #require(SchemeCode("OTHER"))],
      decision: DecisionRule(separation: [.close, .trained], isReleasedByAnother: true),
      validity: .months(36),
      renewal: Renewal(
        opens: .months(6), grace: .days(30),
        evidence: .refresher(CourseID(UUID(high: 0, low: 3)), .completion)),
      timeZone: "Africa/Nairobi",
      attests: [
        #require(StandardClaim("EDITION/OM-1=applied")), #require(StandardClaim("EDITION/OM-2")),
      ],
      stages: [
        SchemeStage(course: CourseID(UUID(high: 0, low: 1)), attainment: .attendance, mayBeWaived: true),
        SchemeStage(course: CourseID(UUID(high: 0, low: 3)), attainment: .completion, mayBeWaived: false),
      ])
  }

  private static let changes: [(SchemeField, String?, String?)] = [
    (.kind, "completion", "achievement"), (.course, "FIRST", "SECOND"), (.minimumScore, nil, "0.7"),
    (.minimumTrust, "self-reported", "observed"), (.requires, nil, "BASE, OTHER"),
    (.separate, nil, "trained, close"), (.twoPersons, "false", "true"), (.validityMonths, nil, "36"),
    (.renewalOpens, nil, "P6M"), (.renewalGrace, nil, "P30D"), (.renewalCourse, nil, "REFRESH"),
    (.renewalAttainment, nil, "completion"), (.timeZone, "UTC", "Africa/Nairobi"),
    (.attests, nil, "EDITION/OM-1=applied, EDITION/OM-2"),
    (.stages, nil, "FIRST=attendance (waivable), REFRESH=completion"),
  ]

  @Test func everyFieldAppears() throws {
    let found = try rich().differences(from: plain(), naming: Self.course)
    #expect(
      found == Self.changes.map { SchemeDifference(field: $0.0, before: $0.1, after: $0.2) })
    let back = try plain().differences(from: rich(), naming: Self.course)
    #expect(
      back == Self.changes.map { SchemeDifference(field: $0.0, before: $0.2, after: $0.1) })
    #expect(found.map(\.field) == SchemeField.allCases)
  }

  @Test("A claim on an item", arguments: ["E/I", "E/I=d", "E", "E/", "/I", "E/I=", "E/I/J", "E/I=d=e", ""])
  func claim(text: String) {
    #expect(StandardClaim(text)?.description == (["E/I", "E/I=d"].contains(text) ? text : nil))
  }

  @Test func anItemIsAttestedOnce() throws {
    let (one, other) = (try #require(StandardClaim("E/I=a")), try #require(StandardClaim("e/i")))
    #expect(throws: SchemeVersion.Refusal.attestedTwice(other)) {
      try SchemeVersion(
        number: 1, kind: .completion, course: CourseID(UUID(high: 0, low: 1)), minimumScore: nil,
        validity: .unlimited, timeZone: "UTC", attests: [one, other])
    }
  }

  @Test func nothingDiffersFromItself() throws {
    #expect(try rich().differences(from: rich(), naming: Self.course) == [])
  }

  @Test func ofAFirstVersionAllThatItSaysIsNew() throws {
    let found = try plain().differences(from: nil, naming: Self.course)
    #expect(found.map(\.field) == [.kind, .course, .minimumTrust, .twoPersons, .timeZone])
    #expect(found.allSatisfy { $0.before == nil })
  }

  /// A member that a version has and no field tells of would go unnoticed.
  @Test func noMemberIsLeftOut() throws {
    let members = Mirror(reflecting: try rich()).children.compactMap(\.label)
    #expect(
      members == [
        "number", "kind", "course", "minimumScore", "minimumTrust", "prerequisites", "decision", "validity",
        "renewal", "timeZone", "attests", "stages",
      ])
  }
}
