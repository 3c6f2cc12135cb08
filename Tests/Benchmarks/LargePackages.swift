import BareStack
import Files
import ProgramDriver

/// Packages of the sizes that are met with, beside what libxml2, libarchive and SHA-256 alone cost for the same octets in
/// the same run. Every duration of ours is that of a whole command, the start of the program with it.
enum LargePackages {
  static func measures(_ bench: Bench, _ program: Program) throws -> [Measure] {
    try manifest(bench, program) + units(bench, program) + course(bench, program)
  }

  /// A manifest of 700 KB that lists 8,600 files, read and checked; nothing is kept.
  private static func manifest(_ bench: Bench, _ program: Program) throws -> [Measure] {
    let listed = (1...8_600).map {
      "<file href=\"media/panorama_\($0)/tile_of_the_cube_face_\($0)_of_six_at_1024.jpg\"/>"
    }
    let text = scorm(
      items: "<item identifier=\"I\" identifierref=\"R\"><title>Tour</title></item>",
      resources:
        "<resource identifier=\"R\" type=\"webcontent\" adlcp:scormtype=\"sco\" href=\"index.html\">\(listed.joined(separator: "\n"))</resource>"
    )
    let folder = bench.folder("manifest")
    try Folder.create(folder)
    try File.replace(folder + "/imsmanifest.xml", with: Array(text.utf8))
    let bare = try bareMilliseconds { unsafe bare_parse(folder + "/imsmanifest.xml") }
    let whole = try timed { try program.succeed("import", "--dry-run", folder) }
    return pair(
      "libxml2 alone, a manifest of \(text.utf8.count / 1000) KB with 8,600 files", bare,
      "check of the same", whole, bytes: text.utf8.count)
  }

  /// A course of 1,000 assignable units.
  private static func units(_ bench: Bench, _ program: Program) throws -> [Measure] {
    let path = try bench.folder.write("units.zip", Package.cmi5(4, lessons: 1000).zip)
    let bare = try bareMilliseconds { unsafe bare_inflate(path) }
    let whole = try timed { try program.succeed("import", path) }
    return pair(
      "libarchive and SHA-256 alone, a course of 1,000 units", bare, "import of the 1,000 units, durable",
      whole, bytes: try FileStatus.ifPresent(at: path)?.sizeBytes ?? 0)
  }

  /// 500 SCOs of 1 MB each, which deflate to three quarters.
  private static func course(_ bench: Bench, _ program: Program) throws -> [Measure] {
    let items = (1...500).map {
      "<item identifier=\"I\($0)\" identifierref=\"R\($0)\"><title>Unit \($0)</title></item>"
    }
    let resources = (1...500).map {
      "<resource identifier=\"R\($0)\" type=\"webcontent\" adlcp:scormtype=\"sco\" href=\"unit\($0)/index.html\"><file href=\"unit\($0)/index.html\"/></resource>"
    }
    var state: UInt64 = 1
    let units = (1...500).map { unit in
      let octets = (0..<1_000_000).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return 0x30 + UInt8(truncatingIfNeeded: state >> 58)
      }
      return (name: "unit\(unit)/index.html", octets: octets)
    }
    let text = scorm(items: items.joined(), resources: resources.joined())
    let path = bench.folder("course.zip")
    try File.replace(path, with: zipFile([(name: "imsmanifest.xml", octets: Array(text.utf8))] + units))
    let bare = try bareMilliseconds { unsafe bare_inflate(path) }
    let whole = try timed { try program.succeed("import", path) }
    return pair(
      "libarchive and SHA-256 alone, 500 units of 500 MB", bare, "import of the 500 units, durable", whole,
      bytes: 500_000_000)
  }

  /// What the libraries alone take, and what we do, as many times as long.
  private static func pair(
    _ limit: String, _ bare: Double, _ name: String, _ whole: Double, bytes: Int
  ) -> [Measure] {
    let megabytes = Double(bytes) / 1_000_000
    return [
      Measure(limit, "\(fixed(bare)) ms, \(fixed(megabytes / bare * 1000)) MB/s"),
      Measure(
        name,
        "\(fixed(whole)) ms, \(fixed(megabytes / whole * 1000)) MB/s, \(fixed(whole / bare)) times as long"),
    ]
  }

  private struct BareFailure: Error {}

  private static func bareMilliseconds(_ work: () -> Double) throws -> Double {
    let seconds = work()
    guard seconds > 0 else { throw BareFailure() }
    return seconds * 1000
  }

  private static func scorm(items: String, resources: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <manifest identifier="LARGE" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
    <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
    <organizations default="O"><organization identifier="O"><title>Large</title>\(items)</organization></organizations>
    <resources>\(resources)</resources></manifest>
    """
  }
}
