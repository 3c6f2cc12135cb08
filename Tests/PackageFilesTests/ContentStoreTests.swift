import ContentPackaging
import Cryptography
import Dispatch
import Files
import Foundation
import Operations
import PackageFiles
import Synchronization
import Testing

@Suite struct ContentStoreTests {
  private func contents(_ files: [String: String]) -> PackageContents {
    PackageContents(
      kind: .folder, entries: files.map { .init(name: $0.key, sizeBytes: $0.value.utf8.count) }
    ) { Array((files[$0] ?? "").utf8) }
  }

  // FIPS 180: the digest of "abc".
  private let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test func keepsContentUnderItsDigest() throws {
    try inTemporaryFolder { folder in
      let store = try ContentStore(in: folder)
      let digest = try store.keep(Array("abc".utf8))
      #expect(digest.hexadecimal == abc)
      #expect(try store.keep(Array("abc".utf8)) == digest)
      #expect(try store.open(digest).readAll(limit: 3) == Array("abc".utf8))
      let path = folder + "/objects/ba/" + abc.dropFirst(2)
      #expect(try FileStatus(at: path).permissions == 0o400)
      #expect(try Folder.entries(of: folder + "/incoming").isEmpty)
      #expect(try store.inventory().kept == [digest])
      #expect(try store.isWhole(digest))
    }
  }

  @Test func keepsContentThatArrives() throws {
    try inTemporaryFolder { folder in
      let store = try ContentStore(in: folder)
      for _ in 1...2 {
        let content = try store.beginContent()
        try content.take([])
        try content.take(Array("ab".utf8))
        try content.take(Array("c".utf8))
        #expect(try content.octets(limit: 3) == Array("abc".utf8))
        #expect(throws: FileError.self) { try content.octets(limit: 2) }
        let keeping = try store.begin()
        #expect(try keeping.keep(content) == abc)
        keeping.finish()
      }
      let kept = try store.open(digest: abc)
      #expect(kept.sizeBytes == 3)
      #expect(try kept.octets(at: 1, count: 10) == Array("bc".utf8))
      #expect(try kept.octets(at: 3, count: 10).isEmpty)
      #expect(try Folder.entries(of: folder + "/incoming").isEmpty)
      #expect(throws: FileError.self) { try store.open(digest: String(repeating: "0", count: 64)) }
      #expect(throws: FileError.self) { try store.open(digest: "../records.sqlite") }
    }
  }

  // Two statements that come with the content `abc`: it goes when the last of them is given up, unless it is named.
  @Test func contentThatArrivedGoesUnlessItIsNamedOrKeptByAnother() throws {
    try inTemporaryFolder { folder in
      let store = try ContentStore(in: folder)
      func keep(_ text: String) throws -> any FileKeeping {
        let (keeping, content) = (try store.begin(), try store.beginContent())
        try content.take(Array(text.utf8))
        #expect(try keeping.keep(content).isEmpty == false)
        return keeping
      }
      let (one, other) = (try keep("abc"), try keep("abc"))
      #expect(try Folder.entries(of: folder + "/incoming").count == 2, "a note each, for the next process")
      try one.giveUp { [] }
      #expect(try store.inventory().kept.map(\.hexadecimal) == [abc])
      try other.giveUp { [] }
      #expect(try store.inventory().kept.isEmpty)
      try keep("abc").giveUp { [abc] }
      #expect(try store.inventory().kept.map(\.hexadecimal) == [abc])
      #expect(try Folder.entries(of: folder + "/incoming").isEmpty)
    }
  }

  /// What nobody kept is gone with its last owner.
  @Test func forgetsContentThatIsNotKept() throws {
    try inTemporaryFolder { folder in
      let store = try ContentStore(in: folder)
      do {
        let content = try store.beginContent()
        try content.take(Array("abc".utf8))
        #expect(try Folder.entries(of: folder + "/incoming").count == 1)
        withExtendedLifetime(content) {}
      }
      #expect(try Folder.entries(of: folder + "/incoming").isEmpty)
      #expect(try store.inventory().kept.isEmpty)
    }
  }

  @Test func keepsContentThatComesInPieces() throws {
    try inTemporaryFolder { folder in
      let store = try ContentStore(in: folder)
      for _ in 1...2 {
        let digest = try store.keep { take in
          try take(Array("a".utf8).span)
          try take(Array("bc".utf8).span)
        }
        #expect(digest.hexadecimal == abc)
      }
      #expect(try Folder.entries(of: folder + "/incoming").isEmpty)
      struct Stop: Error {}
      #expect(throws: Stop.self) { try store.keep { _ in throw Stop() } }
      #expect(try Folder.entries(of: folder + "/incoming").isEmpty)
    }
  }

  @Test(arguments: [0, 1, 64, 65, 300])
  func keepsAllFilesOfAPackageInTheOrderOfTheirPaths(count: Int) throws {
    try inTemporaryFolder { folder in
      let store = try ContentStore(in: folder)
      // Every third has the same content as another.
      let files = Dictionary(uniqueKeysWithValues: (0..<count).map { ("f/\($0).txt", "\($0 / 3 * 2)") })
      var progress: [Int] = []
      let keeping = try store.begin()
      let kept = try keeping.keep(contents(files)) { progress.append($0) }
      keeping.finish()
      #expect(kept.map(\.path) == files.keys.sorted())
      #expect(progress == (0..<count).map { $0 + 1 })
      let again = try store.begin()
      #expect(try again.keep(contents(files)) { _ in } == kept)
      again.finish()
      for file in kept {
        let digest = try #require(Digest(hexadecimal: file.digest))
        let octets = try store.open(digest).readAll(limit: file.sizeBytes)
        #expect(octets == Array((files[file.path] ?? "").utf8))
      }
      #expect(try store.inventory().kept.count == Set(files.values).count)
      #expect(try store.damaged(among: Set(kept.map(\.digest))).isEmpty)
      #expect(try Folder.entries(of: folder + "/incoming").isEmpty)
    }
  }

  // "one flipped bit in … evidence file: detected and named"
  @Test func namesWhatIsDamagedOrMissing() throws {
    try inTemporaryFolder { folder in
      let store = try ContentStore(in: folder)
      let kept = try ["abc", "flipped", "cut", "gone"].map { try store.keep(Array($0.utf8)) }
      func path(_ digest: Digest) -> String {
        folder + "/objects/" + digest.hexadecimal.prefix(2) + "/" + digest.hexadecimal.dropFirst(2)
      }
      try File.replace(path(kept[1]), with: Array("flippee".utf8))
      try File.replace(path(kept[2]), with: Array("cu".utf8))
      try File.remove(path(kept[3]))
      let asked = Set(kept.map(\.hexadecimal) + ["no digest"])
      #expect(try store.damaged(among: asked) == asked.subtracting([abc]).sorted())
      #expect(throws: FileError.self) { _ = try store.open(kept[3]) }
    }
  }

  @Test func findsWhatDoesNotBelong() throws {
    try inTemporaryFolder { folder in
      let store = try ContentStore(in: folder)
      try put(
        ["objects/ba/short": "", "objects/zz/\(abc.dropFirst(2))": "", "objects/loose": ""], into: folder)
      #expect(
        try store.inventory().strays == [
          "objects/loose", "objects/ba/short", "objects/zz/\(abc.dropFirst(2))",
        ])
    }
  }

  @Test func removesOnlyWhatWasUnfinished() throws {
    try inTemporaryFolder { folder in
      let store = try ContentStore(in: folder)
      let digest = try store.keep([1])
      try put(["incoming/\(TemporaryFile.namePrefix)x": "half"], into: folder)
      try ContentStore(in: folder).removeUnfinished { [] }
      #expect(try Folder.entries(of: folder + "/incoming").isEmpty)
      #expect(try store.isWhole(digest))
    }
  }

  @Test func aReadingThatFailsKeepsNothingHalf() throws {
    try inTemporaryFolder { folder in
      struct Gone: Error {}
      let store = try ContentStore(in: folder)
      let failing = PackageContents(
        kind: .folder, entries: [.init(name: "a", sizeBytes: 1), .init(name: "b", sizeBytes: 1)]
      ) { name in
        if name == "b" { throw Gone() }
        return [1]
      }
      let keeping = try store.begin()
      #expect(throws: Gone.self) { try keeping.keep(failing) { _ in } }
      try keeping.giveUp { [] }
      #expect(try store.inventory().kept.isEmpty)
      #expect(try Folder.entries(of: folder + "/incoming").isEmpty)
    }
  }

  private struct Shrunk: KeptContent {
    let sizeBytes = 5

    func octets(at offset: Int, count: Int) throws -> [UInt8] { Array("abc".utf8.dropFirst(offset)) }
  }

  @Test func anArchiveThatShrinksWhileItIsReadIsNotKept() throws {
    try inTemporaryFolder { folder in
      let store = try ContentStore(in: folder)
      let keeping = try store.begin()
      #expect(throws: ContentCutShort.self) { try keeping.keep(copying: Shrunk()) }
      try keeping.giveUp { [] }
      #expect(try store.inventory().kept.isEmpty)
      #expect(try Folder.entries(of: folder + "/incoming").isEmpty)
    }
  }

  // Two imports of packages that share the content `abc`; the records name that of the one that is finished.
  @Test func whatIsGivenUpGoesUnlessItIsNamedOrKeptByAnother() throws {
    try inTemporaryFolder { folder in
      let store = try ContentStore(in: folder)
      let (one, other) = (try store.begin(), try store.begin())
      _ = try one.keep(contents(["a": "abc", "b": "only one"])) { _ in }
      let kept = try other.keep(contents(["a": "abc", "c": "only other"])) { _ in }
      try one.giveUp { [] }
      #expect(try store.damaged(among: Set(kept.map(\.digest))).isEmpty, "the other still keeps its files")
      #expect(try store.inventory().kept.count == 2)
      other.finish()
      let third = try store.begin()
      _ = try third.keep(contents(["a": "abc", "d": "only third"])) { _ in }
      try third.giveUp { Set(kept.map(\.digest)) }
      #expect(try Set(store.inventory().kept.map(\.hexadecimal)) == Set(kept.map(\.digest)))
      #expect(try Folder.entries(of: folder + "/incoming").isEmpty)
    }
  }

  @Test func manyAtOnceLoseNothingThatIsNamed() throws {
    try inTemporaryFolder { folder in
      let store = try ContentStore(in: folder)
      let named = Mutex<Set<String>>([])
      let failures = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 64) { number in
        do {
          let keeping = try store.begin()
          let files = ["shared": "abc", "few": "\(number % 4)", "own": "own \(number)"]
          let kept = try keeping.keep(contents(files)) { _ in }
          guard number % 3 == 0 else { return try keeping.giveUp { named.withLock { $0 } } }
          named.withLock { $0.formUnion(kept.map(\.digest)) }
          keeping.finish()
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
      #expect(failures.withLock { $0 } == [])
      let found = try Set(store.inventory().kept.map(\.hexadecimal))
      #expect(found == named.withLock { $0 })
      #expect(try store.damaged(among: found).isEmpty)
    }
  }

  // What is removed beside changes under way: what they keep, and what records name, stays.
  @Test func whatNoRecordNamesIsFoundAndRemoved() throws {
    try inTemporaryFolder { folder in
      let store = try ContentStore(in: folder)
      let (left, named) = (try store.keep([1]).hexadecimal, try store.keep([2]).hexadecimal)
      let keeping = try store.begin()
      _ = try keeping.keep(contents(["a": "abc"])) { _ in }
      try put(["objects/loose": ""], into: folder)
      let unnamed = try store.unnamed { [named] }
      #expect(unnamed == UnnamedFiles(digests: [left], strays: ["objects/loose"]))
      #expect(try store.removeUnnamed([left, named, abc, "no digest"]) { [named] } == [left])
      #expect(try store.damaged(among: [left, named, abc]) == [left])
      // What was found a while ago, and is kept by somebody now.
      keeping.leave()
      #expect(try store.unnamed { [named] }.digests == [abc])
      let again = try store.begin()
      _ = try again.keep(contents(["a": "abc"])) { _ in }
      #expect(try store.removeUnnamed([abc]) { [named] }.isEmpty)
      again.leave()
      #expect(try store.removeUnnamed([abc]) { [named, abc] }.isEmpty, "its change was made meanwhile")
      #expect(try store.removeUnnamed([abc]) { [named] } == [abc])
    }
  }

  @Test func aFolderThatKeepsNothingYetHasNothingUnnamed() throws {
    try inTemporaryFolder { folder in
      let store = ContentStore(readingIn: folder)
      let unnamed = try store.unnamed { [] }
      #expect(unnamed == UnnamedFiles(digests: [], strays: []))
      #expect(try store.removeUnnamed([]) { [] }.isEmpty)
      #expect(try Folder.entries(of: folder).isEmpty)
    }
  }

  // A process that ended before its change did: what the records do not name goes when the next one begins.
  @Test func whatWasNeverEndedIsLookedAtByTheNextProcess() throws {
    try inTemporaryFolder { folder in
      let store = try ContentStore(in: folder)
      let kept = try store.begin().keep(contents(["a": "abc", "b": "unnamed"])) { _ in }
      let left = try store.begin()
      _ = try left.keep(contents(["c": "left"])) { _ in }
      left.leave()
      let next = try ContentStore(in: folder)
      try next.removeUnfinished { [kept[0].digest] }
      #expect(try next.inventory().kept.map(\.hexadecimal) == [kept[0].digest])
      #expect(try Folder.entries(of: folder + "/incoming").isEmpty)
      try next.removeUnfinished {
        Issue.record("nothing was left: nobody needs to look")
        return []
      }
    }
  }

  @Test func tellsAFullDeviceInWords() {
    let full = FileError(.write, "objects/x", .system(number: ENOSPC)).explanation
    #expect(full.category == .temporary)
    #expect(full.code == "out-of-space")
    #expect(FileError(.write, "objects/x", .system(number: EIO)).explanation.code == "file-system")
  }
}
