import Catalogue

/// How far the standards are covered: for each edition and level a field for each kind of requirement.
struct HeatMapPicture: Hashable {
  /// One field.
  struct Field: Hashable {
    /// The kind's code.
    let kind: String
    let covered: Int
    let items: Int
  }

  /// A kind of requirement.
  struct Kind: Hashable {
    let code: String
    let label: String
  }

  /// One edition at one level.
  struct Row: Hashable {
    let label: String
    var fields: [Field]
  }

  private(set) var rows: [Row] = []
  /// How many editions and levels are not drawn.
  private(set) var leftOut = 0
  /// The kinds that occur, in the order of the standards.
  private(set) var kinds: [Kind] = []

  /// More rows than these are taller than a sheet.
  static let mostRows = 12

  /// The fields of a block, with its own words.
  init(_ block: ReportBlock) {
    let (editions, levels) = (block.cells(of: "edition"), block.cells(of: "role-level-name"))
    let (codes, labels) = (block.cells(of: "requirement"), block.cells(of: "requirement-name"))
    let (covered, items) = (block.cells(of: "covered"), block.cells(of: "items"))
    for place in block.rows.indices {
      guard case .count(let covered) = covered[place], case .count(let items) = items[place] else { continue }
      let label = "\(editions[place].word) · \(levels[place].word)"
      let kind = codes[place].word
      if !kinds.contains(where: { $0.code == kind }) {
        kinds.append(Kind(code: kind, label: labels[place].word))
      }
      let field = Field(kind: kind, covered: covered, items: items)
      if let row = rows.firstIndex(where: { $0.label == label }) {
        rows[row].fields.append(field)
      } else {
        rows.append(Row(label: label, fields: [field]))
      }
    }
    leftOut = max(rows.count - HeatMapPicture.mostRows, 0)
    rows.removeLast(leftOut)
    let order = RequirementKind.allCases.map(\.rawValue)
    kinds.sort { (order.firstIndex(of: $0.code) ?? 0) < (order.firstIndex(of: $1.code) ?? 0) }
  }

  var height: Int { 24 + rows.count * HeatMapPicture.step }

  func draw(on canvas: inout some PictureCanvas, _ words: ReportWords) {
    let width = Picture.width / max(kinds.count, 1)
    for (column, kind) in kinds.enumerated() {
      canvas.text(kind.label, .label, x: column * width + width / 2, y: 14, anchor: .middle)
    }
    for (place, row) in rows.enumerated() {
      let y = 24 + place * HeatMapPicture.step
      canvas.text(Picture.label(row.label), .label, x: 0, y: y + 14)
      for (column, kind) in kinds.enumerated() {
        draw(
          row.fields.first { $0.kind == kind.code }, x: column * width, y: y + 20, width: width,
          on: &canvas, words)
      }
    }
  }

  private func draw(
    _ field: Field?, x: Int, y: Int, width: Int, on canvas: inout some PictureCanvas, _ words: ReportWords
  ) {
    guard let field else {
      canvas.text("–", .label, x: x + width / 2, y: y + 24, anchor: .middle)
      return
    }
    let (ground, letters) = HeatMapPicture.shade(field)
    canvas.rectangle(ground, x: x + 1, y: y, width: width - 2, height: 36)
    canvas.text(
      words.filled(
        "picture.of", ["part": words.number(field.covered), "whole": words.number(field.items)]),
      letters, x: x + width / 2, y: y + 23, anchor: .middle)
  }

  /// Six steps of one colour, from none to all, each with letters that stand out from it.
  private static func shade(_ field: Field) -> (ground: PictureStyle, letters: PictureStyle) {
    switch field.covered * 4 {
    case 0: (.shade0, .fieldDark)
    case ...field.items: (.shade1, .fieldDark)
    case ...(field.items * 2): (.shade2, .fieldDark)
    case ...(field.items * 3): (.shade3, .fieldDark)
    case ..<(field.items * 4): (.shade4, .fieldLight)
    default: (.shade5, .fieldLight)
    }
  }

  private static let step = 62
}
