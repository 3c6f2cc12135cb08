import Archives
import Testing

@Suite struct StoredMemberTests {
  private static let pieces: [[UInt8]] = [[1, 2, 3], [], [4], [UInt8](repeating: 5, count: 70_000)]

  @Test func whatComesInPiecesIsReadBackAsItStands() throws {
    let sink = Sink()
    var writer = ZipWriter { sink.bytes += $0 }
    try writer.addStored("a/b.bin") { take in
      for piece in Self.pieces { try take(piece.span) }
    }
    try writer.addStored("empty") { _ in }
    try writer.finish()
    let archive = try ZipArchive(sink.bytes)
    #expect(archive.entries.map(\.name) == ["a/b.bin", "empty"])
    #expect(archive.entries.map(\.isStored) == [true, true])
    #expect(archive.notes.isEmpty)
    #expect(try archive.read(archive.entries[0]) == Self.pieces.flatMap(\.self))
    #expect(try archive.read(archive.entries[1]).isEmpty)
  }

  @Test func contentThatChangesMeanwhileIsAnError() throws {
    var writer = ZipWriter { _ in }
    var turn: UInt8 = 0
    #expect(throws: ArchiveError.self) {
      try writer.addStored("changing") { take in
        turn += 1
        try take([turn].span)
      }
    }
    try writer.finish()
  }

  @Test(arguments: ["../x", "/x", "a/", ""])
  func anUnsafeNameIsRefused(name: String) throws {
    var writer = ZipWriter { _ in }
    #expect(throws: ZipRefusal.self) { try writer.addStored(name) { _ in } }
    try writer.finish()
  }

  /// The comment is made when everything before it is written, and a file with another one is refused.
  @Test func aFileEndsWithItsComment() throws {
    let sink = Sink()
    var writer = ZipWriter { sink.bytes += $0 }
    try writer.add("a", [1])
    var before = 0
    try writer.finish(commentBytes: 4) {
      before = sink.bytes.count
      return Array("seal".utf8)
    }
    #expect(sink.bytes.count == before + 4)
    #expect(sink.bytes.suffix(4) == Array("seal".utf8)[...])
    let bytes = sink.bytes
    func open(_ commentBytes: Int?) throws -> ZipArchive {
      try ZipArchive(sizeBytes: bytes.count, commentBytes: commentBytes) { Array(bytes[$0..<$0 + $1]) }
    }
    #expect(try open(4).entries.count == 1)
    #expect(try open(nil).entries.count == 1)
    #expect(throws: ZipRefusal.self) { try open(3) }
  }

  /// A member that holds what looks like an end record does not hide the true one, where the comment's length is known.
  @Test func aFalseEndRecordIsNotLookedAt() throws {
    let sink = Sink()
    var writer = ZipWriter { sink.bytes += $0 }
    // An end record whose comment would reach to the end of the file.
    let falseRecord: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 16)
    let directory = 46 + 1
    let behind = 22 + directory + 4
    try writer.add("a", falseRecord + [UInt8(behind), 0], method: .stored)
    try writer.finish(commentBytes: 4) { Array("seal".utf8) }
    let bytes = sink.bytes
    #expect(throws: ZipRefusal.self) { try ZipArchive(bytes) }
    let archive = try ZipArchive(sizeBytes: bytes.count, commentBytes: 4) { Array(bytes[$0..<$0 + $1]) }
    #expect(archive.entries.count == 1)
  }
}

private final class Sink {
  var bytes: [UInt8] = []
}
