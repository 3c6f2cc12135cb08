import Files
import Foundation
import ProgramDriver

/// The package root, where shipped files and test packages lie.
let packageRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// Runs a test in an empty folder, with a program whose data folder lies in it and does not exist yet.
func inEmptyFolder<Answer>(_ body: (Program, TemporaryFolder) throws -> Answer) throws -> Answer {
  let folder = try TemporaryFolder()
  return try body(Program(data: folder("data")), folder)
}
