import HTML
import Values

// The tables of a report for people: codes give way to the words beside them, numbers are grouped.
extension HTMLWriter {
  /// A block's table: a caption, a heading for each column and each row, the total at the foot.
  mutating func writeTable(of block: ReportBlock, _ words: ReportWords) {
    let shown = block.shownColumns
    scrolling(named: block.title) { html in
      html.element("table") { html in
        html.element("caption", ["class": "unseen"], text: block.title)
        html.element("thead") { html in
          html.element("tr") { html in
            for place in shown { html.heading(of: block.columns[place]) }
          }
        }
        html.element("tbody") { html in
          for row in block.rows { html.write(row, shown, of: block, words) }
        }
        if let total = block.total {
          html.element("tfoot") { $0.write(total, shown, of: block, words) }
        }
      }
    }
    if shown.contains(where: { block.columns[$0].isMarked }) {
      element("p", ["class": "note"], text: "† \(words["table.not-additive"])")
    }
  }

  /// What a correction gives differently, a row for each change.
  mutating func write(changes: [[String]], _ words: ReportWords) {
    let heads = words.headsOfChanges
    scrolling(named: words["report.changes"]) { html in
      html.element("table") { html in
        html.element("caption", ["class": "unseen"], text: words["report.changes"])
        html.element("thead") { html in
          html.element("tr") { html in
            for head in heads { html.element("th", ["scope": "col"], text: head) }
          }
        }
        html.element("tbody") { html in
          for change in changes {
            html.element("tr") { html in
              for (place, text) in change.enumerated() {
                html.element(place == 0 ? "th" : "td", place == 0 ? ["scope": "row"] : [:]) {
                  $0.isolated(text, language: nil)
                }
              }
            }
          }
        }
      }
    }
  }

  /// A table may be wider than the page: it is moved by itself, with keys too.
  private mutating func scrolling(named name: String, _ content: (inout HTMLWriter) -> Void) {
    element(
      "div", ["class": "table", "role": "region", "tabindex": "0", "aria-label": name], content: content)
  }

  private mutating func heading(of column: ReportColumn) {
    element("th", ["scope": "col", "class": column.kind.style]) { html in
      html.text(column.title)
      if column.isMarked { html.text("\u{00A0}†") }
    }
  }

  private mutating func write(
    _ row: [ReportCell], _ shown: [Int], of block: ReportBlock, _ words: ReportWords
  ) {
    element("tr") { html in
      for (position, place) in shown.enumerated() {
        let style = block.columns[place].kind.style
        let text = words.shown(row[place], in: block.columns[place].name, of: block.name)
        if position == 0 {
          let title = words.name(of: row, at: place, in: block)
          html.element("th", ["scope": "row", "class": style]) { $0.isolated(title, language: nil) }
        } else {
          html.element("td", ["class": style]) { html in
            html.write(row[place], text, words)
          }
        }
      }
    }
  }

  private mutating func write(_ cell: ReportCell, _ text: String, _ words: ReportWords) {
    switch cell {
    case .percent(_, let base), .mean(_, let base):
      self.text(text)
      element("span", ["class": "base"]) { html in
        html.text(" \(words.base(base))")
      }
    case .suppressed: element("em", text: text)
    case .text, .code: isolated(text, language: nil)
    case .day, .count, .empty: self.text(text)
    }
  }
}

extension ReportBlock {
  /// The columns that people see: a code gives way to the words beside it.
  var shownColumns: [Int] {
    columns.indices.filter { place in
      let next = place + 1
      return next == columns.count || columns[next].name != "\(columns[place].name)-name"
    }
  }
}

extension ReportColumn {
  /// Whether rows of it do not add up, so that it is marked.
  var isMarked: Bool {
    if case .count(_, let isAdditive) = kind { !isAdditive } else { false }
  }
}

extension ReportColumn.Kind {
  /// How its cells are set: numbers under one another, codes and days on one line.
  fileprivate var style: String {
    switch self {
    case .count, .percent, .mean: "number"
    case .code: "code"
    case .day: "day"
    case .text: "words"
    }
  }
}

extension ReportWords {
  /// What names a row: the words beside its code, or the code where it has none.
  func name(of row: [ReportCell], at place: Int, in block: ReportBlock) -> String {
    let code = place > 0 ? row[place - 1].word : ""
    let text = shown(row[place], in: block.columns[place].name, of: block.name)
    return code == ReportCodes.total ? self["total"] : text.isEmpty ? code : text
  }

  /// What a percentage is of: a hundred percent.
  func base(_ base: Int) -> String { filled("table.base", ["base": number(base)]) }

  /// What it means that a block has no rows.
  func nothing(in block: TableName) -> String {
    switch block {
    case .certification: self["no-records.meaning"]
    case .list: self["no-records.list"]
    }
  }

  /// A cell as people read it.
  func shown(_ cell: ReportCell, in column: String, of block: TableName) -> String {
    switch cell {
    case .code(let code): code == ReportCodes.total ? self["total"] : word(for: code, in: column, of: block)
    case .text(let text): text
    case .day(let day): day.description
    case .count(let count): number(count)
    case .percent(let tenths, _): percentage(tenths: tenths)
    case .mean(let hundredths, _): decimal(hundredths: hundredths)
    case .suppressed: self["suppressed"]
    case .empty: ""
    }
  }

  /// The words for a code that has no label of its own beside it.
  private func word(for code: String, in column: String, of block: TableName) -> String {
    return switch column {
    case "state": self[block.isOfCertificates ? "certificate.\(code)" : "state.\(code)"]
    case "result": self["outcome.\(code)"]
    case "kind": self[block == .certification(.coverage) ? "requirement.\(code)" : "kind.\(code)"]
    case "role-level": self["level.\(code)"]
    case "attended", "available": self["answer.\(code)"]
    case "mode": self["mode.\(code)"]
    case "standing": self["standing.\(code)"]
    default: code
    }
  }
}

extension TableName {
  /// Whether a row is a certificate, so that its state is one's.
  fileprivate var isOfCertificates: Bool {
    switch self {
    case .certification(.ownAwards), .certification(.ownOfficersCertificates), .list(.expiringCertificates),
      .list(.holdings):
      true
    case .certification, .list: false
    }
  }
}
