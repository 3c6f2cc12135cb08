import Enrolment
import People
import Testing
import Values
import XML

@testable import Reports

/// “trend against target … direct labels, and the table beside each; every chart's figures equal the table's”.
@Suite struct TargetPictureTests {
  /// One target of so many persons over 2026, and a person more in each of the first months.
  private static func report(targets: [Int], months: Int) throws -> CertificationReport {
    let programmes = try targets.indices.map { place in
      ProgrammeLabel(
        id: Facts.id(100 + place), code: try Facts.code("F\(place)"),
        title: LocalizedText("Programme \(place)"))
    }
    let donor = try Facts.donor(7)
    let terms = FundingTerms(
      seats: try programmes.map { programme in
        FundedSeatsFact(
          session: try Facts.code("S1"), startsOn: try Facts.day("2025-12-01"), donor: donor,
          programme: programme, seats: nil)
      },
      targets: try zip(programmes, targets).map { programme, value in
        FundingTargetFact(
          donor: donor, programme: programme, indicator: .persons, from: try Facts.day("2026-01-01"),
          to: try Facts.day("2026-12-31"), value: value)
      })
    var builder = CertificationReportBuilder(
      try Facts.parameters(.directorate, to: months == 12 ? "2026-12-31" : "2026-0\(months)-28"), terms: terms
    )
    for month in 1...months {
      builder.add(
        try Facts.enrolment(
          month, donors: [7], session: "S1", on: month < 10 ? "2026-0\(month)-10" : "2026-\(month)-10"))
    }
    return builder.finish()
  }

  private static func points(_ text: String?) -> [[Int]] {
    (text ?? "").split(separator: " ").map { $0.split(separator: ",").compactMap { Int($0) } }
  }

  @Test(
    "The figures drawn are each target and what was reached of it at last",
    arguments: [(6, 3), (3, 6), (12, 12)])
  func figures(target: Int, months: Int) throws {
    let report = try Self.report(targets: [target], months: months)
    let rows = report.lines(.fundingTargetsByMonth)
    #expect(
      rows.count == months
        && rows.last?.hasSuffix(" \(target) \(months) \(1000 * months / target)/\(target)") == true)
    let drawn = try ReportHTMLTests.figures(drawnFor: .fundingTargetsByMonth, in: report)
    #expect(drawn == [String(target), String(months)])
  }

  @Test("Both lines begin at nothing; the pace ends at the target, and each month stands at its height")
  func lines() throws {
    let picture = try ReportHTMLTests.picture(
      of: .fundingTargetsByMonth, in: try Self.report(targets: [6], months: 3))
    func line(_ style: String) -> [[Int]] {
      let lines = picture.children("polyline").filter { $0.attribute("class") == style }
      return Self.points(lines.last?.attribute("points"))
    }
    // Beneath the legend of 30, the ground lies 136 down and the highest point 96 above it; twelve months share 420.
    #expect(line("trend-part") == [[0, 166], [420, 70]])
    #expect(line("trend") == [[0, 166], [35, 150], [70, 134], [105, 118]])
  }

  @Test("More targets than a picture holds are told of as left out")
  func many() throws {
    let report = try Self.report(targets: Array(repeating: 9, count: 8), months: 2)
    let block = try #require(report.block(.fundingTargetsByMonth))
    let picture = try #require(report.picture(of: block))
    #expect(block.rows.count == 16)
    #expect(picture.note(report.words) == "4 more rows stand in the table.")
  }
}
