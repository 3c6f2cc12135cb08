import Archives
import Testing

/// What ordinary writers produce is read.
@Suite struct ZipReadingTests {
  static let good: [(String, [Member])] = [
    ("stored", [Member("a.txt", "hello")]),
    ("deflated", [Member("a.txt", "hello", method: 8)]),
    ("empty file", [Member("a.txt", "")]),
    ("empty deflated file", [Member("a.txt", "", method: 8)]),
    ("descriptor with signature", [Member("a.txt", "hello", method: 8).with(\.descriptor, .signed)]),
    ("descriptor without signature", [Member("a.txt", "hello", method: 8).with(\.descriptor, .bare)]),
    (
      "descriptor, the size in front as well",
      [Member("a.txt", "hello", method: 8).with(\.descriptor, .signed).with(\.localSize, 5)]
    ),
    ("zip64 descriptor", [Member("a.txt", "hello", method: 8).with(\.descriptor, .signedZip64)]),
    (
      "zip64 descriptor without signature",
      [Member("a.txt", "hello", method: 8).with(\.descriptor, .bareZip64)]
    ),
    ("stored with descriptor", [Member("a.txt", "hello").with(\.descriptor, .signed)]),
    (
      "extra fields", [Member("a.txt", "x").with(\.extra, [0x55, 0x54, 1, 0, 9]).with(\.localExtra, [0, 0])]
    ),
    ("Unix mode of a file", [Member("a.txt", "x").with(\.attributes, 0o100644 << 16)]),
    ("a folder's entry", [Member("f/").with(\.attributes, 0o040755 << 16 | 0x10), Member("f/a.txt", "x")]),
    ("a folder's entry behind its file", [Member("f/a.txt", "x"), Member("f/")]),
    ("no entry at all", []),
  ]

  @Test(arguments: good)
  func reads(row: String, members: [Member]) throws {
    let archive = try ZipArchive(zipFile(members))
    let files = members.filter { $0.name.last != UInt8(ascii: "/") }
    #expect(archive.entries.map { Array($0.name.utf8) } == files.map(\.name))
    #expect(archive.notes.isEmpty)
    for (entry, member) in zip(archive.entries, files) {
      #expect(try archive.read(entry) == member.content)
      #expect(entry.sizeBytes == member.content.count)
      #expect(archive.entry(named: entry.name) == entry)
    }
    #expect(archive.entry(named: "missing") == nil)
  }

  @Test func readsEntriesInAnyOrderOfTheFile() throws {
    let first = Member("a.txt", "first")
    let bytesOfFirst = zipFile([first]).count - 22 - 46 - 5
    let archive = try ZipArchive(
      zipFile([first, Member("b.txt", "second")]))
    #expect(archive.entries[1].offset == bytesOfFirst)
    #expect(try archive.read(archive.entries[1]) == Array("second".utf8))
    #expect(try archive.read(archive.entries[0]) == Array("first".utf8))
    #expect(try archive.read(archive.entries[1]) == Array("second".utf8))
  }

  @Test func readsZip64EndRecords() throws {
    for frame in [Frame(isZip64: true), Frame(entryCount: 0xFFFF, isZip64: true, zip64Count: 1)] {
      let archive = try ZipArchive(zipFile([Member("a.txt", "hello")], frame))
      #expect(try archive.read(archive.entries[0]) == Array("hello".utf8))
    }
  }

  @Test func readsZip64Sizes() throws {
    let ones = 0xFFFF_FFFF
    let extra = number16(1) + number16(16) + number64(5) + number64(5)
    let member = Member("a.txt", "hello").with(\.sizeBytes, ones).with(\.compressedBytes, ones)
      .with(\.extra, extra).with(\.localExtra, extra)
    let archive = try ZipArchive(zipFile([member]))
    #expect(archive.entries[0].sizeBytes == 5)
    #expect(try archive.read(archive.entries[0]) == Array("hello".utf8))
  }

  @Test func acceptsACommentThatIsOne() throws {
    let comment = Array("PK\u{5} an ordinary comment".utf8)
    #expect(try ZipArchive(zipFile([Member("a", "x")], Frame(comment: comment))).entries.count == 1)
    let longest = [UInt8](repeating: 0x20, count: 65_535)
    #expect(try ZipArchive(zipFile([Member("a", "x")], Frame(comment: longest))).entries.count == 1)
  }

  @Test func acceptsAStoredZipInside() throws {
    let inside = zipFile([Member("b", "y")])
    let archive = try ZipArchive(zipFile([Member("a.zip").with(\.content, inside)]))
    #expect(try archive.read(archive.entries[0]) == inside)
  }

  @Test(arguments: [
    ("UTF-8 with its flag", Array("m\u{f8}de/\u{82f1}.xml".utf8), 0x0800, "m\u{f8}de/\u{82f1}.xml", 0),
    ("UTF-8 without its flag", Array("m\u{f8}de.xml".utf8), 0, "m\u{f8}de.xml", 0),
    ("code page 437", [0x6D, 0x82, 0x2E, 0x81], 0, "m\u{e9}.\u{fc}", 1),
    ("backslashes", Array("a\\b\\c.txt".utf8), 0, "a/b/c.txt", 1),
    ("a mark after a letter", Array("e\u{301}/x".utf8), 0, "e\u{301}/x", 0),
    ("a longer word than a device", Array("console/com/auxiliary.js".utf8), 0, "console/com/auxiliary.js", 0),
    ("tilde, percent, hash", Array("~a/%2e%2e/#!@$^&().txt".utf8), 0, "~a/%2e%2e/#!@$^&().txt", 0),
  ])
  func decodesNames(row: String, octets: [UInt8], flags: Int, name: String, notes: Int) throws {
    let archive = try ZipArchive(zipFile([Member("", "x").with(\.name, octets).with(\.flags, flags)]))
    #expect(archive.entries.map(\.name) == [name])
    #expect(archive.notes.count == notes)
  }

  @Test func notesBytesThatBelongToNoRecord() throws {
    let members = [Member("a", "x").with(\.gap, [0, 0, 0]), Member("b", "y").with(\.gap, [1])]
    let archive = try ZipArchive(zipFile(members))
    #expect(
      archive.notes == [.unclaimedBytes(offset: 32, count: 3), .unclaimedBytes(offset: 67, count: 1)])
    #expect(try archive.read(archive.entries[1]) == Array("y".utf8))
  }

  @Test func handsLongEntriesOnInPieces() throws {
    var file: [UInt8] = []
    let long = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 100 ^ $0) }
    var writer = ZipWriter { file += $0 }
    try writer.add("long", long)
    try writer.add("stored", long, method: .stored)
    try writer.finish()
    let archive = try ZipArchive(file)
    #expect(archive.entries[0].compressedBytes < 1_000_000)
    #expect(archive.entries[1].compressedBytes == 1_000_000)
    for entry in archive.entries {
      var pieces = 0
      try archive.forEachChunk(of: entry) { _ in pieces += 1 }
      #expect(pieces > 1)
      #expect(try archive.read(entry) == long)
    }
  }

  @Test func passesOnWhatTheCallerThrows() throws {
    struct Stop: Error {}
    let archive = try ZipArchive(zipFile([Member("a", "x")]))
    #expect(throws: Stop.self) { try archive.forEachChunk(of: archive.entries[0]) { _ in throw Stop() } }
    #expect(throws: Stop.self) { try ZipArchive(sizeBytes: 100) { _, _ in throw Stop() } }
  }

  @Test func passesOnWhatTheSourceThrowsWhileInflating() throws {
    struct Gone: Error {}
    let file = zipFile([Member("a", "xyz")])
    let archive = try ZipArchive(sizeBytes: file.count) { offset, count in
      if offset == 31 && count == 3 { throw Gone() }
      return Array(file[offset..<offset + count])
    }
    #expect(throws: Gone.self) { try archive.read(archive.entries[0]) }
  }
}
