internal import Barcodes
internal import Certification
internal import Typesetting
internal import Values

/// The sheet of a certificate, A4 across: frame, what is certified in the middle, facts and QR code at the foot.
final class CertificateSheet {
  private static let sheet = Area(x: 0, y: 0, width: 841.89, height: 595.28)
  /// Where the middle begins and ends, and how wide it is.
  private static let middle = (top: 62.0, bottom: 424.0, column: 660.0)
  private static let foot = (top: 442.0, left: 66.0, right: 776.0, codeSide: 86.0)
  private static let text = Colour(hex: 0x1D2530)
  private static let faint = Colour(hex: 0x56606E)

  let page: PDFPage
  private let certificate: PrintedCertificate
  private let wording: CertificateWording
  private(set) var lacksGlyphs = false

  init(_ certificate: PrintedCertificate, _ wording: CertificateWording) throws {
    self.certificate = certificate
    self.wording = wording
    let facts = certificate.facts
    page = try PDFPage(
      width: CertificateSheet.sheet.width, height: CertificateSheet.sheet.height,
      PDFPage.Information(
        title: "\(wording.title(facts.kind)) \(certificate.number)", author: facts.issuer,
        subject: facts.scheme.text(for: wording.tag),
        createdAt: certificate.issuedAt.text(fractionDigits: 0)))
  }

  func draw() throws {
    Ornament.draw(on: page, CertificateSheet.sheet)
    page.tagged("Document") {
      drawMiddle()
      drawFoot()
    }
  }
}

// What is certified: centred, as large as it can be, spread over the height.
extension CertificateSheet {
  /// A text of the middle, and how much room is left under it.
  private struct Block {
    let tag: String
    let text: SetText
    /// Points, before what is left over is shared out.
    let below: Double
    var hasRule = false
  }

  private func drawMiddle() {
    let blocks = middleBlocks()
    let used = blocks.reduce(0) { $0 + $1.text.height + $1.below }
    let available = CertificateSheet.middle.bottom - CertificateSheet.middle.top
    let spare = max(0, available - used) / Double(blocks.count)
    var y = CertificateSheet.middle.top + spare / 2
    for block in blocks {
      let x = (CertificateSheet.sheet.width - CertificateSheet.middle.column) / 2
      page.tagged(block.tag) { page.draw(block.text, at: Point(x, y)) }
      y += block.text.height
      if block.hasRule {
        Ornament.rule(
          on: page, centre: Point(CertificateSheet.sheet.width / 2, y + (block.below + spare) / 2), width: 230
        )
      }
      y += block.below + spare
    }
  }

  private func middleBlocks() -> [Block] {
    let facts = certificate.facts
    let (ink, text, faint) = (Ornament.ink, CertificateSheet.text, CertificateSheet.faint)
    return [
      Block(
        tag: "P", text: fit(facts.issuer, 15, .semibold, ink, lines: 2, least: 9, spacing: 0.6), below: 4),
      Block(
        tag: "H1", text: fit(wording.title(facts.kind), 36, .bold, ink, lines: 1, least: 18), below: 16,
        hasRule: true),
      Block(tag: "P", text: fit(wording.presented, 13, .regular, faint, lines: 2, least: 9), below: 4),
      Block(
        tag: "P", text: fit(facts.holder, 38, .semibold, text, lines: 2, least: 13, isOwn: true), below: 6),
      Block(
        tag: "P", text: fit(wording.attested(facts.kind), 13, .regular, faint, lines: 2, least: 9), below: 3),
      Block(
        tag: "P",
        text: fit(facts.course.text(for: wording.tag), 21, .semibold, ink, lines: 2, least: 11, isOwn: true),
        below: 4),
      Block(
        tag: "P",
        text: fit(facts.scheme.text(for: wording.tag), 13.5, .regular, text, lines: 2, least: 9, isOwn: true),
        below: 0),
    ]
  }

  /// - Parameter isOwn: whether the text has a direction of its own, as a name has.
  private func fit(
    _ words: String, _ size: Double, _ weight: TextStyle.Weight, _ colour: Colour, lines: Int, least: Double,
    spacing: Double = 0, isOwn: Bool = false
  ) -> SetText {
    var style = self.style(size, weight, colour, spacing: spacing)
    style.alignment = .centred
    style.adoptsDirection = isOwn
    return noted(
      page.fit(words, style, column: CertificateSheet.middle.column, lines: lines, least: least))
  }

  private func noted(_ text: SetText) -> SetText {
    if text.unknownGlyphCount > 0 { lacksGlyphs = true }
    return text
  }

  private func style(
    _ size: Double, _ weight: TextStyle.Weight, _ colour: Colour, spacing: Double = 0
  ) -> TextStyle {
    TextStyle(
      families: wording.families, size: size, weight: weight, colour: colour,
      letterSpacing: wording.isJoined ? 0 : spacing, language: wording.shapingLanguage,
      isRightToLeft: wording.isRightToLeft)
  }
}

// The facts, and the code that leads to the page that verifies them.
extension CertificateSheet {
  private func drawFoot() {
    let foot = CertificateSheet.foot
    let codeWidth = 244.0
    let facts = Area(
      x: wording.isRightToLeft ? foot.left + codeWidth + 20 : foot.left, y: foot.top,
      width: foot.right - foot.left - codeWidth - 20, height: foot.codeSide)
    drawFacts(in: facts)
    let code = Area(
      x: wording.isRightToLeft ? foot.left : foot.right - codeWidth, y: foot.top, width: codeWidth,
      height: foot.codeSide)
    drawCode(in: code)
  }

  private func drawFacts(in area: Area) {
    let facts = certificate.facts
    let cells: [(CertificateWording.Label, String)?] = [
      (.issuedOn, wording.text(of: facts.issuedOn)),
      facts.firstDay == facts.issuedOn ? nil : (.validFrom, wording.text(of: facts.firstDay)),
      (
        .validTo,
        facts.lastDay.map { "\(wording.text(of: $0)) (\(isolated(facts.timeZone)))" } ?? wording.noEnd
      ),
      (.number, isolated(certificate.number.text)),
      (.session, "\(isolated(facts.session.text)), \(isolated(wording.text(of: facts.sessionDays)))"),
      facts.score.map { (.score, isolated($0)) },
    ]
    // Two columns, row by row, beginning where a line begins.
    let width = (area.width - 18) / 2
    for (place, cell) in cells.compactMap(\.self).enumerated() {
      let column = place % 2
      let x =
        wording.isRightToLeft
        ? area.origin.x + area.width - width - Double(column) * (width + 18)
        : area.origin.x + Double(column) * (width + 18)
      drawFact(cell, at: Point(x, area.origin.y + Double(place / 2) * 31), width: width)
    }
  }

  private func drawFact(_ fact: (CertificateWording.Label, String), at place: Point, width: Double) {
    let label = noted(
      page.set(wording.label(fact.0), style(7.6, .regular, CertificateSheet.faint), column: width))
    page.tagged("P") {
      page.draw(label, at: place)
      let value = noted(
        page.fit(
          fact.1, style(10.6, .medium, CertificateSheet.text), column: width, lines: 1,
          least: 6.5))
      page.draw(value, at: Point(place.x, place.y + label.height + 0.5))
    }
  }

  /// A part of a text whose own direction does not move its neighbours (UAX 9, isolates): a code in an Arabic line. What
  /// follows the line's direction anyway is left as it is.
  private func isolated(_ text: String) -> String {
    wording.isRightToLeft ? "\u{2068}\(text)\u{2069}" : text
  }

  private func drawCode(in area: Area) {
    guard let code = QRCode(certificate.verificationAddress, correction: .quartile) else {
      preconditionFailure("an address fits a QR code")
    }
    let side = area.height
    let x = wording.isRightToLeft ? area.origin.x : area.origin.x + area.width - side
    let module = side / Double(code.side)
    var dark: [Area] = []
    for row in 0..<code.side {
      for column in 0..<code.side where code[row: row, column: column] {
        dark.append(
          Area(
            x: x + Double(column) * module, y: area.origin.y + Double(row) * module, width: module,
            height: module))
      }
    }
    page.fill(
      Path(Area(x: x, y: area.origin.y, width: side, height: side).inset(by: -4 * module)),
      Colour(hex: 0xFFFFFF))
    page.tagged("Figure") { page.fill(dark, Colour(hex: 0x000000)) }
    drawAddress(
      in: Area(
        x: wording.isRightToLeft ? area.origin.x + side + 16 : area.origin.x, y: area.origin.y,
        width: area.width - side - 16, height: side))
  }

  private func drawAddress(in area: Area) {
    let hint = noted(
      page.set(wording.label(.verify), style(7.6, .regular, CertificateSheet.faint), column: area.width))
    // An address runs from left to right in every language.
    var written = style(7, .medium, CertificateSheet.text)
    written.isRightToLeft = false
    written.alignment = wording.isRightToLeft ? .trailing : .leading
    // The code stands on a line of its own, whole.
    let address = noted(
      page.fit(
        certificate.verificationAddress.replacing("/\(certificate.code)", with: "/\n\(certificate.code)"),
        written, column: area.width, lines: 2, least: 4.5))
    page.tagged("P") {
      page.draw(hint, at: area.origin)
      page.draw(address, at: Point(area.origin.x, area.origin.y + hint.height + 3))
    }
  }
}

extension CertificateWording {
  /// The language as texts in languages are asked for.
  var tag: LanguageTag { LanguageTag(language) ?? .english }

  /// The language by which letters are chosen among forms that scripts share.
  var shapingLanguage: String { language == "zh" ? "zh-cn" : language }

  /// The families of letters: the first one that has a letter is taken, so that each script has one, in every language.
  var families: String { "Noto Serif, Noto Naskh Arabic, Noto Serif CJK SC" }

  /// Whether letters join, so that no space may come between them.
  var isJoined: Bool { language == "ar" }
}
