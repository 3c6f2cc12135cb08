import Files
import Foundation

/// Runs a test in a new folder that goes with it.
func inTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("package-\(RandomBytes.word())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

/// Puts files into a folder, with the folders they need.
func put(_ files: [String: String], into folder: String) throws {
  for (path, content) in files {
    let url = URL(fileURLWithPath: folder + "/" + path)
    try Folder.create(url.deletingLastPathComponent().path)
    try File.replace(url.path, with: Array(content.utf8))
  }
}
