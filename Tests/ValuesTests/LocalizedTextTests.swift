import Testing
import Values

@Suite struct LanguageTagTests {
  @Test(
    "RFC 5646 shape, kept in lower case",
    arguments: [
      ("de", "de"), ("de-DE", "de-de"), ("zh-Hant", "zh-hant"), ("sr-Latn-RS", "sr-latn-rs"), ("cmn", "cmn"),
      ("es-MX", "es-mx"), ("zh-Hans-CN", "zh-hans-cn"), ("ase", "ase"), ("fr-CA", "fr-ca"),
      ("es-419", "es-419"),
      ("de-CH-1996", "de-ch-1996"), ("en-a-bbb-x-a-ccc", "en-a-bbb-x-a-ccc"), ("x-none", "x-none"),
      ("i-klingon", "i-klingon"), ("ar-u-nu-latn", "ar-u-nu-latn"), ("abcdefgh", "abcdefgh"),
      ("en-a-bbb-b-ccc", "en-a-bbb-b-ccc"), ("de-x-a-b-a-b", "de-x-a-b-a-b"),
    ])
  func accepted(text: String, kept: String) {
    #expect(LanguageTag(text)?.text == kept)
  }

  @Test(
    "What is no language tag",
    arguments: [
      ("nine letters", "something"), ("digits in the language", "a12345678"), ("a digit first", "1en"),
      ("a repeated singleton", "zh-z-aaa-z-bbb-c-ccc"),
      ("a repeated singleton in the other case", "en-a-bbb-A-ccc"),
      ("a singleton with nothing behind it", "en-a"), ("two singletons in a row", "en-a-b-ccc"),
      ("private use of nothing", "en-x"), ("a language of one letter", "a-bb"),
      ("private use of nothing at all", "x"),
      ("nothing", ""), ("an empty subtag", "en--GB"), ("a hyphen behind", "en-"), ("a hyphen first", "-en"),
      ("an underscore", "en_GB"), ("nine characters in a subtag", "en-123456789"), ("a blank", "en GB"),
      ("an accent", "fr-\u{E9}"), ("a combining mark", "en-\u{301}GB"), ("a Kelvin sign", "\u{212A}o"),
      ("over 64 characters", "en" + String(repeating: "-abcdefgh", count: 7)),
    ])
  func refused(why: String, text: String) {
    #expect(LanguageTag(text) == nil)
  }

  @Test func caseMakesNoOtherTag() {
    #expect(LanguageTag("FR-ca") == LanguageTag("fr-CA"))
    #expect(LanguageTag("EN") == .english)
    #expect(LanguageTag("und") == .undetermined)
  }
}

@Suite struct LocalizedTextTests {
  @Test(
    "The wording for a reader: that tag, else the language, else English, else the first",
    arguments: [
      ("that very tag", ["en", "fr", "fr-CA"], "fr-CA", "fr-CA"),
      ("that tag in the other case", ["en", "fr-ca"], "FR-CA", "fr-ca"),
      ("a region asked, the language there", ["en", "fr"], "fr-CA", "fr"),
      ("a language asked, a region there", ["en", "fr-CA"], "fr", "fr-CA"),
      ("another region of the language", ["en", "pt-PT"], "pt-BR", "pt-PT"),
      ("the first of two regions", ["en", "pt-PT", "pt-BR"], "pt", "pt-PT"),
      ("English instead", ["fr", "en-GB"], "ar", "en-GB"),
      ("the first instead", ["fr", "es"], "ar", "fr"),
      ("no prefix of letters is a language", ["en", "fro"], "fr", "en"),
    ])
  func choice(why: String, there: [String], asked: String, chosen: String) throws {
    let variants = try there.map { LocalizedText.Variant(language: try #require(LanguageTag($0)), text: $0) }
    #expect(try LocalizedText(variants).text(for: #require(LanguageTag(asked))) == chosen)
  }

  @Test func ofTwoWordingsInOneLanguageTheFirstHolds() throws {
    let french = try #require(LanguageTag("fr"))
    let text = LocalizedText([
      .init(language: french, text: "Douane"), .init(language: .english, text: "Customs"),
      .init(language: french, text: "Autre"),
    ])
    #expect(text.variants.map(\.text) == ["Douane", "Customs"])
  }

  @Test(
    "Whether there is any wording",
    arguments: [
      ([], true), ([""], true), (["", ""], true), (["", "Customs"], false), ([" "], false),
    ] as [([String], Bool)])
  func emptiness(wordings: [String], isEmpty: Bool) throws {
    let languages = [LanguageTag.english, .undetermined]
    let variants = zip(languages, wordings).map { LocalizedText.Variant(language: $0, text: $1) }
    #expect(LocalizedText(variants).isEmpty == isEmpty)
  }

  @Test func noWordingIsAnEmptyOne() {
    #expect(LocalizedText([]).text() == "")
    #expect(LocalizedText("Customs").text() == "Customs")
  }

  @Test func manyLanguagesStayInTheirOrder() throws {
    let tags = try (0..<2_000).map { try #require(LanguageTag("und-x-\($0)")) }
    let text = LocalizedText((tags + tags).map { .init(language: $0, text: $0.text) })
    #expect(text.variants.map(\.language) == tags)
  }
}
