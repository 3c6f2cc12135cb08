internal import Typesetting

/// The engraved lines around a certificate: waves that cross each other, as on paper that is hard to copy.
enum Ornament {
  static let ink = Colour(hex: 0x12305B)
  static let gold = Colour(hex: 0xB08D3C)
  private static let paper = Colour(hex: 0xFFFFFF)

  /// Frame, band and corners around a sheet.
  static func draw(on page: PDFPage, _ sheet: Area) {
    let outer = sheet.inset(by: 20)
    let band = outer.inset(by: 11)
    page.stroke(Path(outer), ink, width: 1.1)
    page.stroke(Path(outer.inset(by: 3)), ink, width: 0.35)
    waves(on: page, band)
    page.stroke(Path(outer.inset(by: 19)), ink, width: 0.35)
    page.stroke(Path(outer.inset(by: 22)), gold, width: 0.9)
    for corner in Path(band).points { medallion(on: page, corner) }
    rosette(
      on: page, Point(sheet.width / 2, sheet.height / 2 - 40), radius: 190, petals: 18, width: 0.7,
      opacity: 0.055)
  }

  /// Waves along the four sides.
  private static func waves(on page: PDFPage, _ area: Area) {
    let corners = Path(area).points
    for strand in 0..<4 {
      for side in corners.indices {
        page.stroke(
          .wave(
            from: corners[side], to: corners[(side + 1) % 4], height: 6.4, length: 30,
            shift: Double(strand) / 4), strand.isMultiple(of: 2) ? ink : gold, width: 0.36, opacity: 0.8)
      }
    }
  }

  private static func medallion(on page: PDFPage, _ centre: Point) {
    page.fill(.circle(centre, radius: 17), paper)
    page.stroke(.circle(centre, radius: 17), ink, width: 0.6)
    rosette(on: page, centre, radius: 14.6, petals: 8, width: 0.3, opacity: 0.8)
    page.stroke(.circle(centre, radius: 2.2), gold, width: 0.9)
  }

  private static func rosette(
    on page: PDFPage, _ centre: Point, radius: Double, petals: Int, width: Double, opacity: Double
  ) {
    for ring in 0..<5 {
      let flower = Path.flower(
        centre, radius: radius, petals: petals, depth: 0.16 + 0.08 * Double(ring), turn: Double(ring) / 2)
      page.stroke(flower, ink, width: width, opacity: opacity)
    }
  }

  /// A rule with a lozenge in its middle.
  static func rule(on page: PDFPage, centre: Point, width: Double) {
    let (x, y) = (centre.x, centre.y)
    page.stroke(Path([Point(x - width / 2, y), Point(x - 7, y)]), gold, width: 0.8)
    page.stroke(Path([Point(x + 7, y), Point(x + width / 2, y)]), gold, width: 0.8)
    page.fill(
      Path([Point(x - 3.6, y), Point(x, y - 3.6), Point(x + 3.6, y), Point(x, y + 3.6)], isClosed: true), gold
    )
  }
}
