import Testing

@testable import Typesetting

/// Pages of PDF with texts in them. What fonts are installed is not asked: widths are compared, not measured.
@Suite struct PDFPageTests {
  private let style = TextStyle(
    families: "Noto Serif", size: 12, colour: Colour(hex: 0x102030), language: "en")

  private func page(_ title: String = "Title") throws -> PDFPage {
    try PDFPage(
      width: 300, height: 200,
      PDFPage.Information(
        title: title, author: "Author", subject: "Subject", createdAt: "2026-03-02T09:00:00Z"))
  }

  @Test func theSameDrawingGivesTheSameOctets() throws {
    func drawn() throws -> [UInt8] {
      let page = try page()
      page.stroke(Path(Area(x: 10, y: 10, width: 50, height: 20)), Colour(hex: 0xFF0000), width: 1)
      page.fill(.circle(Point(100, 100), radius: 20), Colour(hex: 0x00FF00), opacity: 0.5)
      page.tagged("H1") { page.draw(page.set("Text", style), at: Point(20, 20)) }
      return try page.finish()
    }
    let octets = try drawn()
    #expect(octets.starts(with: Array("%PDF-1.".utf8)))
    #expect(octets.suffix(6).elementsEqual("%%EOF\n".utf8))
    #expect(try drawn() == octets)
    let text = String(decoding: octets, as: UTF8.self)
    #expect(text.contains("/CreationDate (20260302090000Z)"), "no clock was read")
    #expect(text.contains("/StructTreeRoot"))
  }

  @Test(arguments: ["", "a\0b", "\u{202E}evil", "Zoë O’Brien", "محمد", "李小龙", "a\nb"])
  func textsOfAllKinds(text: String) throws {
    let page = try page(text.isEmpty || text.contains("\0") ? "x" : text)
    let set = page.set(text, style, column: 100)
    #expect(set.height > 0)
    page.draw(set, at: Point(0, 0))
    #expect(try page.finish().count > 100)
  }

  @Test(
    "what is taller than its room is cut",
    arguments: [
      // the room in points, the most lines that it holds
      (0.0, 1), (1.0, 1), (40.0, 2), (100.0, 6),
    ])
  func cutAtAHeight(room: Double, lines: Int) throws {
    let page = try page()
    for text in [
      String(repeating: "W", count: 400), String(repeating: "word ", count: 80),
      "a\nb\n" + String(repeating: "李", count: 90),
    ] {
      let set = page.set(text, style, column: 100, height: room)
      #expect((1...lines).contains(set.lineCount))
      #expect(set.height <= max(room, 24))
      #expect(set.width <= 101)
    }
    let short = page.set("word", style, column: 100, height: 40)
    #expect(short.lineCount == 1 && short.width == page.set("word", style).width)
  }

  @Test func linesAreBrokenAtTheColumn() throws {
    let page = try page()
    let words = String(repeating: "word ", count: 20)
    let whole = page.set(words, style)
    let broken = page.set(words, style, column: 100)
    #expect(whole.lineCount == 1)
    #expect(broken.lineCount > 2)
    #expect(broken.width <= 100)
    #expect(
      page.set(String(repeating: "x", count: 300), style, column: 100).width <= 100,
      "within a word where it must")
  }

  @Test func aTextIsFittedByItsSize() throws {
    let page = try page()
    let short = page.fit("A name", style.sized(30), column: 280, lines: 1, least: 6)
    let long = page.fit(
      String(repeating: "A long name ", count: 6), style.sized(30), column: 280, lines: 1, least: 6)
    #expect(short.lineCount == 1)
    #expect(long.lineCount == 1)
    #expect(long.height < short.height)
    let endless = page.fit(
      String(repeating: "A name without end ", count: 40), style.sized(30), column: 280, lines: 1, least: 6)
    #expect(endless.lineCount > 1, "at the least size it has more lines")
  }

  @Test func whatNoFontHasIsCounted() throws {
    let page = try page()
    #expect(page.set("Text", style).unknownGlyphCount == 0)
    // A character that is reserved for private use.
    #expect(page.set("\u{10FFFD}", style).unknownGlyphCount == 1)
  }
}
