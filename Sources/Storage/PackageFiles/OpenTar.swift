internal import Archives
internal import ContentPackaging
internal import Operations

extension PackageOpener {
  /// How much of a compressed tar is looked at.
  static let tarStart = 16 << 20

  func isGzip(_ start: some Sequence<UInt8>) -> Bool { start.starts(with: [0x1F, 0x8B]) }

  /// The names in a compressed tar, so that it can be said what it is. Nothing of it is read: no format that is read here
  /// comes so.
  ///
  /// - Throws: `PackageUnusable` where there are no names, and for whoever asks for a file.
  func openTar(_ start: [UInt8], name: String) throws -> OpenedPackage {
    let refusal = PackageUnusable(findings: [
      Finding(.gzip, "“\(name)” is \(FindingCode.gzip.what)", file: name)
    ])
    let files = TarListing.files(inGzip: start)
    guard !files.isEmpty else { throw refusal }
    let entries = files.map { file in
      let isHere = file.name.utf8.starts(with: "./".utf8)
      let path = isHere ? String(decoding: file.name.utf8.dropFirst(2), as: UTF8.self) : file.name
      return PackageContents.Entry(name: path, sizeBytes: file.sizeBytes)
    }
    return OpenedPackage(
      contents: PackageContents(kind: .zip, entries: entries) { _ in throw refusal }, name: name, findings: []
    )
  }
}
