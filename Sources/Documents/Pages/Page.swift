import HTML

/// One page as it goes out: its bytes, and what the reply's header says of them.
public struct Page: Sendable, Hashable {
  /// The HTTP status that the page is the body of.
  public let status: Int
  /// The whole document in UTF-8: nothing is fetched besides.
  public let bytes: [UInt8]

  /// The `Content-Type` of every page.
  public static let mediaType = "text/html; charset=utf-8"

  /// The `Content-Security-Policy` of every page: our one stylesheet, known by its digest, and nothing else.
  ///
  /// No script, image, font or frame is allowed, and no form that is sent elsewhere, so that markup which slipped through stays inert.
  public static let contentSecurityPolicy =
    "default-src 'none'; style-src '\(Stylesheet.digestSource)'; base-uri 'none'; form-action 'self'; "
    + "frame-ancestors 'none'"

  init(status: Int, title: String, body: (inout HTMLWriter) -> Void) {
    self.status = status
    var html = HTMLWriter()
    html.markup("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.markup("<meta name=\"referrer\" content=\"no-referrer\">\n")
    html.markup("<meta name=\"robots\" content=\"noindex\">\n")
    html.element("title") { $0.text("\(title) · Registrar") }
    html.markup("\n<style>")
    html.markup(Stylesheet.text)
    html.markup("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">Skip to the content</a>\n")
    html.markup("<header><div class=\"measure\"><span class=\"mark\">Registrar</span> ")
    html.markup(
      "<span class=\"claim\">Training records for customs capacity building</span></div></header>\n")
    html.markup("<main id=\"content\" class=\"measure\">\n")
    body(&html)
    html.markup("</main>\n<footer><div class=\"measure\">This page holds no script and fetches nothing.")
    html.markup("</div></footer>\n</body>\n</html>\n")
    bytes = html.bytes
  }
}
