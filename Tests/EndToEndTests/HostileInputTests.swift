import Files
import Glibc
import JSON
import ProgramDriver
import Testing

/// Packages made to harm, through the whole program: refused with a code and a place, at both doors, and nothing of
/// them is kept or written elsewhere.
@Suite struct HostileInputTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let package: @Sendable () throws -> [UInt8]
    let code: String
    var testDescription: String { name }

    /// A package whose course structure is this text.
    init(_ name: String, _ structure: String, _ code: String) {
      self.init(name, octets: { Array(structure.utf8) }, code)
    }

    init(_ name: String, octets structure: @escaping @Sendable () -> [UInt8], _ code: String) {
      self.name = name
      package = { try zipFile([("cmi5.xml", structure()), ("index.html", Array("<p>".utf8))]) }
      self.code = code
    }

    init(_ name: String, zip package: @escaping @Sendable () throws -> [UInt8], _ code: String) {
      (self.name, self.package, self.code) = (name, package, code)
    }
  }

  static let rows: [Row] = [
    // Row 1
    Row("an empty manifest", "", "xml.empty"),
    Row("a byte order mark alone", "\u{FEFF}", "xml.empty"),
    Row("white space alone", " \r\n\t", "xml.empty"),
    // Row 3
    Row("two roots", course(unit()) + "<again/>", "xml.content-after-root"),
    Row("a tail", course(unit()) + "and so on", "xml.content-after-root"),
    // Rows 4 and 5
    Row("an entity of its own", "<!DOCTYPE a [<!ENTITY b 'c'>]>" + course(unit()), "xml.doctype"),
    Row(
      "an entity in a file", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]>" + course(unit()),
      "xml.doctype"),
    Row(
      "an entity at an address", "<!DOCTYPE a [<!ENTITY b SYSTEM 'http://127.0.0.1:9/'>]>" + course(unit()),
      "xml.doctype"),
    Row(
      "a parameter entity", "<!DOCTYPE a [<!ENTITY % b SYSTEM 'file:///etc/hostname'>%b;]>" + course(unit()),
      "xml.doctype"),
    Row(
      "a definition elsewhere", "<!DOCTYPE a SYSTEM 'file:///etc/hostname'>" + course(unit()), "xml.doctype"),
    Row("a billion laughs", laughs, "xml.doctype"),
    // Rows 6 to 8
    Row("100,000 nested elements", String(repeating: "<a>", count: 100_000), "xml.too-deep"),
    Row(
      "an attribute of 11 MB", course(unit("urn:" + String(repeating: "a", count: 11 << 20))),
      "xml.start-tag-too-long"),
    Row(
      "an element with 10,000 attributes",
      course("<x " + (0..<10_000).map { "a\($0)=''" }.joined(separator: " ") + "/>"),
      "xml.too-many-attributes"
    ),
    Row(
      "a text of 11 MB", course("<x>" + String(repeating: "a", count: 11 << 20) + "</x>"), "xml.text-too-long"
    ),
    // Rows 9 and 10
    Row("UTF-7", "<?xml version='1.0' encoding='UTF-7'?>" + course(unit()), "xml.encoding-unsupported"),
    Row("octets that are no UTF-8", octets: { Array("<a>".utf8) + [0xC0, 0xAF] }, "xml.invalid-bytes"),
    Row("NUL", course(unit() + "\u{0}"), "xml.forbidden-character"),
    Row("U+FFFE", course(unit() + "\u{FFFE}"), "xml.forbidden-character"),
    Row("half a surrogate pair", course(unit() + "&#xD800;"), "xml.forbidden-character"),
    // Row 11
    Row("no namespace", "<courseStructure/>", "package.format.unknown"),
    Row("another's namespace", "<courseStructure xmlns='urn:other'/>", "package.format.unknown"),
    // Row 12
    Row("an identifier twice", course(unit() + unit()), "cmi5.id.duplicate"),
    // Rows 13 and 14
    Row("a script", course(unit(url: "javascript:alert(1)")), "package.reference.scheme"),
    Row("another host without scheme", course(unit(url: "//example.org/")), "package.reference.outside"),
    Row("the cloud's own address", course(unit(url: "http://169.254.169.254/")), "package.reference.host"),
    Row("a file that is not there", course(unit(url: "gone.html")), "package.launch-file.missing"),
    Row("a reserved name", course(unit(url: "index.html?fetch=x")), "cmi5.au.url.reserved-parameter"),
    // Rows 15 and 16
    Row("a decimal comma", course(unit(more: "masteryScore='0,7'")), "cmi5.au.mastery-score"),
    Row("a moveOn nobody knows", course(unit(more: "moveOn='Sometimes'")), "cmi5.au.move-on"),
    // Rows 17 to 21
    Row(
      "a name that leads outside", zip: { try renamed("index.html", "../dex.htm") }, "package.zip.unsafe-name"
    ),
    Row("a name of the root", zip: { try renamed("index.html", "/ndex.html") }, "package.zip.unsafe-name"),
    Row("a name on a drive", zip: { try renamed("index.html", "C:\\ex.html") }, "package.zip.unsafe-name"),
    Row(
      "two manifests", zip: { try zipFile(good + [("imsmanifest.xml", Array("<a/>".utf8))]) },
      "package.manifest.ambiguous"),
    Row("a manifest twice", zip: { try renamed("cmi6.xml", "cmi5.xml") }, "package.zip.duplicate-name"),
    Row("bytes in front", zip: { [1, 2, 3] + (try zipFile(good)) }, "package.unknown"),
    Row("bytes behind", zip: { try zipFile(good) + [0] }, "package.zip.bytes-behind"),
    Row("cut in half", zip: { Array(try zipFile(good).prefix(300)) }, "package.zip.cut-short"),
    Row("a tar", zip: { Array("cmi5.xml".utf8) + [UInt8](repeating: 0, count: 1016) }, "package.unknown"),
  ]

  /// The packages of the rows, made once.
  private static let packages = Result { try rows.map { (row: $0, zip: try $0.package()) } }

  @Test func isRefusedAtTheCommandLineAndNothingIsKept() throws {
    try inEmptyFolder { program, folder in
      let packages = try HostileInputTests.packages.get().enumerated().map {
        try folder.write("packages/\($0.offset).zip", $0.element.zip)
      }
      let answer = try program.run(["import", "--json"] + packages)
      #expect(answer.status == 3, "\(answer.messages)")
      let reports = try answer.json.elements.map(Array.init) ?? []
      #expect(reports.count == HostileInputTests.rows.count)
      for (row, report) in zip(HostileInputTests.rows, reports) {
        try expectReport(report, isAccepted: false)
        try expectRefusal(report, row)
      }
      #expect(try program.succeed("course", "list", "--json").json.list("items").isEmpty)
      #expect(try Folder.entries(of: folder.path).map(\.name).sorted() == ["data", "packages"])
      #expect(try FolderTree("\(program.data)/objects").entries(limit: 10).isEmpty)
      #expect(try program.run(["check"]).status == 0)
    }
  }

  @Test func isRefusedOverHTTPAndTheServerServesOn() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      for (row, zip) in try HostileInputTests.packages.get() {
        let answer = try connection.send(
          "POST", "/api/v1/imports?name=course.zip", ["Content-Type: application/zip"], body: zip)
        #expect(answer.status == 422, "\(row.name): \(answer.text)")
        #expect(try answer.json.text("code") == "package-refused")
        try expectRefusal(try #require(answer.json["report"]), row)
      }
      #expect(try connection.send("GET", "/api/v1/courses").json.list("items").isEmpty)
      #expect(try server.stop() == .exit(0))
      #expect(try program.run(["check"]).status == 0)
    }
  }

  /// "The message names file:line:column": a finding about the XML has its place.
  private func expectRefusal(_ report: JSONValue, _ row: Row) throws {
    #expect(report["accepted"]?.boolean == false)
    let errors = try report.list("findings").filter { try $0.text("severity") == "error" }
    let finding = try errors.first { try $0.text("code") == row.code }
    #expect(finding != nil, "\(row.name): \(report.written.prefix(600))")
    let isAboutText = row.code.hasPrefix("xml.") && row.code != "xml.empty"
    if let finding, isAboutText || row.code.hasPrefix("cmi5.") {
      #expect(try finding.text("file") == "cmi5.xml", "\(row.name)")
      #expect(finding["line"]?.number?.int64 ?? 0 > 0, "\(row.name): \(finding.written)")
    }
  }

  /// Rows 5 to 8: "memory flat": in 165 MB of address space, where a plain import has 100, what is too long or too
  /// deep is still refused in words.
  @Test func whatIsTooLongIsRefusedInLittleMemory() throws {
    try inEmptyFolder { program, folder in
      let plain = try folder.write("course.zip", Package.cmi5().zip)
      #expect(try limited(program, ["import", plain, "--dry-run"]).status == 0)
      let long = try folder.write("cmi5.xml", Array("<courseStructure>".utf8))
      #expect(unsafe truncate(long, 200 << 20) == 0)
      let packages = try HostileInputTests.packages.get().filter { $0.row.code.hasPrefix("xml.") }
        .enumerated().map { try folder.write("\($0.offset).zip", $0.element.zip) }
      let answer = try limited(program, ["import", "--dry-run", "--json", long] + packages)
      #expect(answer.status == 3, "\(answer.messages)")
      for report in try answer.json.elements.map(Array.init) ?? [] {
        try expectReport(report, isAccepted: false)
      }
    }
  }

  private func limited(_ program: Program, _ words: [String]) throws -> Program.Answer {
    let command = [program.path, "--data", program.data] + words
    return try program.run(program: ["/bin/sh", "-c", "ulimit -v 165000; exec \"$@\"", "sh"] + command)
  }

  private static let good: [(name: String, octets: [UInt8])] = [
    ("cmi5.xml", Array(course(unit()).utf8)), ("index.html", Array("<p>".utf8)),
    ("cmi6.xml", Array("<a/>".utf8)),
  ]

  private static func renamed(_ name: String, _ other: String) throws -> [UInt8] {
    replaced(Array(name.utf8), by: Array(other.utf8), in: try zipFile(good))
  }

  private static func course(_ content: String) -> String {
    """
    <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
    <course id="urn:example:course">\(titles)</course>\(content)</courseStructure>
    """
  }

  private static func unit(_ id: String = "urn:example:unit", url: String = "index.html", more: String = "")
    -> String
  {
    "<au id=\"\(id)\" \(more)>\(titles)<url>\(url)</url></au>"
  }

  private static let titles =
    "<title><langstring>T</langstring></title><description><langstring>D</langstring></description>"

  /// Ten entities, each ten times the one before.
  private static var laughs: String {
    let entities = (1...9).map { level in
      "<!ENTITY l\(level) '\(String(repeating: "&l\(level - 1);", count: 10))'>"
    }
    return "<!DOCTYPE a [<!ENTITY l0 'ha'>\(entities.joined())]><a>&l9;</a>"
  }
}

/// The octets with each occurrence of some replaced by as many others.
private func replaced(_ old: [UInt8], by new: [UInt8], in octets: [UInt8]) -> [UInt8] {
  precondition(old.count == new.count)
  var octets = octets
  for start in octets.indices where octets[start...].starts(with: old) {
    octets.replaceSubrange(start..<start + old.count, with: new)
  }
  return octets
}
