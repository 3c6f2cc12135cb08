public import Archives
internal import ContentPackaging
internal import Files
public import Operations

/// Opens zips, folders and bare manifests of the file system, telling them apart by content, never by name.
public struct PackageOpener: PackageOpening {
  /// What a zip may hold; its numbers bound folders and single files too.
  public let limits: ZipLimits

  public init(limits: ZipLimits = ZipLimits()) {
    self.limits = limits
  }

  public func open(_ source: PackageSource, name: String?) throws -> OpenedPackage {
    switch source {
    case .path(let path): try open(path, name: name)
    case .octets(let octets): try open(octets, name: name ?? "package")
    }
  }

  /// Opens the package at a path. Nothing below a folder is followed out of it.
  ///
  /// Cost grows with the number of files, not with their size. The package must stay as it is until its contents
  /// were read: what vanishes or shrinks in between is an error of the reading.
  ///
  /// - Throws: `PackageUnusable`; `FileError` where the device failed.
  public func open(_ path: String, name: String?) throws -> OpenedPackage {
    let name = name ?? lastPart(of: path)
    return try refusing(name) {
      let status = try FileStatus(at: path, followingLink: true)
      if status.kind == .folder { return try openFolder(path, name: name) }
      let file = try OpenFile(reading: path)
      let start = try file.read(at: 0, count: 4)
      if isGzip(start) {
        return try openTar(file.read(at: 0, count: min(file.sizeBytes, PackageOpener.tarStart)), name: name)
      }
      return ZipArchive.isZip(beginningWith: start)
        ? try openZip(file, name: name) : try openManifest(file, name: name)
    }
  }

  private func open(_ octets: [UInt8], name: String) throws -> OpenedPackage {
    try refusing(name) {
      if isGzip(octets.prefix(4)) {
        return try openTar(Array(octets.prefix(PackageOpener.tarStart)), name: name)
      }
      guard ZipArchive.isZip(beginningWith: Array(octets.prefix(4))) else {
        return try openManifest(octets, name: name)
      }
      return try openZip(sizeBytes: octets.count, name: name) { offset, count in
        Array(octets[offset..<offset + count])
      }
    }
  }

  /// What cannot be opened, as findings.
  private func refusing(_ name: String, _ opening: () throws -> OpenedPackage) throws -> OpenedPackage {
    do {
      return try opening()
    } catch let refusal as ZipRefusal {
      throw PackageUnusable(findings: [Finding(refusal, package: name)])
    } catch let error as FileError where !error.isDeviceFailure {
      throw PackageUnusable(findings: [Finding(error, package: name)])
    }
  }

  private func lastPart(of path: String) -> String {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    return parts.last.map { String(Substring($0)) } ?? path
  }
}

/// A file that was asked for is not in the package.
struct PackageFileUnknown: Error, CustomStringConvertible {
  let name: String

  var description: String { "the package has no file “\(name)”" }
}
