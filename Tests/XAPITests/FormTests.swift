import Testing
import XAPI

/// The forms of IRIs, language tags and attachments (xAPI 1.0.3 Data 4 and 2.4.11).
struct FormTests {
  @Test(arguments: [
    "http://adlnet.gov/expapi/verbs/passed", "https://example.org/a?b=c&d=%20#e",
    "urn:uuid:7ccd3322-e1a5-411a-a67d-6a735c76f119",
    "mailto:a@example.org", "tag:example.org,2026:a", "https://example.org/海关/课程", "https://[2001:db8::1]/",
    "a+b-c.1:x",
    "https://example.org/J\u{301}", "https://example.org/(a)'b'*!$;~",
  ])
  func absoluteIRIsAreAccepted(iri: String) throws {
    #expect(try StatementTexts.read(StatementTexts.statement(verb: #"{"id":"\#(iri)"}"#)).verb == iri)
  }

  @Test(arguments: [
    "", ":", "http:", "://example.org", "example.org/a", "/a", "1http://x", "ht tp://x",
    "https://example.org/a b",
    "https://example.org/<a>", #"https://example.org/\"a"#, "https://example.org/{a}",
    "https://example.org/a|b",
    "https://example.org/a^b", "https://example.org/`a`", #"https://example.org/a\\b"#,
    "https://example.org/%2",
    "https://example.org/%zz", "https://example.org/#a#b", #"https://example.org/\n"#,
    #"https://example.org/\u0000"#,
    "https://example.org/\u{85}", "https://example.org/\u{7F}", "h\u{E9}:x", "http\u{301}://example.org",
  ])
  func otherTextsAreNoIRIs(text: String) {
    Broken(text, text, .malformedIRI).expectRefusal(
      StatementTexts.statement(verb: #"{"id":"\#(text)"}"#), at: "/verb/id")
  }

  @Test(arguments: [
    "de", "de-DE", "zh-Hant", "sr-Latn-RS", "cmn", "es-MX", "zh-Hans-CN", "ase", "fr-CA", "EN-us", "es-419",
    "sl-rozaj-biske",
    "de-CH-1901", "zh-cmn-Hans-CN", "en-a-bbb-x-a-ccc", "x-whatever", "i-klingon", "en-GB-oed", "sgn-BE-FR",
    "qaa-Qaaa-QM-x-southern",
    "de-1996", "abcd", "abcdefgh", "zh-min-nan", "ar-a-aaa-b-bbb-a1-x-xyz",
  ])
  func languageTagsAreAccepted(tag: String) throws {
    let statement = try StatementTexts.read(StatementTexts.statement(#","context":{"language":"\#(tag)"}"#))
    #expect(statement.context?.language == tag)
    _ = try StatementTexts.read(
      StatementTexts.statement(verb: #"{"id":"https://example.org/v","display":{"\#(tag)":""}}"#))
  }

  @Test(arguments: [
    "", "something", "a12345678", "zh-z-aaa-z-bbb-c-ccc", "a", "x", "x-", "-en", "en-", "en--US", "en_US",
    "e", "1en", "en-U",
    "i-unknown", "de-DE-1901-1901", "de-419-DE", "a-DE", "en-x", "en-a", "en-a-b", "ar-a-aaa-b-bbb-a-ccc",
    "中文", "en US",
    "de\u{301}", "en-abcdefghi",
  ])
  func otherTextsAreNoLanguageTags(text: String) {
    Broken(text, text, .malformedLanguageTag).expectRefusal(
      StatementTexts.statement(#","context":{"language":"\#(text)"}"#), at: "/context/language")
  }

  static let digest = "d14f1580a2cebb6f8d4a8a2fc0d13c67f970e84f8d15677a93ae95c9080df899"

  @Test(arguments: [
    Broken("no usageType", "usageType", .missingProperty), Broken("no display", "display", .missingProperty),
    Broken("no contentType", "contentType", .missingProperty),
    Broken("no length", "length", .missingProperty),
    Broken("no sha2", "sha2", .missingProperty),
  ])
  func attachmentsLackNothing(_ row: Broken) {
    let rest = attachment.filter { $0.key != row.value }
    row.expectRefusal(StatementTexts.statement(#","attachments":[\#(text(rest))]"#), at: "/attachments/0")
  }

  @Test(arguments: [
    Broken("a usageType without scheme", #""usageType":"x""#, .malformedIRI, "/usageType"),
    Broken("a display that is a string", #""display":"x""#, .wrongType, "/display"),
    Broken(
      "a description in no language", #""description":{"_":"x"}"#, .malformedLanguageTag, "/description/_"),
    Broken("a contentType without slash", #""contentType":"text""#, .malformedMediaType, "/contentType"),
    Broken(
      "a contentType with a space", #""contentType":"text /plain""#, .malformedMediaType, "/contentType"),
    Broken("a contentType that is a number", #""contentType":1"#, .wrongType, "/contentType"),
    Broken("a length as text", #""length":"1""#, .wrongType, "/length"),
    Broken("a length below 0", #""length":-1"#, .malformedLength, "/length"),
    Broken("half an octet", #""length":0.5"#, .malformedLength, "/length"),
    Broken("a sha2 that is a number", #""sha2":1"#, .wrongType, "/sha2"),
    Broken(
      "a sha2 of a SHA-1's length", #""sha2":"ebd31e95054c018b10727ccffd2ef2ec3a016ee9""#, .malformedDigest,
      "/sha2"),
    Broken("a fileUrl without scheme", #""fileUrl":"file.pdf""#, .malformedIRI, "/fileUrl"),
    Broken(
      "a contentType of two lines", #""contentType":"text/plain;\r\nX: y""#, .malformedMediaType,
      "/contentType"),
    Broken("an unknown property", #""name":"x""#, .unknownProperty, "/name"),
  ])
  func brokenAttachmentsAreRefused(_ row: Broken) {
    let key = String(row.value.dropFirst().prefix { $0 != "\"" })
    let rest = attachment.filter { $0.key != key }
    let broken = "{\(row.value),\(text(rest).dropFirst())"
    row.expectRefusal(
      StatementTexts.statement(#","attachments":[\#(text(attachment)),\#(broken)]"#),
      at: "/attachments/1\(row.pointer)")
    row.expectRefusal(
      StatementTexts.subStatement(#","attachments":[\#(broken)]"#), at: "/object/attachments/0\(row.pointer)")
  }

  @Test func attachmentsKeptElsewhereAreAccepted() throws {
    _ = try StatementTexts.read(StatementTexts.statement(#","attachments":[\#(text(attachment))]"#))
    Broken("", "", .wrongType).expectRefusal(
      StatementTexts.statement(#","attachments":\#(text(attachment))"#), at: "/attachments")
  }

  private let attachment: KeyValuePairs<String, String> = [
    "usageType": "\"https://example.org/usage\"", "display": #"{"en":"Certificate"}"#, "description": "{}",
    "contentType": "\"text/plain; charset=utf-8\"", "length": "27", "sha2": "\"\(FormTests.digest)\"",
    "fileUrl": "\"https://example.org/certificate.txt\"",
  ]

  private func text(_ properties: some Sequence<(key: String, value: String)>) -> String {
    "{\(properties.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ","))}"
  }
}
