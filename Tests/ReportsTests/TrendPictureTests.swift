import Testing

@testable import Reports

/// What stands below the line of months.
@Suite struct TrendPictureTests {
  private static func ticks(_ months: [String]) throws -> [String] {
    let points = try months.map { text in
      let month = try #require(Month(text))
      return TrendPicture.Point(month: month, whole: .known(2), part: .known(1))
    }
    let picture = TrendPicture(points: points, wholeTitle: "Enrolments", partTitle: "Completed")
    return picture.ticks.map { months[$0] }
  }

  @Test(
    "the first month and the last are told, and of the others those that are apart",
    arguments: [
      (["2026-01"], ["2026-01"]), (["2026-01", "2026-02"], ["2026-01", "2026-02"]),
      // 468 over 28 months are 16 each: the label of the fourth would meet the first one's.
      (
        ["2024-02", "2024-06", "2025-02", "2025-06", "2026-06"], ["2024-02", "2025-02", "2026-06"]
      ),
      // 78 each: no room for a label between neighbours.
      (
        ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07"],
        ["2026-01", "2026-03", "2026-05", "2026-07"]
      ),
      // 93 each.
      (
        ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"],
        ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"]
      ),
    ])
  func ticks(months: [String], told: [String]) throws {
    #expect(try Self.ticks(months) == told)
  }
}
