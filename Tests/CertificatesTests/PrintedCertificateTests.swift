import Certification
import Foundation
import JSON
import Testing
import Values

@testable import Certificates

/// Certificates as pages: in every language, with names of any length and script.
@Suite struct PrintedCertificateTests {
  @Test(arguments: Sample.languages, SchemeVersion.Kind.allCases)
  func everyLanguageAndKindIsPrinted(language: String, kind: SchemeVersion.Kind) throws {
    let certificate = try Sample.certificate(lastDay: nil, kind: kind)
    let page = try #require(try certificate.page(in: Sample.wording(language)))
    #expect(page.starts(with: Array("%PDF-1.".utf8)))
    #expect(try certificate.page(in: Sample.wording(language)) == page, "the same octets every time")
  }

  /// “names of any length and script print right”
  @Test(
    arguments: [
      "O", "Ng", "O’Brien-Ñúñez", "عبد الرحمن بن محمد", "李小龙", "Дарья Ивановна", "นภา", "Ελένη", "דוד", "अनिता",
      "Example عبد李 Дарья", String(repeating: "Maximiliana Konstantinopolitana ", count: 10),
      String(repeating: "x", count: 300),
    ])
  func namesArePrinted(name: String) throws {
    for language in ["en", "ar", "zh"] {
      #expect(try Sample.certificate(holder: name, course: name).page(in: Sample.wording(language)) != nil)
    }
  }

  @Test func whatNoFontHasIsNotPrinted() throws {
    #expect(try Sample.certificate(holder: "A \u{10FFFD}").page(in: Sample.wording("en")) == nil)
  }

  @Test(
    arguments: [
      ("en", "1 April 2026", "16 March 2026 – 20 March 2026"),
      ("fr", "1 avril 2026", "16 mars 2026 – 20 mars 2026"),
      ("es", "1 de abril de 2026", "16 de marzo de 2026 – 20 de marzo de 2026"),
      ("ru", "1 апреля 2026 г.", "16 марта 2026 г. – 20 марта 2026 г."),
      ("zh", "2026年4月1日", "2026年3月16日 – 2026年3月20日"), ("ar", "1 أبريل 2026", "16 مارس 2026 – 20 مارس 2026"),
    ])
  func daysAreWrittenAsTheLanguageDoes(language: String, day: String, days: String) throws {
    let wording = try Sample.wording(language)
    #expect(wording.text(of: try Sample.day("2026-04-01")) == day)
    let range = try Sample.certificate().facts.sessionDays
    #expect(wording.text(of: range) == days)
    let one = try #require(DayRange(from: range.from, to: range.from))
    #expect(wording.text(of: one) == wording.text(of: range.from))
  }

  @Test(arguments: ["language", "titles", "presented", "labels", "months", "date"])
  func wordsThatLackSomethingAreRefused(member: String) throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let text = try String(contentsOfFile: "/\(root)/Schemas/messages/certificate/en.json", encoding: .utf8)
    let altered = text.replacing("\"\(member)\":", with: "\"other\":", maxReplacements: 1)
    #expect(throws: WordingFault(member: member)) {
      try CertificateWording(JSONDocument(Array(altered.utf8)).root)
    }
  }
}
