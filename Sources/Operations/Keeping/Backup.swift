public import Values

/// What a backup says of itself.
public struct BackupFacts: Sendable, Hashable {
  /// How many records of a kind there are.
  public struct Count: Sendable, Hashable {
    /// The kind in the words of a sentence, in the plural.
    public let kind: String
    public let number: Int

    public init(kind: String, number: Int) {
      self.kind = kind
      self.number = number
    }
  }

  /// The backup's own identity.
  public let id: UUID
  /// When it was made.
  public let madeAt: Instant
  /// The instant of the latest record in it; nil where there is none.
  public let latestRecord: Instant?
  /// The last step of the schema that the records have gone through.
  public let schema: Int
  /// What identifiers of the records begin with.
  public let origin: String
  /// The version of the program that made it.
  public let program: String
  public let counts: [Count]

  public init(
    id: UUID, madeAt: Instant, latestRecord: Instant?, schema: Int, origin: String, program: String,
    counts: [Count]
  ) {
    self.id = id
    self.madeAt = madeAt
    self.latestRecord = latestRecord
    self.schema = schema
    self.origin = origin
    self.program = program
    self.counts = counts
  }
}

/// A backup that was made.
public struct BackupMade: Sendable, Hashable {
  public let facts: BackupFacts
  /// The absolute path of its file.
  public let path: String
  public let sizeBytes: Int
  /// How many package files it holds.
  public let files: Int

  public init(facts: BackupFacts, path: String, sizeBytes: Int, files: Int) {
    self.facts = facts
    self.path = path
    self.sizeBytes = sizeBytes
    self.files = files
  }
}

/// A backup that was restored.
public struct BackupRestored: Sendable {
  public let facts: BackupFacts
  /// The series that certificates are numbered in from now on.
  public let series: String
  /// The steps of the schema that its records went through meanwhile.
  public let migrations: [Int]
  public let files: Int

  public init(facts: BackupFacts, series: String, migrations: [Int], files: Int) {
    self.facts = facts
    self.series = series
    self.migrations = migrations
    self.files = files
  }
}

/// How far work on a backup has got.
public typealias BackupProgress = (_ step: BackupStep, _ doneBytes: Int) -> Void

/// What is being done with a backup.
public enum BackupStep: String, Sendable {
  case copyingRecords = "copying records"
  case writing, verifying, restoring
}

/// Why a file is not restored, or a backup not made.
public enum BackupRefusal: Explainable, Hashable {
  /// It is no backup of this program: what it is instead.
  case notABackup(String)
  /// A part of it is not what it was when the backup was made.
  case damaged(String)
  /// Its records were kept by a later version.
  case newer(schema: Int, known: Int)
  /// It is whole, and its records are not such as this program keeps.
  case foreignRecords(String)
  /// Something stands where the backup is to be written.
  case fileExists(path: String)
  /// There is no folder where the backup is to be written.
  case folderMissing(path: String)
  /// A folder is to be restored into that holds something.
  case folderNotEmpty(path: String, holding: String)
  /// The clock shows an instant before the backup's own.
  case clockBehind(now: Instant, backup: Instant)
  /// The device has not the room.
  case noRoom(neededBytes: Int, freeBytes: Int)
  /// A package file of the data folder is damaged or missing.
  case fileDamaged(digest: String)

  public var explanation: Explanation {
    switch self {
    case .notABackup(let what):
      Explanation(
        .unusable, "backup-unknown", "this is no backup of this program: \(what); nothing was restored")
    case .damaged(let what):
      Explanation(
        .unusable, "backup-damaged", "the backup is damaged: \(what); nothing was restored",
        remedy: "restore another copy or an earlier backup")
    case .newer(let schema, let known):
      Explanation(
        .unusable, "backup-newer",
        "the backup was made by a later version (schema \(schema); this one knows \(known)); "
          + "nothing was restored", remedy: "use the later version")
    case .foreignRecords(let what):
      Explanation(
        .unusable, "backup-foreign",
        "the backup's records are not as this program keeps them: \(what); "
          + "nothing was restored")
    case .fileExists(let path):
      Explanation(
        .conflict, "backup-exists", "there is a file \(path) already; nothing was written",
        remedy: "name another file")
    case .folderMissing(let path):
      Explanation(
        .notFound, "backup-folder-missing", "there is no folder \(path); nothing was written",
        remedy: "make the folder, or name another one")
    case .folderNotEmpty(let path, let holding):
      Explanation(
        .conflict, "folder-not-empty",
        "the data folder \(path) holds \(holding) already; nothing was restored",
        remedy: "name an empty or a new folder, or move that one away")
    case .clockBehind(let now, let backup):
      Explanation(
        .temporary, "clock-behind",
        "the clock says \(now.text(fractionDigits: 0)), before the backup was made "
          + "(\(backup.text(fractionDigits: 0))); nothing was restored", remedy: "set the clock")
    case .noRoom(let needed, let free):
      Explanation(
        .temporary, "out-of-space",
        "this needs \(needed >> 20) MiB and the device has \(free >> 20) MiB free",
        remedy: "make room on the device")
    case .fileDamaged(let digest):
      Explanation(
        .temporary, "package-file-damaged",
        "the package file \(digest) of the data folder is missing or was altered; no backup was made",
        remedy: "put it back from an earlier backup; a check names all that are damaged")
    }
  }
}
