import Cryptography
import Files
import Operations
import PackageFiles
import Testing
import Values

/// A backup read back, whatever became of its file.
@Suite struct BackupArchiveTests {
  @Test func whatWasWrittenIsReadBack() throws {
    try inTemporaryFolder { folder in
      let path = try writeBackup(in: folder)
      let archive = try BackupArchive(verifying: path) { _ in }
      #expect(archive.facts == facts)
      #expect(archive.fileCount == 1)
      try archive.extract(into: folder + "/restored") { _ in }
      #expect(try text(folder + "/restored/records.sqlite") == "records")
      // FIPS 180: the digest of "abc".
      let object = "/objects/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      #expect(try text(folder + "/restored" + object) == "abc")
      #expect(
        archive.missing(among: ["ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"]) == [])
      #expect(archive.missing(among: ["none"]) == ["none"])
    }
  }

  @Test func everyFlippedBitIsFound() throws {
    try inTemporaryFolder { folder in
      let whole = try File.read(writeBackup(in: folder), limit: 1 << 16)
      for bit in 0..<(whole.count * 8) {
        var damaged = whole
        damaged[bit / 8] ^= 1 << UInt8(bit % 8)
        try expectRefusal(of: damaged, in: folder, "bit \(bit) of \(whole.count * 8)")
      }
    }
  }

  @Test func everyLengthButItsOwnIsRefused() throws {
    try inTemporaryFolder { folder in
      let whole = try File.read(writeBackup(in: folder), limit: 1 << 16)
      for count in 0..<whole.count {
        try expectRefusal(of: Array(whole.prefix(count)), in: folder, "\(count) of \(whole.count) bytes")
      }
      try expectRefusal(of: whole + [0], in: folder, "a byte more")
      try expectRefusal(of: whole + whole, in: folder, "twice itself")
    }
  }

  private let facts = BackupFacts(
    id: UUID(high: 1, low: 2), madeAt: Instant(microseconds: 1_782_820_800_000_000),
    latestRecord: Instant(microseconds: 1_782_820_799_000_001), schema: 3, origin: "https://records.example",
    program: "0.1.0", counts: [.init(kind: "persons", number: 7)])

  private func writeBackup(in folder: String) throws -> String {
    let store = try ContentStore(in: folder + "/data")
    let named = try store.keep(Array("abc".utf8)).hexadecimal
    _ = try store.keep(Array("what no record names".utf8))
    try File.replace(folder + "/draft", with: Array("records".utf8))
    let made = try store.writeBackup(facts, records: folder + "/draft", files: [named], to: folder + "/b.zip")
    { _ in
    }
    #expect(try FileStatus(at: made.path).sizeBytes == made.sizeBytes)
    return made.path
  }

  private func expectRefusal(of octets: [UInt8], in folder: String, _ what: String) throws {
    try File.replace(folder + "/damaged.zip", with: octets)
    #expect(throws: BackupRefusal.self, "\(what)") {
      try BackupArchive(verifying: folder + "/damaged.zip") { _ in }
    }
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try File.read(path, limit: 100), as: UTF8.self)
  }
}
