internal import HTML
internal import Catalogue
internal import Values

extension CoursePreview {
  /// The preview as a page.
  public var page: Page {
    Page(status: 200, title: "Preview of \(course)") { html in
      html.element("h1") { $0.isolated(title) }
      facts(in: &html)
      tree(in: &html)
      files(in: &html)
      links(in: &html)
    }
  }

  private func facts(in html: inout HTMLWriter) {
    let languages = languages.map(\.text).joined(separator: ", ")
    html.element("section", ["class": "sheet"]) { html in
      html.element(
        "p", text: "Version \(number) of \(course), \(state.rawValue); \(format.family) \(format.version)")
      html.element("p", text: "Languages: \(languages.isEmpty ? "not told" : languages)")
      html.element("p", text: "\(fileCount) files, \(sizeBytes) bytes")
    }
  }

  private func tree(in html: inout HTMLWriter) {
    html.element("section", ["class": "sheet"]) { html in
      html.element("h2", text: "Activities")
      html.element("ul") { html in
        for activity in activities {
          html.element("li") { html in
            html.text(String(repeating: "\u{2003}", count: activity.depth))
            html.isolated(activity.title)
            html.text(" (\(activity.kind.rawValue)\(activity.approval.map { ", \($0.rawValue)" } ?? ""))")
            guard let opens = activity.opens else { return }
            html.text(" ")
            html.element("code", text: opens)
            html.text(activity.isMissing ? " is missing" : activity.sizeBytes.map { ", \($0) bytes" } ?? "")
          }
        }
      }
    }
  }

  private func files(in html: inout HTMLWriter) {
    html.element("section", ["class": "sheet"]) { html in
      html.element("h2", text: "Files")
      html.element("ul") { html in
        for file in files {
          let ending = file.ending.isEmpty ? "without ending" : ".\(file.ending)"
          html.element("li", text: "\(ending): \(file.count), \(file.sizeBytes) bytes")
        }
      }
    }
  }

  private func links(in html: inout HTMLWriter) {
    html.element("section", ["class": "sheet"]) { html in
      html.element("h2", text: "Broken links")
      if brokenLinks.isEmpty { html.element("p", text: "None was found.") }
      if pagesPassedOver > 0 {
        html.element("p", text: "\(pagesPassedOver) more pages were not looked at.")
      }
      html.element("ul") { html in
        for link in brokenLinks {
          html.element("li") { html in
            html.element("code", text: "\(link.file):\(link.line)")
            html.text(" leads to ")
            html.element("code", text: link.address)
          }
        }
      }
    }
  }
}
