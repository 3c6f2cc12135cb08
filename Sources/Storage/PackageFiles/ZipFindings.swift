internal import Archives
internal import ContentPackaging

extension FindingCode {
  /// A zip file's refusal as a kind of finding: `package.zip.overlap`.
  static func zip(_ kind: ZipRefusal.Kind) -> FindingCode {
    FindingCode("package.zip.\(kind.rawValue)", .error, explanation(of: kind), fix: fix(of: kind))
  }

  private static func explanation(of kind: ZipRefusal.Kind) -> String {
    switch kind {
    case .notAZip: "The file begins like a zip and is none."
    case .cutShort: "The zip ends in the middle of a record: a part of it was lost on the way."
    case .bytesInFront, .bytesBehind:
      "The zip has bytes before its first or after its last record, where other content can hide."
    case .secondEndRecord:
      "Two places of the zip could be its end, so that two programs may see two different packages in it."
    case .severalVolumes: "The zip is one part of an archive that is split over several files."
    case .recordMissing, .endRecordDisagrees:
      "The records of the zip point at places where nothing of the kind stands. It is damaged, or made to deceive."
    case .localHeaderDisagrees, .unlistedEntry:
      "The zip says one thing of a file in its directory and another beside the file, so that two programs may see two different packages in it."
    case .overlap: "Two files of the zip share bytes: how a small zip unpacks to any size."
    case .encrypted: "A file in the zip is encrypted."
    case .unknownMethod: "A file in the zip is compressed by another method than the usual one (deflate)."
    case .notRegularFile: "The zip holds a symbolic link, device, pipe or socket."
    case .folderWithContent: "A folder's entry in the zip carries bytes, which nobody would see."
    case .unsafeName:
      "A name in the zip leads outside the package, or cannot be kept safely on every system."
    case .duplicateName, .nameCollision:
      "Two names in the zip are the same on some system: by case, by Unicode composition, or wholly."
    case .tooManyEntries, .tooManyBytes, .inflatesTooFar: "The zip holds more than is accepted."
    case .corruptData: "The bytes of a file in the zip are not those that its size and checksum tell of."
    }
  }

  private static func fix(of kind: ZipRefusal.Kind) -> String {
    switch kind {
    case .encrypted: "Pack the files without a password."
    case .unknownMethod: "Pack the files with the method “deflate”."
    case .unsafeName, .duplicateName, .nameCollision: "Rename the file and pack again."
    case .notRegularFile: "Pack the file itself instead of the link."
    case .tooManyEntries, .tooManyBytes, .inflatesTooFar: "Split the course into several packages."
    case .cutShort, .corruptData: "Send the zip again, or export it again."
    case .notAZip, .bytesInFront, .bytesBehind, .secondEndRecord, .severalVolumes, .recordMissing,
      .endRecordDisagrees, .localHeaderDisagrees, .unlistedEntry, .overlap, .folderWithContent:
      "Pack the files anew with an ordinary program."
    }
  }
}
