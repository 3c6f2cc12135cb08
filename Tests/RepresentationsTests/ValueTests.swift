import JSON
import Operations
import Representations
import Testing
import Values

struct ValueTests {
  @Test func valuesHaveTheirTextForms() throws {
    var json = JSONWriter()
    json.object { json in
      json.member("instant", Instant(microseconds: 1_782_864_000_000_120))
      json.member("day", orNull: Day("2026-02-28"))
      json.member("decimal", orNull: ExactDecimal("0.850"))
      json.member("missing", orNull: nil as Day?)
      json.member("number", orNull: nil as Int?)
    }
    #expect(
      json.text
        == #"{"instant":"2026-07-01T00:00:00.000120Z","day":"2026-02-28","decimal":0.85,"missing":null,"number":null}"#
    )
  }

  @Test func aTextIsAnObjectOfLanguages() throws {
    let french = try #require(LanguageTag("FR-ca"))
    let text = LocalizedText([
      .init(language: .english, text: "Origin"), .init(language: french, text: "L’“origine”"),
    ])
    #expect(String(decoding: text.json(), as: UTF8.self) == #"{"en":"Origin","fr-ca":"L’“origine”"}"#)
  }

  @Test(arguments: [
    ("the last page", nil as String?, #"{"items":["2026-01-01"],"next":null}"#),
    ("a page with another behind it", "c-17", #"{"items":["2026-01-01"],"next":"c-17"}"#),
  ])
  func pagesNameTheNextOne(row: String, next: String?, expected: String) throws {
    let page = Page(items: [try #require(Day("2026-01-01"))], next: next)
    #expect(String(decoding: page.json(), as: UTF8.self) == expected)
  }
}
