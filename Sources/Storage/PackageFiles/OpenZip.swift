internal import Archives
internal import ContentPackaging
internal import Files
internal import Operations

extension PackageOpener {
  func openZip(_ file: consuming OpenFile, name: String) throws -> OpenedPackage {
    let sizeBytes = file.sizeBytes
    let opened = OpenedZip(file: file)
    return try openZip(sizeBytes: sizeBytes, name: name) { try opened.file.read(at: $0, count: $1) }
  }

  /// Opens a zip whose bytes are fetched on demand.
  func openZip(
    sizeBytes: Int, name: String, fetch: @escaping @Sendable (_ offset: Int, _ count: Int) throws -> [UInt8]
  ) throws -> OpenedPackage {
    let archive = try ZipArchive(sizeBytes: sizeBytes, limits: limits, fetch: fetch)
    let entries = archive.entries.map { PackageContents.Entry(name: $0.name, sizeBytes: $0.sizeBytes) }
    let contents = PackageContents(kind: .zip, entries: entries) { file in
      guard let entry = archive.entry(named: file) else { throw PackageFileUnknown(name: file) }
      do {
        return try archive.read(entry)
      } catch let refusal as ZipRefusal {
        throw PackageUnusable(findings: [Finding(refusal, package: name)])
      }
    }
    return OpenedPackage(
      contents: contents, name: name, findings: zipFindings(archive.notes, package: name),
      archive: OpenedArchive(sizeBytes: sizeBytes, fetch: fetch))
  }

  /// One finding for each kind of note, which counts them and names the first.
  private func zipFindings(_ notes: [ZipNote], package: String) -> [Finding] {
    var backslashes: [String] = []
    var codePage437: [String] = []
    var unclaimed = 0
    for note in notes {
      switch note {
      case .backslashes(let entry): backslashes.append(entry)
      case .readAsCodePage437(let entry): codePage437.append(entry)
      case .unclaimedBytes(_, let count): unclaimed += count
      }
    }
    var findings: [Finding] = []
    if let first = backslashes.first {
      findings.append(
        Finding(
          .zipBackslashes,
          "\(backslashes.count) names were written with “\\”; the first was read as “\(first)”", file: package
        ))
    }
    if let first = codePage437.first {
      findings.append(
        Finding(
          .zipCodePage437, "\(codePage437.count) names are not UTF-8; the first was read as “\(first)”",
          file: package))
    }
    if unclaimed > 0 {
      findings.append(Finding(.zipUnclaimedBytes, "\(unclaimed) bytes belong to no file", file: package))
    }
    return findings
  }
}

/// The bytes of the zip itself.
private struct OpenedArchive: KeptContent {
  let sizeBytes: Int
  let fetch: @Sendable (_ offset: Int, _ count: Int) throws -> [UInt8]

  func octets(at offset: Int, count: Int) throws -> [UInt8] { try fetch(offset, count) }
}

/// Lets a closure hold the open file; it is closed with the last copy of the package's contents.
private final class OpenedZip: Sendable {
  let file: OpenFile

  init(file: consuming OpenFile) {
    self.file = file
  }
}
