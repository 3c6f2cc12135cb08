import Enrolment
import Files
import People
import Testing
import Values
import XML

@testable import Reports

/// “English and French complete, Arabic right to left complete, with Spanish, Russian and Portuguese ready as message
/// files.”
@Suite struct ReportLanguagesTests {
  static let tags = ["ar", "es", "fr", "pt", "ru"]

  static func words(_ tag: String) throws -> ReportWords {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let bytes = try File.read("/\(root)/Schemas/messages/report.\(tag).json", limit: 1 << 20)
    return try ReportWords(language: try #require(LanguageTag(tag)), json: bytes)
  }

  private static func report(_ tag: String, _ audience: ReportAudience) throws -> CertificationReport {
    var builder = CertificationReportBuilder(
      try Facts.parameters(audience, party: audience.partyKind.map { try Facts.party(7, $0) }),
      words: try words(tag))
    for number in 0..<30 { builder.add(try Facts.enrolment(number, party: Facts.member(number % 2))) }
    for fact in try Facts.standard() { builder.add(fact) }
    return builder.finish()
  }

  @Test("every language has every text, and none that no report has", arguments: tags)
  func complete(tag: String) throws {
    let words = try Self.words(tag)
    // A sign, a direction, what is the same word in both.
    let alike = ReportWords.keys.filter { words[$0] == ReportWords.english[$0] }
    #expect(alike.count < 12, "\(alike)")
    #expect(ReportWords.keys.allSatisfy { !words[$0].isEmpty })
    #expect(words.isRightToLeft == (tag == "ar"))
  }

  @Test("no text has two spaces in a row, or one at its end", arguments: tags + ["en"])
  func spaced(tag: String) throws {
    let words = tag == "en" ? ReportWords.english : try Self.words(tag)
    let apart = ReportWords.keys.filter { key in
      let text = words[key]
      return text.contains("  ") || text.contains("\n") || text.hasPrefix(" ")
        || text.hasSuffix(" ")
    }
    #expect(apart.isEmpty)
  }

  @Test("every title, sentence and label of a report is in its language", arguments: tags)
  func noEnglish(tag: String) throws {
    let report = try Self.report(tag, .directorate)
    let english = Facts.report(try Facts.parameters(.directorate))
    for (block, original) in zip(report.blocks, english.blocks) {
      #expect(block.title != original.title && block.definition != original.definition, "\(block.name)")
      #expect(!block.definition.contains("{"), "\(block.definition)")
    }
    #expect(!report.scope.isEmpty && !report.suppression.contains("{"))
    let known = Set(ReportWords.keys.map { report.words[$0] })
    for block in report.blocks {
      for column in block.columns where column.kind == .text { #expect(known.contains(column.title)) }
    }
  }

  @Test("XML and JSON say which language the words are in, and are valid", arguments: tags)
  func valid(tag: String) throws {
    for audience in ReportAudience.allCases {
      let report = try Self.report(tag, audience)
      let schema = try XMLSchema(try ReportFormatsTests.schema())
      #expect(try schema.violations(in: report.xml, source: "report.xml") == [])
      #expect(String(decoding: report.xml, as: UTF8.self).contains("xml:lang=\"\(tag)\""))
      #expect(String(decoding: report.json, as: UTF8.self).contains("\"wordsLanguage\": \"\(tag)\""))
    }
  }

  @Test("numbers for machines are the same in every language", arguments: tags)
  func machines(tag: String) throws {
    var english = CertificationReportBuilder(try Facts.parameters(.directorate))
    for number in 0..<30 { english.add(try Facts.enrolment(number, party: Facts.member(number % 2))) }
    for fact in try Facts.standard() { english.add(fact) }
    let one = try ReportFigures(json: english.finish().json)
    #expect(one.changes(to: try ReportFigures(json: Self.report(tag, .directorate).json)) == [])
  }

  @Test("Arabic is set from right to left, and its pictures are mirrored")
  func arabic() throws {
    let report = try Self.report("ar", .directorate)
    #expect(String(decoding: report.html, as: UTF8.self).contains("<html lang=\"ar\" dir=\"rtl\">"))
    let bars = try ReportHTMLTests.picture(of: .funnel, in: report).children("rect")
    let ends = bars.compactMap { bar in
      bar.attribute("x").flatMap { Int($0) }.flatMap { x in
        bar.attribute("width").flatMap { Int($0) }.map { x + $0 }
      }
    }
    #expect(!ends.isEmpty && ends.allSatisfy { $0 == Picture.width })
  }

  @Test("numbers are read as people of the language read them")
  func numbers() throws {
    let french = try Self.words("fr")
    #expect(french.percentage(tenths: 667) == "66,7\u{202F}%")
    #expect(ReportWords.english.percentage(tenths: 1000) == "100.0\u{202F}%")
    #expect(
      [0, 9999, 10_000, 123_456, 1_234_567].map { french.number($0) }
        == ["0", "9999", "10\u{202F}000", "123\u{202F}456", "1\u{202F}234\u{202F}567"])
  }

  @Test("a file that is not whole is refused, and says which text is at fault")
  func refused() throws {
    func read(_ change: (inout [String: String]) -> Void) throws {
      var texts = Dictionary(uniqueKeysWithValues: ReportWords.keys.map { ($0, ReportWords.english[$0]) })
      change(&texts)
      let members = texts.map { key, text in
        "\"\(key)\": \"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
      }
      _ = try ReportWords(language: .english, json: Array("{\(members.joined(separator: ","))}".utf8))
    }
    #expect(throws: Never.self) { try read { _ in } }
    #expect(throws: ReportWords.MessagesUnusable.missing(["total"])) { try read { $0["total"] = nil } }
    #expect(throws: ReportWords.MessagesUnusable.unknown(["totals"])) { try read { $0["totals"] = "x" } }
    #expect(throws: ReportWords.MessagesUnusable.otherPlaces(key: "table.base")) {
      try read { $0["table.base"] = "of {bass}" }
    }
    #expect(throws: ReportWords.MessagesUnusable.noTexts) {
      _ = try ReportWords(language: .english, json: Array("[1]".utf8))
    }
  }
}
