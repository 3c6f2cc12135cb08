import Cryptography
import JSON
import Testing
@testable import OpenBadges

/// Texts that are fixed octet by octet are their own canonical form, so that whoever makes them again by RFC 8785 gets them.
@Suite struct CanonicalFormTests {
  /// `testdata` of cyberphone/json-canonicalization, whose author wrote RFC 8785: what has no numbers. “weird” is the
  /// example of RFC 8785 §3.2.3 too.
  @Test(
    arguments: [
      (
        "french",
        #"{"peach":"This sorting order","péché":"is wrong according to French","# + "\n"
          + #""pêche":"but canonicalization MUST","sin":   "ingnore locale"}"#,
        #"{"peach":"This sorting order","péché":"is wrong according to French","#
          + #""pêche":"but canonicalization MUST","sin":"ingnore locale"}"#
      ),
      (
        "unicode", #"{"Unnormalized Unicode":"\u1e0d\u0307"}"#,
        "{\"Unnormalized Unicode\":\"\u{1E0D}\u{307}\"}"
      ),
      (
        "weird",
        #"{"\u20ac":"Euro Sign","1":"One","\u0080":"Control\u007f","\ud83d\ude02":"Smiley","#
          + #""\u00f6":"Latin Small Letter O With Diaeresis","\ufb33":"Hebrew Letter Dalet With Dagesh","#
          + #""</script>":"Browser Challenge"}"#,
        "{\"1\":\"One\",\"</script>\":\"Browser Challenge\",\"\u{80}\":\"Control\u{7F}\","
          + "\"\u{F6}\":\"Latin Small Letter O With Diaeresis\",\"\u{20AC}\":\"Euro Sign\","
          + "\"\u{1F602}\":\"Smiley\",\"\u{FB33}\":\"Hebrew Letter Dalet With Dagesh\"}"
      ),
    ])
  func publishedForms(name: String, given: String, canonical: String) throws {
    let text = CanonicalForm.text(of: try JSONDocument(Array(given.utf8)).root)
    #expect(text.utf8.elementsEqual(canonical.utf8), "\(name)")
  }

  @Test func anEnvelopeIsItsOwnCanonicalForm() throws {
    let json = EnvelopedCredential.json(of: try Sample(.p256).token())
    #expect(CanonicalForm.text(of: try JSONDocument(json).root).utf8.elementsEqual(json))
  }
}
