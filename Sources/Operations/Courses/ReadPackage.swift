internal import CMI5
internal import Catalogue
internal import ContentPackaging
internal import SCORM

extension PackageReading {
  /// Recognises a package by its content and lets the reader of its format read it.
  static func read(_ contents: PackageContents) throws -> PackageReading {
    switch try PackageRecognition.of(contents) {
    case .refused(let reading): return reading
    case .readable(let package):
      switch package.format {
      case .scorm12, .scorm2004: return SCORMReader.read(package)
      case .cmi5: return CMI5Reader.read(package)
      }
    }
  }
}
