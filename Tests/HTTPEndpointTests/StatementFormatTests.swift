import JSON
import ProgramDriver
import Testing

/// `format` and `Accept-Language` of GET statements (xAPI 1.0.3 Communication 2.1.3).
@Suite struct StatementFormatTests {
  private func stockedHouse() throws -> ServedHouse {
    let house = try ServedHouse()
    let text = """
      {"id": "\(uuid(1))", "actor": {"objectType": "Agent", "name": "Officer", "mbox": "mailto:officer@example.org"},
       "verb": {"id": "http://example.org/verbs/read", "display": {"en-GB": "read", "en-US": "has read"}},
       "object": {"id": "http://example.org/activities/1",
         "definition": {"name": {"en-GB": "Valuation", "en-US": "Valuing"}, "type": "http://example.org/types/l"}}}
      """
    let more = """
      {"id": "\(uuid(2))", "actor": {"mbox": "mailto:officer@example.org"},
       "verb": {"id": "http://example.org/verbs/read"},
       "object": {"id": "http://example.org/activities/1", "definition": {"name": {"fr": "Valeur"}}}}
      """
    for text in [text, more] { #expect(try house.xapi("POST", "/xapi/statements", text).status == 200) }
    return house
  }

  private func get(
    _ house: ServedHouse, _ query: String, languages: String? = nil
  ) throws -> HTTPConnection.Answer {
    let language = languages.map { ["Accept-Language: \($0)"] } ?? []
    let answer = try house.send(
      "GET", "/xapi/statements?\(query)", ["X-Experience-API-Version: 2.0.0"] + language)
    #expect(answer.status == 200, "\(answer.text)")
    #expect(answer["Content-Type"] == "application/json")
    return answer
  }

  @Test func idsGiveWhatIdentifies() throws {
    let house = try stockedHouse()
    let one = try get(house, "format=ids&statementId=\(uuid(1))").json
    #expect(
      try one["actor"]?.means(#"{"objectType": "Agent", "mbox": "mailto:officer@example.org"}"#) == true)
    #expect(try one["verb"]?.means(#"{"id": "http://example.org/verbs/read"}"#) == true)
    #expect(try one["object"]?.means(#"{"id": "http://example.org/activities/1"}"#) == true)
    #expect(one["authority"]?["name"] == nil)
    #expect(one["stored"] != nil)
    let list = try get(house, "format=ids").json.list("statements")
    #expect(list.map { $0["object"]?["definition"] == nil } == [true, true])
  }

  /// “en-GB → only en-GB”; what other statements say of the activity is known too.
  @Test(arguments: [
    ("en-GB", "read", "Valuation"), ("en-US, en-GB;q=0.5", "has read", "Valuing"), ("fr", "read", "Valeur"),
    ("en", "read", "Valuation"), (nil, "read", "Valuation"),
  ])
  func canonicalIsInOneLanguage(_ languages: String?, _ display: String, _ name: String) throws {
    let house = try stockedHouse()
    for query in ["format=canonical&statementId=\(uuid(1))", "format=canonical&ascending=true&limit=1"] {
      let json = try get(house, query, languages: languages).json
      let one = try #require(json.member(named: "statements")?.elements.map(Array.init)?.first ?? json)
      #expect(one["verb"]?["display"]?.members.map(Array.init)?.map(\.value.string) == [display])
      let definition = one["object"]?["definition"]
      #expect(definition?["name"]?.members.map(Array.init)?.map(\.value.string) == [name])
      #expect(definition?["type"]?.string == "http://example.org/types/l")
      #expect(one["actor"]?["name"]?.string == "Officer")
    }
  }

  /// “populated exactly as they were when the Statement was received”
  @Test func exactIsWhatWasReceivedWhateverLanguageIsRead() throws {
    let house = try stockedHouse()
    let exact = try get(house, "statementId=\(uuid(2))").text
    for query in ["statementId=\(uuid(2))", "format=exact&statementId=\(uuid(2))"] {
      #expect(try get(house, query, languages: "en-GB").text == exact)
    }
    #expect(
      exact.contains(
        #""object": {"id": "http://example.org/activities/1", "definition": {"name": {"fr": "Valeur"}}}"#))
  }

  @Test(arguments: ["ids", "canonical"])
  func theNextPageHasTheSameForm(_ format: String) throws {
    let house = try stockedHouse()
    let first = try get(house, "format=\(format)&limit=1", languages: "fr").json
    let more = try house.send(
      "GET", first.text("more"), ["X-Experience-API-Version: 2.0.0", "Accept-Language: en-US"])
    let one = try #require(try more.json.list("statements").first)
    if format == "ids" {
      #expect(one["verb"]?["display"] == nil)
    } else {
      #expect(one["verb"]?["display"]?.members.map(Array.init)?.map(\.value.string) == ["has read"])
    }
  }
}
