import HTML

/// What a browser is shown when a request could not be answered.
public struct ErrorPage: Sendable, Hashable {
  /// The HTTP status, 400 to 599.
  public let status: Int
  /// What went wrong, in a few words.
  public let title: String
  /// What the reader can do about it; never another person's data, never the inside of the program.
  public let detail: String

  /// An error with what the reader is told of it.
  public init(status: Int, title: String, detail: String) {
    self.status = status
    self.title = title
    self.detail = detail
  }

  /// The page.
  public var page: Page {
    Page(status: status, title: title) { html in
      html.element("h1", text: title)
      html.element("section", ["class": "sheet"]) { html in
        html.element("p", text: detail)
        html.element("p", ["class": "as-of"], text: "HTTP status \(status)")
      }
      html.markup("\n")
    }
  }
}
