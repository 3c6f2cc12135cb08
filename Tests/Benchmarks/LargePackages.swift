import Archives
import Cryptography
import Files
import ProgramDriver

/// Large packages, and what merely inflating and hashing the same zip costs in the same run.
enum LargePackages {
  static func measures(_ bench: Bench, _ program: Program) throws -> [Measure] {
    try manifest(bench, program) + course(bench, program)
  }

  /// A manifest of 700 KB that lists 8,600 files, read and checked; nothing is kept.
  private static func manifest(_ bench: Bench, _ program: Program) throws -> [Measure] {
    let listed = (1...8_600).map { "<file href=\"media/panorama_\($0)/tile_of_the_cube_face_\($0).jpg\"/>" }
    let text = scorm(
      items: "<item identifier=\"I\" identifierref=\"R\"><title>Tour</title></item>",
      resources:
        "<resource identifier=\"R\" type=\"webcontent\" adlcp:scormtype=\"sco\" href=\"index.html\">\(listed.joined(separator: "\n"))</resource>"
    )
    let folder = bench.folder("manifest")
    try Folder.create(folder)
    try File.replace(folder + "/imsmanifest.xml", with: Array(text.utf8))
    let milliseconds = try timed { try program.succeed("import", "--dry-run", folder) }
    return [
      Measure(
        "check of a manifest of \(text.utf8.count / 1000) KB with 8,600 files", "\(fixed(milliseconds)) ms")
    ]
  }

  /// 500 SCOs of 206 KB each, that no deflation makes smaller.
  private static func course(_ bench: Bench, _ program: Program) throws -> [Measure] {
    let items = (1...500).map {
      "<item identifier=\"I\($0)\" identifierref=\"R\($0)\"><title>Unit \($0)</title></item>"
    }
    let resources = (1...500).map {
      "<resource identifier=\"R\($0)\" type=\"webcontent\" adlcp:scormtype=\"sco\" href=\"unit\($0)/index.html\"><file href=\"unit\($0)/index.html\"/></resource>"
    }
    var state: UInt64 = 1
    let units = (1...500).map { unit in
      let octets = (0..<206_000).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
      return (name: "unit\(unit)/index.html", octets: octets)
    }
    let text = scorm(items: items.joined(), resources: resources.joined())
    let zip = try zipFile([(name: "imsmanifest.xml", octets: Array(text.utf8))] + units)
    let path = bench.folder("course.zip")
    try File.replace(path, with: zip)
    let plain = try timed { try inflateAndHash(zip) }
    let whole = try timed { try program.succeed("import", path) }
    let megabytes = Double(zip.count) / 1_000_000
    return [
      Measure(
        "inflate and hash 500 units, \(Int(megabytes)) MB",
        "\(fixed(plain)) ms, \(fixed(megabytes / plain * 1000)) MB/s"),
      Measure(
        "import of the same, durable",
        "\(fixed(whole)) ms, \(fixed(megabytes / whole * 1000)) MB/s, \(fixed(whole / plain)) times as long"),
    ]
  }

  private static func inflateAndHash(_ zip: [UInt8]) throws {
    let archive = try ZipArchive(sizeBytes: zip.count, limits: ZipLimits()) { Array(zip[$0..<$0 + $1]) }
    for entry in archive.entries { _ = try SHA256.digest(of: archive.read(entry)) }
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
