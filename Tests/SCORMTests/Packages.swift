import ContentPackaging
import Testing

@testable import SCORM

/// A package of a manifest and empty files.
func scormPackage(
  _ manifest: String, files: [String] = [], kind: PackageContents.Kind = .zip
) -> PackageContents {
  let bytes = Array(manifest.utf8)
  let name: String
  if case .bareManifest(let bare) = kind { name = bare } else { name = "imsmanifest.xml" }
  let entries = ([name] + files).map { PackageContents.Entry(name: $0, sizeBytes: 0) }
  return PackageContents(kind: kind, entries: entries) { $0 == name ? bytes : [] }
}

/// Recognises and reads a package.
func read(_ contents: PackageContents, limits: PackageLimits = .standard) throws -> PackageReading {
  switch try PackageRecognition.of(contents, limits: limits) {
  case .readable(let package): return SCORMReader.read(package)
  case .refused(let reading): return reading
  case .tables: fatalError("the package has a manifest")
  }
}

/// A SCORM 1.2 manifest with these items and resources.
func manifest12(items: String, resources: String, metadata: String = "") -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <manifest identifier="MANIFEST-1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
      xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
    <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>\(metadata)</metadata>
    <organizations default="ORG"><organization identifier="ORG"><title>The course</title>
  \(items)
    </organization></organizations>
    <resources>
  \(resources)
    </resources>
  </manifest>
  """
}

/// A SCORM 2004 manifest with these items and resources.
func manifest2004(items: String, resources: String, edition: String = "2004 4th Edition", more: String = "")
  -> String
{
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <manifest identifier="MANIFEST-2" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
      xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
    <metadata><schema>ADL SCORM</schema><schemaversion>\(edition)</schemaversion></metadata>
    <organizations default="ORG"><organization identifier="ORG"><title>The course</title>
  \(items)
    </organization></organizations>
    <resources>
  \(resources)
    </resources>
    \(more)
  </manifest>
  """
}

let item = "<item identifier=\"I1\" identifierref=\"R1\"><title>One</title></item>"
let sco =
  "<resource identifier=\"R1\" type=\"webcontent\" adlcp:scormtype=\"sco\" href=\"a.html\"><file href=\"a.html\"/></resource>"
