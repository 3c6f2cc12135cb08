internal import Archives
internal import ContentPackaging
internal import Files
internal import Operations

extension PackageOpener {
  func openFolder(_ path: String, name: String) throws -> OpenedPackage {
    let tree = try FolderTree(path)
    let all = try tree.entries(limit: limits.entries)
    let findings = folderFindings(all)
    if !findings.isEmpty { throw PackageUnusable(findings: findings) }
    let files = all.filter { $0.kind == .file }
    if let last = firstBeyondLimit(files) {
      throw PackageUnusable(findings: [
        Finding(.folderTooLarge, "the folder holds more than \(limits.inflatedBytes) bytes", file: last.name)
      ])
    }
    let entries = files.map { PackageContents.Entry(name: $0.name, sizeBytes: $0.sizeBytes) }
    let most = limits.inflatedBytes
    let contents = PackageContents(kind: .folder, entries: entries) { file in
      try tree.open(file).readAll(limit: most)
    }
    return OpenedPackage(contents: contents, name: name, findings: [])
  }

  /// What refuses the folder: links, special files, and names that could not be kept elsewhere.
  private func folderFindings(_ entries: [FolderEntry]) -> [Finding] {
    var findings: [Finding] = []
    for entry in entries where findings.count < Findings.mostKept {
      switch entry.kind {
      case .link:
        findings.append(Finding(.folderLink, "“\(entry.name)” is a symbolic link", file: entry.name))
      case .special:
        findings.append(Finding(.folderLink, "“\(entry.name)” is a device, pipe or socket", file: entry.name))
      case .file:
        let fault = entry.name.utf8.count > limits.nameBytes ? .tooLong : ZipArchive.nameFault(of: entry.name)
        if let fault {
          findings.append(
            Finding(.folderName, "a file's name is unsafe: \(fault.rawValue)", file: entry.name))
        }
      case .folder: break
      }
    }
    return findings
  }

  private func firstBeyondLimit(_ files: [FolderEntry]) -> FolderEntry? {
    var total = 0
    return files.first { file in
      guard file.sizeBytes <= limits.inflatedBytes - total else { return true }
      total += file.sizeBytes
      return false
    }
  }
}
