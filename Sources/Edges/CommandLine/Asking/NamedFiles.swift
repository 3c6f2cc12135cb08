internal import Arguments
internal import Files
internal import Operations

extension Errand {
  /// What stands for standard input where a file is read, and for standard output where one is written.
  static let stream = "-"

  /// Reads a file that was named on the command line, at most so many bytes.
  func readFile(_ path: String, limit: Int) throws -> [UInt8] {
    do {
      return try surroundings.readFile(surroundings.absolute(path), limit)
    } catch let error as FileError where error.isMissing {
      throw NamedFileMissing(path: path)
    }
  }

  /// The path that an argument or option names, where `-` cannot stand for a stream; `expectation` says what it has to
  /// be.
  func path(_ name: String, _ expectation: String) throws -> String {
    let path = try given.required(name, .text)
    guard path != Errand.stream else { throw given.unfit(name, path, expectation) }
    return path
  }
}

/// There is no file of the name that was typed.
struct NamedFileMissing: Explainable {
  let path: String

  var explanation: Explanation {
    Explanation(.notFound, "file-missing", "there is no file \(path)")
  }
}
