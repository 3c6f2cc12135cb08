internal import Archives
public import ContentPackaging
internal import Files

extension Finding {
  /// A zip file's refusal, said of the package.
  init(_ refusal: ZipRefusal, package: String) {
    self.init(.zip(refusal.reason.kind), "\(refusal)", file: package, offendingText: refusal.entry)
  }

  /// A path that cannot be read, said of the package.
  init(_ error: FileError, package: String) {
    switch error.reason {
    case .largerThan, .moreEntriesThan: self.init(.folderTooLarge, "\(error)", file: package)
    case .unusableName: self.init(.folderName, "\(error)", file: package)
    case .system, .notRegularFile, .cutShort: self.init(.unreadable, "\(error)", file: package)
    }
  }
}

extension FindingCode {
  static let unreadable = FindingCode(
    "package.unreadable", .error,
    "There is nothing at the path, or it may not be read, or it is no ordinary file.",
    fix: "Give the path of a zip, a folder or a manifest that can be read.")
  static let empty = FindingCode(
    "package.empty", .error, "The file has no content.", fix: "Export the package again.")
  static let gzip = FindingCode(
    "package.gzip", .error, "The file is compressed with gzip, as Moodle and Open edX write their exports.",
    fix: "Export the course as SCORM or cmi5, as a zip.")
  static let notAPackage = FindingCode(
    "package.unknown", .error, "The file is neither a zip nor an XML manifest.",
    fix: "Give a zip, a folder, or a manifest such as imsmanifest.xml or cmi5.xml.")
  static let folderLink = FindingCode(
    "package.folder.link", .error,
    "The folder holds a symbolic link, device, pipe or socket. None is followed or read: it could lead outside.",
    fix: "Put the file itself in the link's place.")
  static let folderName = FindingCode(
    "package.folder.name", .error, "A file's name could not be kept safely on every system.",
    fix: "Rename the file.")
  static let folderTooLarge = FindingCode(
    "package.folder.too-large", .error, "The folder or file holds more than is accepted.",
    fix: "Split the course into several packages.")
  static let zipBackslashes = FindingCode(
    "package.zip.backslashes", .warning,
    "Names in the zip are written with “\\” between folders. The format wants “/”; they were read as if they had it.",
    fix: "Pack the files with another program.")
  static let zipCodePage437 = FindingCode(
    "package.zip.code-page-437", .note,
    "Names in the zip are not UTF-8. They were read as code page 437, which the format names for this case.",
    fix: "Pack the files with a program that writes names as UTF-8.")
  static let zipUnclaimedBytes = FindingCode(
    "package.zip.unclaimed-bytes", .warning,
    "The zip holds bytes between its files that belong to none. They were left aside.",
    fix: "Pack the files anew.")

  /// Every code of this room, in the order of `explain`.
  public static let openingCodes: [FindingCode] =
    [
      unreadable, empty, gzip, notAPackage, folderLink, folderName, folderTooLarge, zipBackslashes,
      zipCodePage437,
      zipUnclaimedBytes,
    ] + ZipRefusal.Kind.allCases.map(zip)
}
