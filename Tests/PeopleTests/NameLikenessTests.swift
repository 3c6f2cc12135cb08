import People
import Testing

/// “same name NFC/NFD, ZWJ, soft hyphen, U+202E, tag characters, Cyrillic а: … warning on confusables” (hostile row 65).
@Suite struct NameLikenessTests {
  @Test(arguments: [
    ("the same", "Ana María", "Ana María", true),
    ("composed and decomposed", "Jos\u{E9}", "Jose\u{301}", true),
    ("capitals", "ANA MARIA", "Ana Maria", true),
    ("white space", " Ana\u{A0} Maria ", "Ana Maria", true),
    ("a zero-width joiner", "A\u{200D}na", "Ana", true),
    ("a soft hyphen", "A\u{AD}na", "Ana", true),
    ("tag characters", "Ana\u{E0041}\u{E007F}", "Ana", true),
    ("a direction override", "\u{202E}Ana", "Ana", true),
    ("a Cyrillic а", "\u{410}na", "Ana", true),
    ("Greek capitals", "\u{391}\u{39D}\u{391} ", "ava", true),
    ("a Kelvin sign", "\u{212A}im", "Kim", true),
    ("an accent more", "José", "Jose", false),
    ("another letter", "Ana", "Anna", false),
    ("another order", "Ana Maria", "Maria Ana", false),
    ("joined", "Ana Maria", "Anamaria", false),
  ])
  func alike(why: String, one: String, other: String, isAlike: Bool) {
    #expect((NameLikeness(of: one) == NameLikeness(of: other)) == isAlike)
  }
}
