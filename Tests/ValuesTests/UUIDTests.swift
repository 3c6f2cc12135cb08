import Testing
import Values

@Suite struct UUIDTests {
  @Test(
    "The 36-character form, either case",
    arguments: [
      ("00000000-0000-0000-0000-000000000000", 0, 0),
      ("ffffffff-ffff-ffff-ffff-ffffffffffff", UInt64.max, UInt64.max),
      ("FFFFFFFF-ffff-FFFF-ffff-FFFFFFFFFFFF", UInt64.max, UInt64.max),
      ("01234567-89ab-cdef-fedc-ba9876543210", 0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210),
    ])
  func reads(text: String, high: UInt64, low: UInt64) throws {
    let uuid = try #require(UUID(text))
    #expect(uuid == UUID(high: high, low: low))
    #expect(uuid.description == text.lowercased())
    #expect(UUID(octets: uuid.octets) == uuid)
    #expect(UUID(utf8: Array(text.utf8)) == uuid)
  }

  @Test(
    "What is no UUID",
    arguments: [
      ("nothing", ""), ("no hyphens", "0123456789abcdeffedcba9876543210"),
      ("one digit short", "01234567-89ab-cdef-fedc-ba987654321"),
      ("one digit more", "01234567-89ab-cdef-fedc-ba98765432100"),
      ("a hyphen out of place", "0123456-789ab-cdef-fedc-ba9876543210"),
      ("a letter past f", "g1234567-89ab-cdef-fedc-ba9876543210"),
      ("braces", "{1234567-89ab-cdef-fedc-ba987654321}"),
      ("a name prefix", "urn:uuid:01234567-89ab-cdef-fedc-ba9"),
      ("full-width digits", "\u{FF10}1234567-89ab-cdef-fedc-ba9876543"),
      ("a combining mark for a digit", "0123456\u{301}-89ab-cdef-fedc-ba987654321"),
      ("a sign", "+1234567-89ab-cdef-fedc-ba9876543210"),
    ])
  func refused(why: String, text: String) {
    #expect(UUID(text) == nil)
  }

  @Test("Octets as stored are sixteen", arguments: [(0, false), (15, false), (16, true), (17, false)])
  func octetCount(count: Int, isRead: Bool) {
    #expect((UUID(octets: [UInt8](repeating: 7, count: count)) != nil) == isRead)
  }

  @Test func octetsAreMostSignificantFirst() {
    let octets: [UInt8] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]
    #expect(UUID(octets: octets)?.octets == octets)
    #expect(UUID(octets: octets)?.description == "00010203-0405-0607-0809-0a0b0c0d0e0f")
  }

  @Test(
    "RFC 9562 §5.7: milliseconds, version 7, variant 10",
    arguments: [
      (0, UInt64.max, "00000000-0000-7000-bfff-ffffffffffff"),
      (0, 0, "00000000-0000-7000-8000-000000000000"),
      (1, 0, "00000000-0000-7004-8000-000000000000"),
      (500, 0, "00000000-0000-7800-8000-000000000000"),
      (999, 0, "00000000-0000-7ffb-8000-000000000000"),
      (1_645_557_742_000_000, 0, "017f22e2-79b0-7000-8000-000000000000"),
      (0xFFFF_FFFF_FFFF * 1000, 0, "ffffffff-ffff-7000-8000-000000000000"),
      (0x1_0000_0000_0000 * 1000, 0, "00000000-0000-7000-8000-000000000000"),
    ])
  func version7(microseconds: Int64, random: UInt64, text: String) {
    let uuid = UUID(version7At: microseconds, random: random)
    #expect(uuid.description == text)
    #expect(uuid.hasStandardVariant)
  }

  @Test func laterIdentifiersSortBehind() {
    let early = UUID(version7At: 1, random: .max)
    let late = UUID(version7At: 2, random: 0)
    #expect(early < late)
    #expect(UUID(high: 1, low: 1) < UUID(high: 1, low: 2))
  }

  @Test(
    "Variants: only the one of RFC 9562",
    arguments: [
      ("01234567-89ab-4def-8edc-ba9876543210", true), ("01234567-89ab-4def-bedc-ba9876543210", true),
      ("01234567-89ab-4def-7edc-ba9876543210", false), ("01234567-89ab-4def-cedc-ba9876543210", false),
    ])
  func variant(text: String, isStandard: Bool) throws {
    #expect(try #require(UUID(text)).hasStandardVariant == isStandard)
  }
}
