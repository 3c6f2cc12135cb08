import Certification
import Foundation
import Testing

@testable import Pages

@Suite struct PageTests {
  @Test("The policy names the stylesheet by the digest of what stands in the page")
  func stylesheet() throws {
    let page = String(decoding: ErrorPage(status: 400, title: "t", detail: "d").page.bytes, as: UTF8.self)
    let start = try #require(page.range(of: "<style>")).upperBound
    let end = try #require(page.range(of: "</style>")).lowerBound
    let digest = try sha256(Data(page[start..<end].utf8))
    #expect(Page.contentSecurityPolicy.contains("style-src 'sha256-\(digest)'"))
  }

  @Test(
    "The policy allows nothing else",
    arguments: ["default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"])
  func policy(part: String) {
    #expect(Page.contentSecurityPolicy.contains(part))
    #expect(!Page.contentSecurityPolicy.contains("unsafe"))
    #expect(!Page.contentSecurityPolicy.contains("script-src"))
  }

  @Test("No page has a style attribute or a script, which the policy would refuse")
  func inert() throws {
    let pages = [
      try Sample.certificate(.revoked).page, .certificateNotFound,
      ErrorPage(status: 500, title: "t", detail: "d").page, HomePage(links: [], commands: []).page,
    ]
    for page in pages {
      let text = String(decoding: page.bytes, as: UTF8.self)
      #expect(!text.contains(" style="))
      #expect(!text.contains("<script"))
      #expect(text.contains("<main"))
      #expect(text.components(separatedBy: "<h1").count == 2)
    }
  }

  @Test(
    "Only web addresses and paths become links",
    arguments: [
      ("/healthz", true), ("https://example.org/", true), ("http://127.0.0.1:8080/", true),
      ("javascript:alert(1)", false), ("//example.org", false), ("data:text/html,x", false), ("", false),
    ])
  func links(address: String, isLink: Bool) {
    let page = HomePage(
      links: [HomePage.Link(address: address, title: "Title", purpose: "Purpose")], commands: []
    ).page
    #expect(
      String(decoding: page.bytes, as: UTF8.self).contains("<a href=\"\(address)\">Title</a>") == isLink)
  }

  @Test("An error page states what happened and its status")
  func error() {
    let page = ErrorPage(status: 503, title: "Not <ready>", detail: "Try again & wait.").page
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(page.status == 503)
    #expect(text.contains("<h1>Not &lt;ready&gt;</h1>"))
    #expect(text.contains("Try again &amp; wait."))
  }

  /// The base-64 SHA-256 as the system's own tool works it out.
  private func sha256(_ data: Data) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: data)
    try input.fileHandleForWriting.close()
    let text = String(decoding: try #require(try output.fileHandleForReading.readToEnd()), as: UTF8.self)
    process.waitUntilExit()
    let digits = Array(text.prefix(64))
    let octets = stride(from: 0, to: 64, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    return Data(octets).base64EncodedString()
  }
}
