import Files
import Foundation
import Testing

/// Runs a test in a new folder that goes with it.
func inTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(RandomBytes.word())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

/// The `FileError` that a call throws.
func fileError(of body: () throws -> Void) -> FileError? {
  do {
    try body()
    return nil
  } catch {
    return error as? FileError
  }
}

/// Puts a symbolic link at a path.
func makeLink(at path: String, to target: String) {
  let answer = unsafe symlink(target, path)
  #expect(answer == 0)
}

/// Puts a named pipe at a path.
func makePipe(at path: String) {
  let answer = unsafe mkfifo(path, 0o600)
  #expect(answer == 0)
}
