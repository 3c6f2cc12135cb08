internal import Files
internal import Operations

/// A file, or standard input, that is read piece by piece: it may be larger than memory.
struct LongFile {
  /// What it is called in findings.
  let name: String
  /// Nil where nobody knows it before the end.
  let sizeBytes: Int?
  /// The next bytes, at most so many; none only at the end.
  let read: (_ count: Int) throws -> [UInt8]
}

extension Errand {
  /// The file that `FILE` names, standard input for `-`, to be read piece by piece.
  func longFile() throws -> LongFile {
    let file = try given.required("FILE", .text)
    guard file != "-" else {
      return LongFile(name: "standard input", sizeBytes: nil, read: surroundings.inputPiece)
    }
    let open = PlacedFile(try openFile(file))
    return LongFile(name: file, sizeBytes: open.file.sizeBytes) { try open.read($0) }
  }

  private func openFile(_ path: String) throws -> OpenFile {
    do {
      return try OpenFile(reading: surroundings.absolute(path))
    } catch let error where error.isMissing {
      throw NamedFileMissing(path: path)
    }
  }

  /// Writes what a body hands on, piece by piece: to the file that an option names, which is there whole and durable or
  /// not at all, else to standard output.
  func write(to option: String, _ body: (_ take: ([UInt8]) throws -> Void) throws -> Void) throws {
    guard let name = try given.optional(option, .text), name != "-" else { return try body(output.bytes) }
    let path = surroundings.absolute(name)
    let folder = String(
      decoding: path.utf8[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)], as: UTF8.self)
    let place = folder.isEmpty ? "/" : folder
    var file = try TemporaryFile(in: place, permissions: 0o600)
    try body { try file.write($0) }
    try file.sync()
    try file.place(at: path)
    try Folder.sync(place)
  }
}

/// A file with the place up to which it was read.
final class PlacedFile {
  let file: OpenFile
  private var place = 0

  init(_ file: consuming OpenFile) {
    self.file = file
  }

  func read(_ count: Int) throws -> [UInt8] {
    let octets = try file.read(at: place, count: count)
    place += octets.count
    return octets
  }
}
