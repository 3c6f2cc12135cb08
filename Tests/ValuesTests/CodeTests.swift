import Testing
import Values

@Suite struct CodeTests {
  private enum Anything {}

  @Test(
    "What people type as a code is kept as first spelt",
    arguments: [
      "A", "7", "TTT", "PICARD-2019", "OM-K-01", "v1.2_final", String(repeating: "x", count: 64),
    ])
  func accepted(text: String) throws {
    let code = try #require(Code<Anything>(text))
    #expect(code.text == text)
    #expect(code.description == text)
  }

  @Test(
    "What is no code",
    arguments: [
      ("nothing", ""),
      ("one character past the limit", String(repeating: "x", count: 65)),
      ("a hyphen first", "-TTT"), ("a point first", ".hidden"), ("an underscore first", "_x"),
      ("a space", "TTT 1"), ("a slash", "../x"), ("a NUL", "TTT\0"), ("a line break", "TTT\n"),
      ("an accent", "\u{C9}COLE"), ("a combining accent", "E\u{301}COLE"), ("a Kelvin sign", "\u{212A}1"),
      ("Arabic digits", "\u{0661}\u{0662}"), ("a Cyrillic look-alike", "\u{0410}BC"),
    ])
  func refused(why: String, text: String) {
    #expect(Code<Anything>(text) == nil)
  }

  @Test(
    "Two spellings of one code",
    arguments: [
      ("PICARD-2019", "picard-2019", true),
      ("TtT", "tTt", true),
      ("a.b", "a_b", false),
      ("a-1", "a-01", false),
    ])
  func folding(one: String, other: String, isSame: Bool) {
    let (first, second) = (Code<Anything>(one), Code<Anything>(other))
    #expect((first == second) == isSame)
    if isSame { #expect(Set([first, second]).count == 1) }
  }

  @Test func foldingTouchesLettersOnly() {
    #expect(Code<Anything>("AZaz09._-")?.folded == "azaz09._-")
  }
}
