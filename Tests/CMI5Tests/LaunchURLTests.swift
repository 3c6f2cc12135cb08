import CMI5
import Catalogue
import JSON
import Testing
import Values
import XAPI

/// The address that a unit is launched by (cmi5 §8.1).
@Suite struct LaunchURLTests {
  static let rows: [(String, Launch.Target, unit: String, joint: String, fragment: String)] = [
    ("a file", .file(path: "a/b.html", suffix: ""), "https://c.test/v/a/b.html", "?", ""),
    (
      "a name with what URLs give a meaning", .file(path: "a b/ü?#%.html", suffix: ""),
      "https://c.test/v/a%20b/%C3%BC%3F%23%25.html", "?", ""
    ),
    ("a query", .file(path: "a.html", suffix: "?x=1"), "https://c.test/v/a.html?x=1", "&", ""),
    ("an empty query", .file(path: "a.html", suffix: "?"), "https://c.test/v/a.html?", "", ""),
    ("a query that ends open", .file(path: "a.html", suffix: "?x&"), "https://c.test/v/a.html?x&", "", ""),
    ("a fragment", .file(path: "a.html", suffix: "#top"), "https://c.test/v/a.html", "?", "#top"),
    (
      "a question in the fragment", .file(path: "a.html", suffix: "#top?x"), "https://c.test/v/a.html", "?",
      "#top?x"
    ),
    (
      "a query with a fragment", .file(path: "a.html", suffix: "?x=é#ß"), "https://c.test/v/a.html?x=%C3%A9",
      "&", "#%C3%9F"
    ),
    (
      "elsewhere", .external(url: "https://Units.Example:8443/a?x=1"), "https://Units.Example:8443/a?x=1",
      "&",
      ""
    ),
    ("elsewhere, without a path", .external(url: "http://units.example"), "http://units.example", "?", ""),
  ]

  @Test(arguments: rows.map { ($0.0, $0.1, $0.2 + $0.3 + "endpoint=", $0.4) })
  func theParametersStandBehindTheQueryAndBeforeTheFragment(
    name: String, target: Launch.Target, beginning: String, fragment: String
  ) {
    let url = LaunchURL(of: target, filesAt: "https://c.test/v")
    let launched = url.launching(
      LaunchURLTests.unit, endpoint: "https://r.test/xapi/", fetch: "https://r.test/f?k=1&l")
    #expect(launched.hasPrefix(beginning), "\(name): \(launched)")
    #expect(launched.hasSuffix("%2F1" + fragment), "\(name): \(launched)")
  }

  /// “Each value for the associated names MUST be URL-encoded.”
  @Test func everyValueIsEncoded() {
    let url = LaunchURL(of: .file(path: "a.html", suffix: ""), filesAt: "https://c.test/v")
    let launched = url.launching(
      LaunchURLTests.unit, endpoint: "https://r.test/xapi/", fetch: "https://r.test/f?k=1&l")
    #expect(
      launched == """
        https://c.test/v/a.html?endpoint=https%3A%2F%2Fr.test%2Fxapi%2F&fetch=https%3A%2F%2Fr.test%2Ff%3Fk%3D1%26l\
        &actor=%7B%22objectType%22%3A%22Agent%22%2C%22account%22%3A%7B%22homePage%22%3A%22https%3A%2F%2Fr.test%22%2C\
        %22name%22%3A%22p%20%2B%201%22%7D%7D&registration=00000000-0000-0002-0000-000000000000\
        &activityId=https%3A%2F%2Fr.test%2Factivities%2F1
        """)
  }

  @Test(
    arguments: [
      ("https://c.test/v/a.html", "https://c.test"),
      ("https://Units.Example:8443/a", "https://units.example:8443"),
      ("http://units.example?x", "http://units.example"),
      ("https://units.example:443/a", "https://units.example"),
      ("http://units.example:80", "http://units.example"),
      ("https://units.example:80", "https://units.example:80"),
      ("http://who@units.example/a", "http://units.example"),
      ("http://units.example", "http://units.example"),
    ])
  func anOriginIsSchemeAndAuthority(address: String, origin: String) {
    #expect(LaunchURL(of: .external(url: address), filesAt: "").origin == origin)
  }

  static let unit = LaunchedUnit(
    session: UUID(high: 1, low: 0), registration: UUID(high: 2, low: 0),
    actor: .account(homePage: "https://r.test", name: "p + 1"), activity: "https://r.test/activities/1",
    publisherIdentifier: "urn:au", mode: .normal,
    launch: Launch(
      target: .file(path: "a.html", suffix: ""), moveOn: .passed, masteryScore: ExactDecimal("0.8")))
}

/// What a learner prefers (cmi5 §11).
@Suite struct LearnerPreferencesTests {
  @Test(
    arguments: [
      (#"{"languagePreference": "en-US,fr-FR,fr-BE", "audioPreference": "on"}"#, true),
      (#"{"languagePreference": "en, fr", "audioPreference": "off", "theme": "dark"}"#, true),
      (#"{"languagePreference": "", "audioPreference": "on"}"#, false),
      (#"{"languagePreference": "not comma separated", "audioPreference": "on"}"#, false),
      (#"{"languagePreference": "en"}"#, false), (#"{"audioPreference": "off"}"#, false), ("{}", false),
      (#"{"languagePreference": "en", "audioPreference": "loud"}"#, false),
      (#"{"languagePreference": "en", "audioPreference": true}"#, false),
      (#"{"languagePreference": "en;fr", "audioPreference": "on"}"#, false),
      (#"{"languagePreference": "en,", "audioPreference": "on"}"#, false),
      (#"{"languagePreference": ["en"], "audioPreference": "on"}"#, false), ("[]", false), ("en", false),
      ("", false),
    ])
  func preferencesHaveTheFormOfThem(text: String, isUsable: Bool) {
    let document = Document(contentType: "application/json", bytes: Array(text.utf8))
    #expect((LearnerPreferences.flaw(of: document) == nil) == isUsable)
    let asText = Document(contentType: "text/plain;charset=UTF-8", bytes: document.bytes)
    #expect(LearnerPreferences.flaw(of: asText) != nil)
  }
}

/// Every rule tells where it stands and what it asks.
@Suite struct UnitStatementViolationTests {
  @Test(arguments: UnitStatementViolation.allCases)
  func aRuleIsToldWithItsSection(violation: UnitStatementViolation) {
    #expect(["6", "9", "10"].contains(String(violation.section.prefix { $0 != "." })))
    #expect(!violation.rule.isEmpty)
  }
}
