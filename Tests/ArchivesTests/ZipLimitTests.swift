import Archives
import Testing

@Suite struct ZipLimitTests {
  private func limits(_ change: (inout ZipLimits) -> Void) -> ZipLimits {
    var limits = ZipLimits()
    change(&limits)
    return limits
  }

  @Test func countsEntries() {
    let file = zipFile([Member("a"), Member("b"), Member("f/")])
    #expect(refusal(of: file, limits: limits { $0.entries = 3 }) == nil)
    #expect(refusal(of: file, limits: limits { $0.entries = 2 })?.reason == .tooManyEntries(limit: 2))
  }

  @Test func measuresNames() {
    let longest = String(repeating: "n", count: 1024)
    #expect(refusal(of: zipFile([Member(longest)])) == nil)
    #expect(refusal(of: zipFile([Member(longest + "n")]))?.reason == .unsafeName(.tooLong))
  }

  @Test func addsUpWhatEntriesInflateTo() {
    let file = zipFile([Member("a", "12345"), Member("b", "678")])
    #expect(refusal(of: file, limits: limits { $0.inflatedBytes = 8 }) == nil)
    #expect(refusal(of: file, limits: limits { $0.inflatedBytes = 7 })?.reason == .tooManyBytes(limit: 7))
  }

  @Test func boundsTheDirectory() {
    let file = zipFile([Member("a")])
    #expect(refusal(of: file, limits: limits { $0.directoryBytes = 47 }) == nil)
    #expect(refusal(of: file, limits: limits { $0.directoryBytes = 46 })?.reason == .tooManyBytes(limit: 46))
  }

  @Test func refusesWhatInflatesTooFar() throws {
    var file: [UInt8] = []
    var writer = ZipWriter { file += $0 }
    try writer.add("zeros", [UInt8](repeating: 0, count: 1_000_000))
    try writer.finish()
    #expect(file.count < 2000)
    #expect(refusal(of: file) == nil)
    let strict = limits { $0.ratioFreeBytes = 999_999 }
    #expect(refusal(of: file, limits: strict)?.reason == .inflatesTooFar(ratio: 100))
    #expect(refusal(of: file, limits: limits { $0.ratioFreeBytes = 1_000_000 }) == nil)
  }

  @Test func readsTheMostEntriesAllowed() throws {
    var file: [UInt8] = []
    var writer = ZipWriter { file += $0 }
    for number in 0..<70_000 { try writer.add("f\(number % 100)/\(number)", [], method: .stored) }
    try writer.finish()
    let archive = try ZipArchive(file)
    #expect(archive.entries.count == 70_000)
    #expect(try archive.read(archive.entries[69_999]).isEmpty)
  }
}

/// Cut or changed at any place, a file is refused or read, never a crash.
@Suite struct ZipDamageTests {
  private static let file = zipFile([
    Member("a.txt", "hello"), Member("f/"), Member("f/b.txt", "world", method: 8).with(\.descriptor, .signed),
  ])

  @Test func everyCutIsRefused() {
    for count in 0..<Self.file.count {
      #expect(refusal(of: Array(Self.file.prefix(count))) != nil, "cut to \(count) bytes")
    }
  }

  @Test func everyOtherOctetIsRefusedOrRead() throws {
    for place in Self.file.indices {
      for octet: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var file = Self.file
        file[place] = octet
        do {
          let archive = try ZipArchive(file)
          for entry in archive.entries { _ = try archive.read(entry) }
        } catch {
          #expect(error is ZipRefusal, "octet \(place) as \(octet): \(error)")
        }
      }
    }
  }
}
