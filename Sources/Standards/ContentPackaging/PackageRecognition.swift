import Catalogue
import XML

/// Tells what a package is, by its contents alone: the manifest's name, root element and namespaces.
public enum PackageRecognition: Sendable {
  /// A format that is read: its reader takes it from here.
  case readable(RecognisedPackage)
  /// The tables of an AICC course, which has no manifest.
  case tables(RecognisedTables)
  /// Not a package, or one that is not read.
  case refused(PackageReading)

  /// Finds, parses and recognises the manifest. Throws what the package's source throws while it is read.
  public static func of(
    _ contents: PackageContents, limits: PackageLimits = .standard
  ) throws -> PackageRecognition {
    var findings = Findings(file: nil)
    switch ManifestSearch.find(in: contents, findings: &findings) {
    case .none:
      return .refused(PackageReading(refused: contents, format: nil, findings: findings))
    case .unread(let format, let contents):
      return .refused(
        PackageReading(refused: contents, format: .unread(format, version: ""), findings: findings))
    case .tables(let contents):
      return .tables(RecognisedTables(contents: contents, findings: findings, limits: limits))
    case .manifest(let name, let contents):
      return try parse(name, of: contents, limits: limits, soFar: findings)
    }
  }

  private static func parse(
    _ name: String, of contents: PackageContents, limits: PackageLimits, soFar: Findings
  ) throws -> PackageRecognition {
    var findings = soFar.about(file: name)
    let bytes = try contents.bytes(of: name)
    let document: XMLDocument
    do throws(XMLError) {
      document = try XMLDocument.ofPackage(bytes, name: name, limits: limits)
    } catch {
      findings.report(.unreadableXML(error.code), error.message, place: error.place)
      return .refused(
        PackageReading(
          refused: contents, format: formatBehind(error, bytes), manifestName: name, findings: findings))
    }
    for warning in document.warnings {
      findings.report(code(warning.code), warning.message, place: warning.place)
    }
    return recognise(document, in: contents, limits: limits, findings: &findings)
  }

  private static func recognise(
    _ document: XMLDocument, in contents: PackageContents, limits: PackageLimits, findings: inout Findings
  ) -> PackageRecognition {
    switch RootRecognition.format(of: document) {
    case .readable(let format):
      return .readable(
        RecognisedPackage(
          format: format, manifest: document, contents: contents, findings: findings, limits: limits))
    case .unread(let format, let version):
      findings.report(
        .formatUnread, "the package was recognised as \(format.title), \(format.reason)", at: document.root)
      return refused(document, as: .unread(format, version: version), contents, findings)
    case nil:
      let namespace =
        document.root.namespace.isEmpty ? "no namespace" : "“\(excerpt(document.root.namespace))”"
      findings.report(
        .formatUnknown, "the element “\(document.root.localName)” in \(namespace) begins no known format",
        at: document.root)
      return refused(document, as: nil, contents, findings)
    }
  }

  /// The format that a refused document type names: QTI 1.2 has one, which is never read.
  private static func formatBehind(_ error: XMLError, _ bytes: [UInt8]) -> RecognisedFormat? {
    guard error.code == .doctype, let place = error.place, bytes.indices.contains(place.byte) else {
      return nil
    }
    let words = bytes[place.byte...].prefix(80).split { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
    guard words.count > 1, words[1].elementsEqual("questestinterop".utf8) else { return nil }
    return .unread(.qti, version: "1.2")
  }

  private static func refused(
    _ document: XMLDocument, as format: RecognisedFormat?, _ contents: PackageContents, _ findings: Findings
  ) -> PackageRecognition {
    .refused(
      PackageReading(
        refused: contents, format: format, manifestName: document.sourceName,
        identifier: document.root.attribute("identifier") ?? "", findings: findings))
  }

  private static func code(_ warning: XMLWarning.Code) -> FindingCode {
    switch warning {
    case .encodingLabel: .encodingLabel
    case .bareAmpersand: .bareAmpersand
    case .namespaceName: .namespaceName
    }
  }
}
