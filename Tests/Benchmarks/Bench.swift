import Files
import ProgramDriver

/// What all measures share: the program under test, a folder for their data, and how long each load lasts.
struct Bench {
  let folder: TemporaryFolder
  let seconds = 5

  init() throws {
    // Beside the program: a folder in memory has no disk whose speed could be told.
    folder = try TemporaryFolder(in: Bench.buildFolder())
  }

  /// The program with a data folder of its own.
  func program(_ data: String) throws -> Program {
    try Program(data: folder(data))
  }

  private static func buildFolder() throws -> String {
    let path = try ProcessContext.executablePath()
    return String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
  }
}
