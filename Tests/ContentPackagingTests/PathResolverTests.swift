import Testing

@testable import ContentPackaging

/// A package of empty files with these names.
func package(_ names: String..., kind: PackageContents.Kind = .zip) -> PackageContents {
  PackageContents(kind: kind, entries: names.map { .init(name: $0, sizeBytes: 0) }) { _ in [] }
}

@Suite struct PathResolverTests {
  private let resolver = PathResolver(
    contents: package(
      "index.html", "resources/a.html", "Course Files/start page.html", "Folder#1/!@#$%^&*().txt",
      "what?.html",
      "Case.HTML", "twin.html", "Twin.html", "caf\u{e9}.html", "100%25.html", "50%.html"))

  @Test(
    arguments: [
      ("index.html", [], "index.html", "", nil),
      (" index.html\n", [], "index.html", "", nil),
      ("./index.html?tutorial=basic#top", [], "index.html", "?tutorial=basic#top", nil),
      ("resources/../index.html", [], "index.html", "", nil),
      ("a.html", ["resources/"], "resources/a.html", "", nil),
      ("a.html", ["./", "resources/"], "resources/a.html", "", nil),
      ("../index.html", ["resources/"], "index.html", "", nil),
      ("a.html", ["resources"], "resources/a.html", "", .baseWithoutSlash),
      ("Course%20Files/start%20page.html", [], "Course Files/start page.html", "", nil),
      ("Course Files/start page.html", [], "Course Files/start page.html", "", nil),
      ("resources\\a.html", [], "resources/a.html", "", .backslash),
      ("Folder#1/!@#$%^&*().txt", [], "Folder#1/!@#$%^&*().txt", "", .queryIsPartOfName),
      ("what?.html", [], "what?.html", "", .queryIsPartOfName),
      ("INDEX.html", [], "index.html", "", .letterCase),
      ("cafe\u{301}.html", [], "caf\u{e9}.html", "", .normalisation),
      ("caf%C3%A9.html", [], "caf\u{e9}.html", "", nil),
      ("100%25.html", [], "100%25.html", "", nil),
      ("50%.html", [], "50%.html", "", nil),
      ("twin.html", [], "twin.html", "", nil),
    ] as [(String, [String], String, String, ResolvedReference.Repair?)])
  func `files are found`(
    href: String, bases: [String], name: String, suffix: String, repair: ResolvedReference.Repair?
  ) {
    let found = resolver.resolve(href, bases: bases)
    #expect(found == .file(name: name, suffix: suffix, repair: repair))
    if case .file(let found, _, _) = found { #expect(Array(found.utf8) == Array(name.utf8)) }
  }

  @Test(arguments: [
    ("gone.html", "gone.html", ""), ("gone%20page.html?x=1#y", "gone page.html", "?x=1#y"),
    ("TWIN.html", "TWIN.html", ""), ("..\u{301}/index.html", "..\u{301}/index.html", ""),
    ("%00.html", "%00.html", ""),
  ])
  func `files that are missing, or that more than one may be`(href: String, name: String, suffix: String) {
    #expect(resolver.resolve(href) == .missing(name: name, suffix: suffix))
  }

  @Test(
    arguments: [
      ("../index.html", .outside), ("a/../../index.html", .outside), ("..\\index.html", .outside),
      ("%2e%2e/index.html", .outside), ("%2e%2e%2findex.html", .outside), ("/index.html", .outside),
      ("\\index.html", .outside), ("//example.org/x", .outside), ("\\\\server\\share", .outside),
      ("C:\\index.html", .outside), ("c:/index.html", .outside), ("%2Fetc/passwd", .outside),
      ("javascript:alert(1)", .scheme("javascript")), ("JavaScript:alert(1)", .scheme("javascript")),
      ("data:text/html,x", .scheme("data")), ("file:///etc/passwd", .scheme("file")),
      ("todo:ref_to_SCO_goes_here", .scheme("todo")), ("mailto:a@b.org", .scheme("mailto")),
      ("http:index.html", .host("")), ("https://", .host("")),
      ("http://169.254.169.254/latest", .host("169.254.169.254")),
      ("http://localhost:80/", .host("localhost:80")),
      ("http://127.0.0.1", .host("127.0.0.1")), ("http://127.1/", .host("127.1")),
      ("http://0x7f.0.0.1/", .host("0x7f.0.0.1")), ("http://2130706433/", .host("2130706433")),
      ("http://0177.0.0.1/", .host("0177.0.0.1")), ("http://0/", .host("0")),
      ("http://[::1]/", .host("[::1]")),
      ("http://[::ffff:169.254.169.254]/", .host("[::ffff:169.254.169.254]")),
      ("http://[fe80::1]/", .host("[fe80::1]")), ("http://[2002:7f00:1::]/", .host("[2002:7f00:1::]")),
      ("http://user@example.org/", .host("user@example.org")),
      ("http://ex%61mple.org/", .host("ex%61mple.org")),
      ("http://\u{FF11}27.0.0.1/", .host("\u{FF11}27.0.0.1")),
      ("http://a.localhost./", .host("a.localhost.")),
      ("http://256.1.1.1/", .host("256.1.1.1")), ("http://a..b/", .host("a..b")),
    ] as [(String, ResolvedReference.Refusal)])
  func `what is never launched`(href: String, refusal: ResolvedReference.Refusal) {
    #expect(resolver.resolve(href) == .refused(refusal))
  }

  @Test(
    arguments: [
      ("https://example.org/a?b#c", [], "https://example.org/a?b#c", false),
      ("HTTP://EXAMPLE.org", [], "http://EXAMPLE.org", false),
      ("http://8.8.8.8/", [], "http://8.8.8.8/", false),
      ("http://[2001:db8::1]/", [], "http://[2001:db8::1]/", false),
      ("http://10.0.0.1/", [], "http://10.0.0.1/", true),
      ("http://192.168.1.1:8080/x", [], "http://192.168.1.1:8080/x", true),
      ("http://intranet/x", [], "http://intranet/x", true),
      ("http://lms.local/x", [], "http://lms.local/x", true),
      ("a.html?x", ["https://example.org/course/"], "https://example.org/course/a.html?x", false),
      ("a.html", ["https://example.org/course/index"], "https://example.org/course/a.html", false),
      ("a.html", ["https://example.org"], "https://example.org/a.html", false),
    ] as [(String, [String], String, Bool)])
  func `content elsewhere`(href: String, bases: [String], url: String, isPrivate: Bool) {
    #expect(resolver.resolve(href, bases: bases) == .external(url: url, isPrivate: isPrivate))
  }

  @Test func `nothing is nothing`() {
    #expect(resolver.resolve(" \n") == .empty)
  }

  @Test func `the names of a query are decoded`() {
    #expect(
      URIReference("a?%65ndpoint=1&fetch&x=endpoint#&actor=1").queryNames == ["endpoint", "fetch", "x"])
    #expect(URIReference("a#?endpoint=1").queryNames == [])
  }
}
