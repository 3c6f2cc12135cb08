internal import AICC
internal import CMI5
internal import Catalogue
internal import CommonCartridge
internal import ContentPackaging
internal import SCORM
internal import TinCan

extension PackageReading {
  /// Recognises a package by its content and lets the reader of its format read it; findings quote their lines.
  ///
  /// - Parameter schemas: XML Schemas by their paths, to hold the manifest against; nil for none.
  static func read(
    _ contents: PackageContents, schemas: [String: [UInt8]]? = nil
  ) throws -> PackageReading {
    let reading = try readByFormat(contents)
    return try (schemas.map(reading.noting) ?? reading).quoting()
  }

  private static func readByFormat(_ contents: PackageContents) throws -> PackageReading {
    switch try PackageRecognition.of(contents) {
    case .refused(let reading): return reading
    case .tables(let tables): return try AICCReader.read(tables)
    case .readable(let package):
      switch package.format {
      case .scorm12, .scorm2004: return SCORMReader.read(package)
      case .cmi5: return CMI5Reader.read(package)
      case .contentPackaging: return ContentPackageReader.read(package)
      case .commonCartridge: return try CartridgeReader.read(package)
      case .tincan: return TinCanReader.read(package)
      case .aicc: preconditionFailure("an AICC course has no manifest and is recognised as tables")
      }
    }
  }
}
