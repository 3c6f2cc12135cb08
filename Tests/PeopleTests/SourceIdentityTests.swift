import People
import Testing
import Values

@Suite struct SourceIdentityTests {
  @Test(arguments: [
    ("one character", "1", true), ("leading zeros", "0007", true), ("punctuation", "KE/2026-7_a.b", true),
    ("a space within", "A 1", true), ("128 characters", String(repeating: "x", count: 128), true),
    ("nothing", "", false), ("a space in front", " 1", false), ("a space behind", "1 ", false),
    ("129 characters", String(repeating: "x", count: 129), false), ("a letter with an accent", "é", false),
    ("a Kelvin sign", "1\u{212A}", false), ("a combining mark", "1\u{301}", false), ("a tab", "1\t2", false),
    ("a line end", "1\r\n2", false), ("NUL", "1\0", false),
  ])
  func identifiers(why: String, text: String, isOne: Bool) {
    #expect((SourceIdentifier(text)?.text == text) == isOne)
  }

  @Test func capitalsPartIdentifiersAndNotSources() throws {
    let upper = try #require(identity("HR", "A1"))
    #expect(upper == identity("hr", "A1"))
    #expect(upper != identity("HR", "a1"))
  }

  private func identity(_ source: String, _ identifier: String) -> SourceIdentity? {
    guard let source = SourceCode(source), let identifier = SourceIdentifier(identifier) else { return nil }
    return SourceIdentity(source: source, identifier: identifier)
  }
}
