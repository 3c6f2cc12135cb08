import Catalogue
import Testing

@Suite struct PackageFormatTests {
  @Test(
    "Family and version, and back",
    arguments: [
      (.scorm12, "scorm", "1.2"),
      (.scorm2004(.second), "scorm", "2004 2nd Edition"),
      (.scorm2004(.third), "scorm", "2004 3rd Edition"),
      (.scorm2004(.fourth), "scorm", "2004 4th Edition"),
      (.cmi5, "cmi5", "1.0"),
      (.contentPackaging(.v1p1p2), "content-packaging", "1.1.2"),
      (.contentPackaging(.v1p2), "content-packaging", "1.2"),
      (.commonCartridge(.v1p0), "common-cartridge", "1.0"),
      (.commonCartridge(.v1p4), "common-cartridge", "1.4"),
      (.tincan, "tincan", "1.0"),
      (.aicc(.r4p0), "aicc", "4.0"),
    ] as [(PackageFormat, String, String)])
  func names(format: PackageFormat, family: String, version: String) {
    #expect(format.family == family)
    #expect(format.version == version)
    #expect(PackageFormat(family: family, version: version) == format)
  }

  @Test(
    "Pairs that stand for no format",
    arguments: [
      ("scorm", "1.3"), ("scorm", ""), ("scorm", "1.0"), ("cmi5", "1.2"), ("cmi5", "2004 4th Edition"),
      ("SCORM", "1.2"), ("", ""), ("common-cartridge", "1.5"), ("content-packaging", ""), ("tincan", "2.0"),
      ("aicc", "9.9"),
    ])
  func unknown(family: String, version: String) {
    #expect(PackageFormat(family: family, version: version) == nil)
  }
}
