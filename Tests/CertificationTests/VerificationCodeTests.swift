import Certification
import Testing
import Values

@Suite struct VerificationCodeTests {
  @Test(
    "128 bits in Crockford's base 32, and back",
    arguments: [
      (0, 0, "00000000000000000000000000"),
      (0, 1, "00000000000000000000000001"),
      (0, 31, "0000000000000000000000000Z"),
      (0, 32, "00000000000000000000000010"),
      (UInt64.max, UInt64.max, "7ZZZZZZZZZZZZZZZZZZZZZZZZZ"),
      (1 << 63, 0, "40000000000000000000000000"),
      // 64 bits are twelve digits of five bits and four bits more: the lowest bit of the upper half has the value 16.
      (1, 0, "0000000000000G000000000000"),
      (0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210, "014D2PF2DBSQQZXQ5TK1V58CGG"),
    ] as [(UInt64, UInt64, String)])
  func text(high: UInt64, low: UInt64, text: String) {
    let code = VerificationCode(random: UUID(high: high, low: low))
    #expect(code.description == text)
    #expect(VerificationCode(text) == code)
  }

  @Test(
    "As people type it",
    arguments: [
      ("lower case", "014d2pf2dbsqqzxq5tk1v58cgg"),
      ("groups with hyphens", "014D2-PF2DB-SQQZX-Q5TK1-V58CG-G"),
      ("groups with blanks", " 014D 2PF2 DBSQ QZXQ 5TK1 V58C GG "),
      ("O for 0, I for 1", "OI4D2PF2DBSQQZXQ5TKIV58CGG"),
      ("o for 0, l for 1", "ol4d2pf2dbsqqzxq5tkLv58cgg"),
    ])
  func typed(why: String, text: String) {
    #expect(VerificationCode(text)?.description == "014D2PF2DBSQQZXQ5TK1V58CGG")
  }

  @Test(
    "What is no code",
    arguments: [
      ("nothing", ""), ("hyphens only", "-----"), ("25 characters", String(repeating: "0", count: 25)),
      ("27 characters", String(repeating: "0", count: 27)), ("130 bits", "80000000000000000000000000"),
      ("the letter U", "0000000000000000000000000U"), ("an underscore", "0000000000000000000000000_"),
      ("a tab", "0000000000000\t0000000000000"), ("a line break behind", "00000000000000000000000000\n"),
      ("a full-width digit", "0000000000000000000000000\u{FF11}"),
      ("a combining mark", "00000000000000000000000000\u{301}"), ("a NUL", "0000000000000000000000000\0"),
      ("a Cyrillic look-alike", "\u{0410}0000000000000000000000000"),
      ("a Kelvin sign", "0000000000000000000000000\u{212A}"),
    ])
  func refused(why: String, text: String) {
    #expect(VerificationCode(text) == nil)
  }

  @Test("Every single bit has its place", arguments: 0..<128)
  func bits(position: Int) {
    let bits = UUID(
      high: position < 64 ? 0 : 1 << UInt64(position - 64), low: position < 64 ? 1 << UInt64(position) : 0)
    #expect(VerificationCode(VerificationCode(random: bits).description)?.bits == bits)
  }
}
