import CommandLine
import Files
import Operations
import SQLiteStore

extension DataFolders.Upkeep {
  /// What this program does to data folders that are not open.
  static let ofProgram = DataFolders.Upkeep(
    restore: { backup, folder, progress in
      try Restoring(backup: backup, folder: folder, progress: progress).run()
    },
    migrationPlan: { folder in
      let database = DataFolder.database(in: folder)
      guard try FileStatus.ifPresent(at: database) != nil else { return nil }
      return try SQLiteReader(at: database, clock: presentInstant)
        .migrationPlan(to: ShippedFiles().migrations())
    },
    obstacles: { ServingTrial($0).obstacles }, programPath: { try ProcessContext.executablePath() })
}
