internal import Arguments
internal import Catalogue
internal import Operations
internal import Pages
internal import Representations
internal import Values

extension Verb {
  /// Shows what a version is like before it is published.
  static let previewVersion = Verb.showing(
    "preview", summary: "Look at a version before it is published: its tree, files, languages, broken links.",
    discussion: """
      Links are those that stand in the pages of the package, as href and src; what scripts put together is not seen.
      """,
    examples: [
      Example("registrar course preview VALUATION-1", "The latest version, in the terminal."),
      Example(
        "registrar course preview VALUATION-1 --page preview.html", "The same as a page for a browser."),
    ],
    arguments: [.course],
    options: [
      .versionNumber,
      .value("page", "FILE", kind: .file, help: "Write a page to this file instead; - for standard output."),
    ]
  ) { errand in
    let preview = try errand.registrar.preview(
      try errand.given.required("COURSE", .reference()),
      number: try errand.given.number("number", in: 1...Int.max), as: .owner)
    guard try errand.given.optional("page", .text) != nil else {
      return try errand.show(preview) { preview.lines(columns: errand.surroundings.columns) }
    }
    try errand.given.refuseJSON("this writes a page")
    try errand.write(to: "page") { take in try take(preview.page.bytes) }
  }
}

extension CoursePreview {
  fileprivate func lines(columns: Int?) -> [String] {
    let languages = languages.map(\.text).joined(separator: ", ")
    let head = Details([
      ("title", words(title)), ("version", "\(number), \(state.rawValue)"),
      ("format", "\(format.family) \(format.version)"), ("languages", languages),
      ("files", "\(fileCount), \(sizeBytes) bytes"),
    ])
    let tree = activities.map { activity in
      [
        String(repeating: "  ", count: activity.depth) + activity.title.text(),
        activity.kind.rawValue + (activity.approval.map { ", \($0.rawValue)" } ?? ""),
        activity.opens ?? "", activity.isMissing ? "missing" : activity.sizeBytes.map(String.init) ?? "",
      ]
    }
    let kinds = files.map {
      [$0.ending.isEmpty ? "none" : $0.ending, String($0.count), String($0.sizeBytes)]
    }
    let links = brokenLinks.map { [$0.file, String($0.line), $0.address] }
    return head.lines + [""] + Table(["ACTIVITY", "KIND", "OPENS", "BYTES"], tree).lines(columns: columns)
      + [""] + Table(["ENDING", "FILES", "BYTES"], kinds).lines(columns: columns)
      + (links.isEmpty
        ? ["", "No broken links."]
        : [""] + Table(["BROKEN LINK IN", "LINE", "ADDRESS"], links).lines(columns: columns))
      + (pagesPassedOver > 0 ? ["\(counted(pagesPassedOver, "more page")) not looked at."] : [])
  }
}
