import ContentPackaging
import Testing

@testable import CommonCartridge

/// A package of a manifest and other files with their contents.
func cartridge(
  _ manifest: String, _ files: [String: String] = [:], kind: PackageContents.Kind = .zip
) -> PackageContents {
  var files = files.mapValues { Array($0.utf8) }
  files["imsmanifest.xml"] = Array(manifest.utf8)
  let entries = files.keys.sorted().map { PackageContents.Entry(name: $0, sizeBytes: 0) }
  return PackageContents(kind: kind, entries: entries) { [files] in try #require(files[$0]) }
}

/// Recognises and reads a package.
func read(_ contents: PackageContents, limits: PackageLimits = .standard) throws -> PackageReading {
  switch try PackageRecognition.of(contents, limits: limits) {
  case .readable(let package): return try CartridgeReader.read(package)
  case .refused(let reading): return reading
  case .tables: fatalError("a cartridge is no table")
  }
}

/// A manifest of Common Cartridge with these items below the one at the top, and these resources.
func manifest(
  _ items: String, _ resources: String, version: Int = 3, schema: String = "IMS Common Cartridge",
  more: String = ""
) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <manifest identifier="CC-1" xmlns="http://www.imsglobal.org/xsd/imsccv1p\(version)/imscp_v1p1"
      xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p\(version)/LOM/manifest">
    <metadata><schema>\(schema)</schema><schemaversion>1.\(version).0</schemaversion>
      <lomimscc:lom><lomimscc:general>
        <lomimscc:title><lomimscc:string language="en">Valuation</lomimscc:string></lomimscc:title>
        <lomimscc:language>en</lomimscc:language>
      </lomimscc:general></lomimscc:lom>
    </metadata>
    <organizations><organization identifier="ORG" structure="rooted-hierarchy"><item identifier="ROOT">
  \(items)
    </item></organization></organizations>
    <resources>
  \(resources)
    </resources>
    \(more)
  </manifest>
  """
}

/// The codes of what was found, in order.
func codes(_ reading: PackageReading) -> [String] { reading.findings.map(\.code.identifier) }
