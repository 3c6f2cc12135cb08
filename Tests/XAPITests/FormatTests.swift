import JSON
import Testing
import XAPI

/// Statements as `format` asks for them (xAPI 1.0.3 Communication 2.1.3).
struct FormatTests {
  /// “If ids, only include minimum information necessary in Agent, Activity, Verb and Group Objects to identify them. For
  /// Anonymous Groups this means including the minimum information needed to identify each member.”
  @Test(arguments: [
    (
      "agent",
      #"{"actor":{"objectType":"Agent","name":"A","mbox":"mailto:a@x.org"},"verb":{"id":"x:v","display":{"en":"v"}},"object":{"objectType":"Activity","id":"x:a","definition":{"type":"x:t"}}}"#,
      #"{"actor":{"objectType":"Agent","mbox":"mailto:a@x.org"},"verb":{"id":"x:v"},"object":{"id":"x:a"}}"#
    ),
    (
      "identified group",
      #"{"actor":{"objectType":"Group","name":"G","account":{"homePage":"x:h","name":"g"},"member":[{"mbox":"mailto:a@x.org"}]},"verb":{"id":"x:v"},"object":{"objectType":"Agent","name":"B","openid":"x:b"}}"#,
      #"{"actor":{"objectType":"Group","account":{"homePage":"x:h","name":"g"}},"verb":{"id":"x:v"},"object":{"objectType":"Agent","openid":"x:b"}}"#
    ),
    (
      "anonymous group",
      #"{"actor":{"objectType":"Group","name":"G","member":[{"name":"A","mbox":"mailto:a@x.org"},{"objectType":"Agent","openid":"x:b"}]},"verb":{"id":"x:v"},"object":{"objectType":"StatementRef","id":"7ccd3322-e1a5-411a-a67d-6a735c76f119"}}"#,
      #"{"actor":{"objectType":"Group","member":[{"mbox":"mailto:a@x.org"},{"objectType":"Agent","openid":"x:b"}]},"verb":{"id":"x:v"},"object":{"objectType":"StatementRef","id":"7ccd3322-e1a5-411a-a67d-6a735c76f119"}}"#
    ),
    (
      "context",
      #"{"actor":{"mbox":"mailto:a@x.org"},"verb":{"id":"x:v"},"object":{"id":"x:a"},"context":{"language":"en","instructor":{"name":"I","mbox":"mailto:i@x.org"},"team":{"objectType":"Group","name":"T","mbox":"mailto:t@x.org"},"contextActivities":{"parent":[{"id":"x:p","definition":{}}],"other":{"id":"x:o","objectType":"Activity"}},"contextAgents":[{"objectType":"contextAgent","agent":{"name":"C","mbox":"mailto:c@x.org"},"relevantTypes":["x:r"]}],"contextGroups":[{"objectType":"contextGroup","group":{"objectType":"Group","name":"D","mbox":"mailto:d@x.org"}}],"extensions":{"x:e":{"name":1}}}}"#,
      #"{"actor":{"mbox":"mailto:a@x.org"},"verb":{"id":"x:v"},"object":{"id":"x:a"},"context":{"language":"en","instructor":{"mbox":"mailto:i@x.org"},"team":{"objectType":"Group","mbox":"mailto:t@x.org"},"contextActivities":{"parent":[{"id":"x:p"}],"other":{"id":"x:o"}},"contextAgents":[{"objectType":"contextAgent","agent":{"mbox":"mailto:c@x.org"},"relevantTypes":["x:r"]}],"contextGroups":[{"objectType":"contextGroup","group":{"objectType":"Group","mbox":"mailto:d@x.org"}}],"extensions":{"x:e":{"name":1}}}}"#
    ),
    (
      "substatement",
      #"{"actor":{"mbox":"mailto:a@x.org"},"verb":{"id":"x:v"},"object":{"objectType":"SubStatement","actor":{"name":"A","mbox":"mailto:a@x.org"},"verb":{"id":"x:w","display":{}},"object":{"id":"x:a","definition":{}},"result":{"success":true}}}"#,
      #"{"actor":{"mbox":"mailto:a@x.org"},"verb":{"id":"x:v"},"object":{"objectType":"SubStatement","actor":{"mbox":"mailto:a@x.org"},"verb":{"id":"x:w"},"object":{"id":"x:a"},"result":{"success":true}}}"#
    ),
  ])
  func identifiersOnly(name: String, sent: String, expected: String) throws {
    let statement = try StatementTexts.read(sent, by: .version2)
    #expect(String(decoding: statement.identifiersOnly(), as: UTF8.self) == expected)
  }

  /// “The LRS MUST return only one language in each of these maps … this logic MUST be applied to each language map
  /// individually to select which language entry to include”
  @Test func eachMapHasOneLanguage() throws {
    let statement = try StatementTexts.read(
      #"""
      {"actor":{"name":"A","mbox":"mailto:a@x.org"},"verb":{"id":"x:v","display":{"en-US":"v","fr":"f"}},
       "object":{"id":"x:a","definition":{"name":{"en-US":"n","fr":"m"},"description":{"de":"d"},"type":"x:t",
         "interactionType":"choice","choices":[{"id":"1","description":{"fr":"un","en":"one"}}],
         "extensions":{"x:e":{"en":"e","fr":"f"}}}},
       "context":{"contextActivities":{"parent":{"id":"x:p","definition":{"name":{"en":"p","fr":"q"}}}}}}
      """#)
    let canonical = try statement.canonical(in: LanguagePreference(acceptLanguage: "fr")) { _ in nil }
    let expected = #"""
      {"actor":{"name":"A","mbox":"mailto:a@x.org"},"verb":{"id":"x:v","display":{"fr":"f"}},
       "object":{"id":"x:a","definition":{"name":{"fr":"m"},"description":{"de":"d"},"type":"x:t",
         "interactionType":"choice","choices":[{"id":"1","description":{"fr":"un"}}],
         "extensions":{"x:e":{"en":"e","fr":"f"}}}},
       "context":{"contextActivities":{"parent":{"id":"x:p","definition":{"name":{"fr":"q"}}}}}}
      """#
    #expect(try JSONDocument(canonical).root.isEquivalent(to: JSONDocument(Array(expected.utf8)).root))
  }

  /// “return Activity Objects … populated with the canonical definition of the Activity Objects … as determined by the
  /// LRS”
  @Test func activitiesAreAsTheyAreKnown() throws {
    let known = #"{"name":{"en":"known","fr":"connu"},"type":"x:t"}"#
    let statement = try StatementTexts.read(
      StatementTexts.subStatement(
        object: #"{"id":"x:a","definition":{"name":{"en":"sent"}}}"#,
        #","context":{"contextActivities":{"parent":[{"id":"x:a"},{"id":"x:b","definition":{"type":"x:u"}}]}}"#
      ))
    let canonical = try statement.canonical(in: LanguagePreference(acceptLanguage: nil)) { id in
      id == "x:a" ? ActivityDefinition(validated: try JSONDocument(Array(known.utf8)).root) : nil
    }
    let object = try JSONDocument(canonical).root["object"]
    let text = object.map { String(decoding: $0["object"]?.raw ?? [], as: UTF8.self) }
    #expect(text == #"{"id":"x:a","definition":{"name":{"en":"known"},"type":"x:t"}}"#)
    let parents = object?["context"]?["contextActivities"]?["parent"]?.raw ?? []
    #expect(
      String(decoding: parents, as: UTF8.self)
        == #"[{"id":"x:a","definition":{"name":{"en":"known"},"type":"x:t"}},{"id":"x:b","definition":{"type":"x:u"}}]"#
    )
  }

  @Test(arguments: [
    (nil, ["fr", "en"], "fr"), ("", ["fr", "en"], "fr"), ("en-GB", ["en-US", "en-GB"], "en-GB"),
    ("EN-gb", ["en-US", "en-GB"], "en-GB"), ("en", ["fr", "en-GB"], "en-GB"), ("en-GB", ["fr", "en"], "en"),
    ("de, en;q=0.5", ["fr", "en"], "en"), ("de;q=0.5, en;q=0.8, fr;q=0.1", ["de", "fr", "en"], "en"),
    ("fr;q=0.8, en;q=0.8", ["en", "fr"], "fr"), ("*", ["fr", "en"], "fr"),
    ("de, *;q=0.1", ["fr", "en"], "fr"),
    ("fr;q=0", ["fr", "en"], "en"), ("fr;q=0, *;q=0.000", ["fr"], "fr"), ("fr;q=0", ["fr-CA", "en"], "en"),
    ("ja", ["fr", "en"], "fr"), ("en;q=nonsense, fr", ["en", "fr"], "fr"), (";;,q=1", ["fr", "en"], "fr"),
    ("zh-Hant", ["zh-Hant-TW", "zh-Hans"], "zh-Hant-TW"), ("en", ["eng"], "eng"),
    ("en", ["english", "en-x-a"], "en-x-a"),
  ])
  func oneLanguageIsChosen(field: String?, tags: [String], expected: String) throws {
    let map = "{" + tags.map { "\"\($0)\":\"\($0)\"" }.joined(separator: ",") + "}"
    let statement = try StatementTexts.read(
      StatementTexts.statement(verb: #"{"id":"x:v","display":\#(map)}"#))
    let canonical = try statement.canonical(in: LanguagePreference(acceptLanguage: field)) { _ in nil }
    let display = try JSONDocument(canonical).root["verb"]?["display"]?.raw ?? []
    #expect(String(decoding: display, as: UTF8.self) == "{\"\(expected)\":\"\(expected)\"}")
  }
}
