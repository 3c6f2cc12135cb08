internal import Archives
internal import ContentPackaging
internal import Files
internal import Operations

extension PackageOpener {
  /// The longest single file that is taken for a manifest; what its reader accepts is its own affair.
  private static let longestManifest = 64 << 20

  func openManifest(_ file: borrowing OpenFile, name: String) throws -> OpenedPackage {
    try openManifest(file.readAll(limit: PackageOpener.longestManifest), name: name)
  }

  func openManifest(_ octets: [UInt8], name: String) throws -> OpenedPackage {
    if let code = FindingCode.refusing(singleFile: octets) {
      throw PackageUnusable(findings: [Finding(code, "“\(name)” is \(code.what)", file: name)])
    }
    let entry = PackageContents.Entry(name: name, sizeBytes: octets.count)
    let contents = PackageContents(kind: .bareManifest(name: name), entries: [entry]) { file in
      guard file.utf8.elementsEqual(name.utf8) else { throw PackageFileUnknown(name: file) }
      return octets
    }
    return OpenedPackage(contents: contents, name: name, findings: [])
  }
}
