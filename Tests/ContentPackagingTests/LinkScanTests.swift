import Testing

@testable import ContentPackaging

@Suite struct LinkScanTests {
  private static let contents = PackageContents(
    kind: .folder,
    entries: ["a/index.html", "a/b.html", "c/d.css", "e/f.js", "g/h/j&k.html", "g/h/ii/l.html"].map {
      .init(name: $0, sizeBytes: 0)
    }
  ) { _ in [] }

  @Test(
    "Links of a page in the folder a",
    arguments: [
      ("a file beside it", "<a href=\"b.html\">", []),
      ("a file elsewhere", "<link href='../c/d.css'>", []),
      ("a folder", "<a href=\"../e\">", []),
      ("a folder of folders", "<a href=\"../g\">", []),
      ("the beginning of a folder's name", "<a href=\"../g/h/i\">", ["1 ../g/h/i"]),
      ("an ampersand in a name", "<a href=\"../g/h/j&amp;k.html\"><a href='x&amp;amp;'>", ["1 x&amp;"]),
      ("a query and a fragment", "<a href=\"b.html?x#y\">", []),
      ("what is gone", "<a\n href = \"gone.html\">", ["2 gone.html"]),
      ("the same twice", "<a href=\"x.html\"><a href=\"x.html\">", ["1 x.html"]),
      ("out of the package", "<a href=\"../../x.html\">", []),
      (
        "other servers and schemes",
        "<a href=\"https://example.org/x\"><a href=\"mailto:x\"><img src=\"data:,\">", []
      ),
      ("a fragment alone", "<a href=\"#x\">", []),
      ("a placeholder", "<a href=\"$IMS-CC-FILEBASE$/x.html\"><a href=\"{{x}}\">", []),
      ("another attribute", "<a data-href=\"x.html\" title=\"y\">", []),
      ("no quotes and no end", "<a href=x.html><a href=\"x.html", []),
    ])
  func broken(name: String, page: String, expected: [String]) {
    let found = LinkScan(Self.contents).brokenLinks(in: Array(page.utf8), file: "a/index.html")
    #expect(found.map { "\($0.line) \($0.address)" } == expected)
  }

  @Test func `so many addresses of a page are looked up and no more`() {
    let page = (1...LinkScan.mostAddresses + 1).map { "<a href=\"\($0).html\">" }.joined()
    let found = LinkScan(Self.contents).brokenLinks(in: Array(page.utf8), file: "a/index.html")
    #expect(found.map(\.address).last == "5000.html")
    #expect(found.count == 5_000)
  }
}

@Suite struct SourceExcerptTests {
  private func quote(_ text: String, line: Int, column: Int) -> String? {
    let contents = PackageContents(kind: .zip, entries: [.init(name: "imsmanifest.xml", sizeBytes: 0)]) { _ in
      Array(text.utf8)
    }
    guard case .refused(let reading) = try? PackageRecognition.of(contents),
      let finding = try? reading.quoting().findings.first, let excerpt = finding.sourceExcerpt
    else { return nil }
    return "\(finding.line ?? 0) \(excerpt.offset) \(excerpt.text)"
  }

  @Test func `a line is quoted with the place in it`() {
    #expect(quote("<a>\r\n\t<b></c>", line: 2, column: 5) == "2 4  <b></c>")
    #expect(quote("\u{FEFF}<a><b></c>", line: 1, column: 7) == "1 6 <a><b></c>")
  }

  @Test func `nothing is quoted of a line that may hold a secret`() {
    #expect(quote("<a><entitlementKey>x</c>", line: 1, column: 20) == nil)
  }

  @Test func `nothing is quoted of a line or file that is very long`() {
    let long = String(repeating: "x", count: 70_000)
    #expect(quote("<a>\(long)</c>", line: 1, column: 70_004) == nil)
    #expect(quote(String(repeating: "\n", count: 5 << 20) + "<a></c>", line: 1, column: 1) == nil)
  }

  @Test func `a long line is cut around the place`() {
    let front = String(repeating: "x", count: 300)
    let found = quote("<a>\(front)</c>\(front)", line: 1, column: 304) ?? ""
    #expect(found.hasPrefix("1 41 …"))
    #expect(found.hasSuffix("…"))
    #expect(found.contains("</c>"))
  }
}
