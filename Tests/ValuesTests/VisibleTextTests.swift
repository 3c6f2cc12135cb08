import Testing
import Values

/// Texts of which something is seen.
@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("a", true, true), (" a ", true, true), ("é", true, true), ("😀", true, true), ("١", true, true),
    ("", false, false), (" ", false, false), ("\u{A0}\u{2003}", false, false), ("\u{200B}", false, false),
    ("\u{0}", false, false), ("\t\n", false, false), ("\u{202E}", false, false),
    ("a\u{0}", true, false), ("a\nb", true, false), ("a\r\nb", true, false), ("a\u{7F}", true, false),
    ("a\u{85}", true, false), ("a\u{2028}b", true, false), ("\u{202E}a", true, false),
    ("\u{2066}a", true, false), ("a\u{200D}b", true, true), ("a\u{0}\u{301}", true, false),
  ])
  func aLineIsSeenAndIsOne(_ text: String, isVisible: Bool, isLine: Bool) {
    #expect(text.isVisible == isVisible)
    #expect(text.isVisibleLine == isLine)
  }
}
