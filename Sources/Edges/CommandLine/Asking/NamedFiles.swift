internal import Files
internal import Operations

extension Errand {
  /// Reads a file that was named on the command line, at most so many bytes.
  func readFile(_ path: String, limit: Int) throws -> [UInt8] {
    do {
      return try surroundings.readFile(surroundings.absolute(path), limit)
    } catch let error as FileError where error.isMissing {
      throw NamedFileMissing(path: path)
    }
  }
}

/// There is no file of the name that was typed.
struct NamedFileMissing: Explainable {
  let path: String

  var explanation: Explanation {
    Explanation(.notFound, "file-missing", "there is no file \(path)")
  }
}
