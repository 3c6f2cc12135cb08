import Barcodes
import Testing

/// QR codes: their size, their fixed patterns, and what makes none. That they are read is seen by another program's decoder
/// outside of the tests.
@Suite struct QRCodeTests {
  /// ISO/IEC 18004: 21 modules at the least, four more for each version.
  @Test(arguments: [
    ("A", 21), (String(repeating: "a", count: 60), 37), (String(repeating: "a", count: 61), 41),
    (String(repeating: "a", count: 1_000), 141),
  ])
  func size(text: String, side: Int) throws {
    let code = try #require(QRCode(text, correction: .quartile))
    #expect(code.side == side)
    #expect(QRCode(text, correction: .quartile) == code, "the same text has the same code")
  }

  /// The three corners that a reader looks for.
  @Test func finders() throws {
    let code = try #require(QRCode("https://records.example/verify/X", correction: .quartile))
    let last = code.side - 7
    for (row, column) in [(0, 0), (0, last), (last, 0)] {
      let pattern = (0..<7).map { y in
        String((0..<7).map { x in code[row: row + y, column: column + x] ? "#" : "." })
      }
      #expect(
        pattern == ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"])
    }
  }

  @Test(arguments: ["", "a\0b", String(repeating: "a", count: 3_000)])
  func whatHasNoCode(text: String) {
    #expect(QRCode(text, correction: .high) == nil)
  }

  @Test func moreCorrectionNeedsMoreRoom() throws {
    let text = "https://records.example/verify/0123456789ABCDEFGHJKMNPQRS"
    let sides = QRCode.Correction.allCases.compactMap { QRCode(text, correction: $0)?.side }
    #expect(sides == sides.sorted())
    #expect(sides.count == 4)
  }
}
