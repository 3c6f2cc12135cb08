import HTML
import People
import Values

/// The report as one HTML file that holds all it needs: no script, nothing fetched, read on a telephone, by a screen
/// reader, and on paper.
///
/// Every block is a table with its caption and the definition of what it counts; some have a picture beside it, drawn from
/// the same cells.
extension WrittenReport {
  var html: [UInt8] {
    var html = HTMLWriter()
    html.markup("<!DOCTYPE html>\n")
    html.element(
      "html", ["lang": words.language.text, "dir": words.isRightToLeft ? "rtl" : "ltr"]
    ) { html in
      html.element("head", content: writeHead)
      html.markup("\n")
      html.element("body", content: writeBody)
    }
    html.markup("\n")
    return html.bytes
  }

  private func writeHead(to html: inout HTMLWriter) {
    html.markup("<meta charset=\"utf-8\">\n")
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.markup("<meta http-equiv=\"Content-Security-Policy\" ")
    html.markup("content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'\">\n")
    html.markup("<meta name=\"referrer\" content=\"no-referrer\">\n")
    html.element("title", text: "\(title) · \(subject)")
    html.markup("\n<style>")
    html.markup(ReportStylesheet.text)
    html.markup("</style>")
  }

  private func writeBody(to html: inout HTMLWriter) {
    html.element("a", ["class": "skip", "href": "#figures"], text: words["report.skip"])
    html.element("header") { html in
      html.element("p", ["class": "kind"], text: title)
      html.element("h1") { $0.isolated(subject, language: nil) }
      writePeriod(to: &html)
    }
    writeParameters(to: &html)
    if let correction { write(correction, to: &html) }
    writeContents(to: &html)
    html.element("main", ["id": "figures"]) { html in
      for block in blocks { html.write(block, picture(block), words) }
    }
  }

  private func writePeriod(to html: inout HTMLWriter) {
    guard let days else { return }
    html.element("p", ["class": "period"]) { html in
      html.element("time", text: days.from.description)
      html.text(" – ")
      html.element("time", text: days.to.description)
    }
  }

  private func writeParameters(to html: inout HTMLWriter) {
    html.element("dl", ["class": "head"]) { html in
      for (name, value) in facts { html.fact(name, value) }
    }
  }

  private func write(_ correction: ReportIssue.Correction, to html: inout HTMLWriter) {
    html.element("section", ["class": "correction", "aria-labelledby": "correction"]) { html in
      html.element("h2", ["id": "correction"], text: words["report.changes"])
      html.element("p", text: words.count(of: correction))
      html.write(changes: correction.changes.map(texts), words)
    }
  }

  private func writeContents(to html: inout HTMLWriter) {
    guard blocks.count > 1 else { return }
    html.element("nav", ["aria-label": words["report.contents"]]) { html in
      html.element("ol") { html in
        for block in blocks {
          html.element("li") { $0.element("a", ["href": "#\(block.name.rawValue)"], text: block.title) }
        }
      }
    }
  }
}

extension HTMLWriter {
  /// A name and its value in a list of facts. The value may be written from the other side.
  fileprivate mutating func fact(_ name: String, _ value: String) {
    element("div") { html in
      html.element("dt", text: name)
      html.element("dd") { $0.isolated(value, language: nil) }
    }
  }

  /// A block: its heading, its picture, its table and what is counted in it.
  fileprivate mutating func write(_ block: ReportBlock, _ picture: Picture?, _ words: ReportWords) {
    let name = block.name.rawValue
    element("section", ["class": "block", "id": name, "aria-labelledby": "\(name)-title"]) { html in
      html.element("h2", ["id": "\(name)-title"], text: block.title)
      // A wide table would be pushed out of sight by a picture beside it.
      let isAlone = picture == nil || block.shownColumns.count > 5
      html.element("div", ["class": isAlone ? "alone" : "beside"]) { html in
        if let picture { html.write(picture, of: block.name, words) }
        if block.rows.isEmpty {
          html.element("p", ["class": "none"]) { html in
            html.element("strong", text: words["no-records"])
            html.text(" \(words.nothing(in: block.name))")
          }
        } else {
          html.element("div") { $0.writeTable(of: block, words) }
        }
      }
      html.element("p", ["class": "definition"], text: block.definition)
    }
    markup("\n")
  }

  private mutating func write(_ picture: Picture, of name: TableName, _ words: ReportWords) {
    let title = words["picture.\(name.rawValue)"]
    element("figure") { html in
      html.drawing(
        name.rawValue, title: title, description: words["picture.same-figures"], height: picture.height,
        isMirrored: words.isRightToLeft
      ) { picture.draw(on: &$0, words) }
      html.element("figcaption", text: title)
      if let note = picture.note(words) { html.element("p", ["class": "note"], text: note) }
    }
  }
}
