import Enrolment
import People
import Testing
import Values
import XML

@testable import Reports

/// “HTML as one self-contained accessible file”, “every chart's figures equal the table's”, WCAG 2.2 AA.
@Suite struct ReportHTMLTests {
  /// Three regions, four months with a gap, certificates that end, an edition of a standard.
  static func report(_ audience: ReportAudience = .directorate) throws -> CertificationReport {
    let members = [
      try Facts.member(1, .esa), try Facts.member(2, .ap), try Facts.member(3, .wca),
    ]
    let months = ["2026-01-10", "2026-02-10", "2026-05-10", "2026-06-10"]
    let enrolments = try (0..<120).map { number in
      try Facts.enrolment(
        number, number % 3 == 0 ? .failed : number % 7 == 0 ? .enrolled : .completed,
        party: members[number % 5 % 3], course: number % 4 + 1, version: number % 4 + 1, passed: true,
        certified: number % 2 == 0,
        on: months[number % 11 % 4])
    }
    let ends = [nil, "2027-02-01", "2027-05-01", "2028-05-01", "2030-01-01"]
    let certificates = try (0..<40).map {
      try Facts.certificate($0, person: $0, party: members[$0 % 3], lastDay: ends[$0 % 5])
    }
    return Facts.report(
      try Facts.parameters(audience, party: audience.partyKind.map { try Facts.party(7, $0) }), enrolments,
      certificates, try Facts.standard())
  }

  private static let pictured: [BlockName] = [
    .funnel, .enrolmentsByMonth, .enrolmentsByRegion, .certificatesExpiring, .coverageByKind,
  ]

  @Test(
    "every figure that a picture shows stands in the table, and every one of the table in the picture",
    arguments: pictured)
  func sameFigures(name: BlockName) throws {
    let report = try Self.report()
    let block = try #require(report.block(name))
    let words = report.words
    func cells(_ column: String) -> [String] {
      block.cells(of: column).map { words.figure(Amount($0) ?? .suppressed) }
    }
    let expected: [String] =
      switch name {
      case .funnel: cells("enrolments")
      case .certificatesExpiring: cells("certificates")
      case .enrolmentsByRegion: zip(cells("completed"), cells("attendances")).map { "\($0) of \($1)" }
      case .coverageByKind: zip(cells("covered"), cells("items")).map { "\($0) of \($1)" }
      default: cells("enrolments") + cells("completed")
      }
    try #require(!expected.isEmpty)
    #expect(try Self.figures(drawnFor: name, in: report).sorted() == expected.sorted())
  }

  @Test("a figure that is suppressed is drawn for no one")
  func suppressed() throws {
    let facts = try (0..<12).map {
      try Facts.enrolment($0, party: Facts.member($0 < 3 ? 1 : 2, $0 < 3 ? .esa : .ap))
    }
    let report = Facts.report(try Facts.parameters(.donor, party: Facts.party(7, .donor)), facts)
    let drawn = try Self.figures(drawnFor: .enrolmentsByRegion, in: report)
    #expect(drawn == ["suppressed", "suppressed"])
    let picture = try Self.picture(of: .enrolmentsByRegion, in: report)
    let bars = picture.children("rect").filter { $0.attribute("class")?.hasPrefix("bar") == true }.dropFirst(
      2)
    #expect(bars.allSatisfy { $0.attribute("width") == "1" })
  }

  @Test(
    "the file fetches nothing and runs nothing; what people typed stays text",
    arguments: ReportAudience.allCases)
  func selfContained(audience: ReportAudience) throws {
    let html = String(decoding: try ReportFormatsTests.sample(audience).html, as: UTF8.self)
    for forbidden in [
      "<script", "<link", "<img", "<iframe", " src=", "url(", "@import", " style=", " on", "javascript:",
    ] {
      let found = html.utf8.split(separator: UInt8(ascii: "<")).contains { tag in
        let inTag = "<" + String(decoding: tag.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
        return inTag.contains(forbidden)
      }
      #expect(!found, "\(forbidden)")
    }
    #expect(html.contains("default-src 'none'"))
    if audience == .member {
      #expect(html.contains("&lt;script&gt;\u{338}") && html.contains("O&quot;\u{301}Brien"))
    }
  }

  @Test(
    "every table has a caption, every heading a scope, every identifier is the only one of its name",
    arguments: ReportAudience.allCases)
  func structured(audience: ReportAudience) throws {
    let html = String(decoding: try Self.report(audience).html, as: UTF8.self)
    func count(_ text: String) -> Int { html.components(of: text) }
    #expect(count("<table>") == count("<caption class=\"unseen\">"))
    #expect(count("<th ") == count(" scope=\"") && count("<th>") == 0)
    #expect(count("<svg ") == count("role=\"img\" aria-labelledby="))
    #expect(count("<html lang=\"en\" dir=\"ltr\">") == 1 && count("<h1>") == 1)
    let identifiers = html.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(identifiers).count == identifiers.count)
    for target in html.split(separator: "href=\"#").dropFirst().map({ $0.prefix { $0 != "\"" } }) {
      #expect(identifiers.contains(target), "\(target)")
    }
  }

  @Test("a block without records says so, and draws nothing")
  func noRecords() throws {
    let html = String(
      decoding: try ReportFormatsTests.sample(.directorate, isEmpty: true).html, as: UTF8.self)
    #expect(html.contains("<strong>No records.</strong>") && !html.contains("<svg"))
  }

  /// Letters 4.5, shapes 3 (WCAG 2.2, 1.4.3 and 1.4.11).
  @Test(
    "letters and shapes stand out from what they lie on",
    arguments: [
      ("#1b2430", "#ffffff", 4.5), ("#1b2430", "#f3f6f9", 4.5), ("#4c5a6b", "#ffffff", 4.5),
      ("#4c5a6b", "#f3f6f9", 4.5), ("#0b5c93", "#ffffff", 4.5), ("#0b4f8a", "#f3f6f9", 4.5),
      ("#a34700", "#ffffff", 4.5), ("#1b2430", "#8fbfe0", 4.5), ("#ffffff", "#1f6ba8", 4.5),
      ("#ffffff", "#0b3c6b", 4.5), ("#0b5c93", "#d7e8f5", 3), ("#6b7887", "#ffffff", 3),
    ])
  func contrast(letters: String, ground: String, least: Double) {
    func isUsed(_ colour: String) -> Bool {
      colour == "#ffffff" || ReportStylesheet.text.description.contains(colour)
    }
    #expect(isUsed(letters) && isUsed(ground))
    let (one, other) = (luminance(letters), luminance(ground))
    #expect((max(one, other) + 0.05) / (min(one, other) + 0.05) >= least, "\(letters) on \(ground)")
  }

  /// Relative luminance (WCAG 2.2), with the curve drawn by its square, which is near enough for these limits.
  private func luminance(_ colour: String) -> Double {
    let octets = stride(from: 1, to: 7, by: 2).map { place in
      Double(Int(colour.dropFirst(place).prefix(2), radix: 16) ?? 0) / 255
    }
    let linear = octets.map { $0 <= 0.04045 ? $0 / 12.92 : power((($0 + 0.055) / 1.055)) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// To the power of 2.4: the square times the fifth root of the square, by Newton's steps.
  private func power(_ number: Double) -> Double {
    let square = number * number
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }

  static func picture(of name: BlockName, in report: CertificationReport) throws -> XMLElement {
    let html = String(decoding: report.html, as: UTF8.self)
    let section = try #require(html.split(separator: "id=\"\(name.rawValue)\"").last)
    let start = try #require(section.firstRange(of: "<svg "))
    let end = try #require(section.firstRange(of: "</svg>"))
    let svg = "<svg " + section[start.upperBound..<end.upperBound]
    return try XMLDocument(bytes: Array(svg.utf8), source: "picture").root
  }

  static func figures(drawnFor name: BlockName, in report: CertificationReport) throws -> [String] {
    try picture(of: name, in: report).children("text").filter { text in
      ["figure", "figure-part", "field-dark", "field-light"].contains(text.attribute("class"))
    }.map(\.text)
  }
}

extension String {
  fileprivate func components(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
