import Archives
import Files

/// A course package of our own, as the files it consists of.
public struct Package: Sendable {
  public let files: [(name: String, content: String)]

  public init(_ files: [(name: String, content: String)]) {
    self.files = files
  }

  /// The files of a folder, in the order of their names.
  public init(folder: String) throws {
    let tree = try FolderTree(folder)
    files = try tree.entries(limit: 1000).filter { $0.kind == .file }.map { entry in
      let content = try tree.open(entry.name).readAll(limit: 1 << 20)
      return (entry.name, String(decoding: content, as: UTF8.self))
    }
  }

  /// The package as a zip file's bytes.
  public var zip: [UInt8] {
    get throws { try zipFile(files.map { ($0.name, Array($0.content.utf8)) }) }
  }

  /// The same package with another file, or another content for one.
  public func replacing(_ name: String, _ content: String) -> Package {
    Package(files.filter { $0.name != name } + [(name, content)])
  }

  /// A cmi5 course with two lessons, the second passed at 0.8.
  ///
  /// - Parameter number: makes it another course.
  public static func cmi5(_ number: Int = 1, lessons: Int = 2) -> Package {
    let units = (1...lessons).map { unit in
      let rule = unit == lessons ? #"moveOn="CompletedAndPassed" masteryScore="0.8""# : #"moveOn="Completed""#
      return """
        <au id="urn:example:course:\(number):lesson:\(unit)" \(rule)>
          <title><langstring lang="en">Lesson \(unit)</langstring></title>
          <description><langstring lang="en">What officers look for, part \(unit)</langstring></description>
          <url>lessons/\(unit).html</url>
        </au>
        """
    }
    let structure = """
      <?xml version="1.0" encoding="utf-8"?>
      <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
        <course id="urn:example:course:\(number)">
          <title><langstring lang="en">Origin of goods \(number)</langstring></title>
          <description><langstring lang="en">Rules of origin at the border</langstring></description>
        </course>
        \(units.joined(separator: "\n"))
      </courseStructure>
      """
    let lessonFiles = (1...lessons).map { unit in
      (name: "lessons/\(unit).html", content: lesson("\(number).\(unit)"))
    }
    return Package([("cmi5.xml", structure)] + lessonFiles)
  }

  private static func lesson(_ title: String) -> String {
    "<!doctype html><html lang=\"en\"><title>\(title)</title><h1>\(title)</h1><p>A lesson of the tests.</p></html>"
  }
}

/// The bytes of a zip of these files.
public func zipFile(_ files: [(name: String, octets: [UInt8])]) throws -> [UInt8] {
  let sink = ByteSink()
  var writer = ZipWriter { sink.bytes += $0 }
  for file in files { try writer.add(file.name, file.octets) }
  try writer.finish()
  return sink.bytes
}

/// Bytes that are collected in order.
private final class ByteSink {
  var bytes: [UInt8] = []
}
