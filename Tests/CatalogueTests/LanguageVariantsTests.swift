import Catalogue
import Testing
import Values

/// “Language variants are one course”: each has versions of its own, and a language finds its variant.
@Suite struct LanguageVariantsTests {
  /// Versions by number: of which variant, in which state, stating which languages.
  private static func versions(
    _ rows: [(variant: String?, state: CourseVersionState, languages: [String])]
  ) -> [CourseVersion] {
    rows.enumerated().map { place, row in
      CourseVersion(
        id: CourseVersionID(UUID(high: 0, low: UInt64(place + 1))),
        course: CourseID(UUID(high: 0, low: 1)),
        number: place + 1, variant: row.variant.flatMap { LanguageTag($0) },
        structure: CourseStructure(
          format: .scorm12, publisherIdentifier: "M", title: LocalizedText("Course"),
          description: LocalizedText([]), languages: row.languages.compactMap { LanguageTag($0) },
          objectives: [], activities: []),
        contentDigest: "", missingFiles: 0, passRule: .byActivities, mapping: [], state: row.state)
    }
  }

  @Test(
    "The published version in a language",
    arguments: [
      ("the variant in it", "fr", 2), ("however it is written", "FR", 2),
      ("a variant in the same primary language", "fr-CA", 2),
      ("the exact one before the same primary language", "en-GB", 4),
      ("the course that states the exact one before a variant of the primary language", "en", 1),
      ("a primary language that only a regional variant is in", "pt", 6),
      ("none that is published", "es", nil), ("none at all", "ar", nil),
    ] as [(String, String, Int?)])
  func published(_ name: String, _ language: String, _ expected: Int?) throws {
    let versions = LanguageVariantsTests.versions([
      (nil, .published, ["en"]), ("fr", .published, ["fr"]), ("fr", .accepted, ["fr"]),
      ("en-gb", .published, []), ("es", .accepted, []), ("pt-br", .published, []),
    ])
    #expect(versions.published(in: try #require(LanguageTag(language)))?.number == expected, "\(name)")
  }

  @Test("A course that does not say what language it is in is found by none")
  func unstated() throws {
    let versions = LanguageVariantsTests.versions([(nil, .published, [])])
    #expect(versions.published(in: .english) == nil)
    #expect(versions.published(of: nil)?.number == 1)
  }

  @Test("The latest version of each variant, whatever became of it")
  func latest() throws {
    let french = LanguageTag("fr")
    let versions = LanguageVariantsTests.versions([
      (nil, .superseded, []), ("fr", .published, []), (nil, .published, []), ("fr", .retired, []),
    ])
    #expect(versions.latest(of: nil)?.number == 3)
    #expect(versions.latest(of: french)?.number == 4)
    #expect(versions.latest(of: LanguageTag("es")) == nil)
    #expect(versions.published(of: french)?.number == 2)
    #expect(versions.published(of: nil)?.number == 3)
  }
}
