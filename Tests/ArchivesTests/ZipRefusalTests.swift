import Archives
import Testing

/// The reason that opening a file, or reading all of its entries, is refused.
func refusal(of file: [UInt8], limits: ZipLimits = ZipLimits()) -> ZipRefusal? {
  do {
    let archive = try ZipArchive(file, limits: limits)
    for entry in archive.entries { _ = try archive.read(entry) }
    return nil
  } catch {
    return error as? ZipRefusal
  }
}

private let a = Member("a.txt", "hello")
private let b = Member("b.txt", "world", method: 8)

@Suite struct ZipRefusalTests {
  static let frames: [(String, [UInt8], ZipRefusal.Reason)] = [
    ("nothing", [], .notAZip),
    ("text", Array("<manifest/>, long enough to hold an end record".utf8), .notAZip),
    ("bytes in front", zipFile([a], Frame(prefix: [1, 2])).moved(by: -2), .bytesInFront(count: 2)),
    ("bytes in front, offsets counting them", zipFile([a], Frame(prefix: [1, 2])), .bytesInFront(count: 2)),
    ("bytes behind", zipFile([a], Frame(suffix: [0])), .bytesBehind(count: 1)),
    ("two zips in a row", zipFile([a]) + zipFile([b]), .bytesInFront(count: zipFile([a]).count)),
    ("an end record in the comment", zipFile([a], Frame(comment: zipFile([]))), .secondEndRecord),
    ("a cut end record in the comment", zipFile([a], Frame(comment: zipFile([]) + [9])), .secondEndRecord),
    (
      "an end record whose comment is the end record",
      zipFile([a], Frame(comment: zipFile([b]), directoryBytes: 0)), .secondEndRecord
    ),
    ("comment longer than the file", zipFile([a]).dropped(2) + [1, 0], .cutShort),
    ("cut after the first half", Array(zipFile([a, b]).prefix(60)), .cutShort),
    ("several volumes", zipFile([a], Frame(volume: 1)), .severalVolumes),
    ("one entry too many stated", zipFile([a], Frame(entryCount: 2)), .recordMissing(.centralHeader)),
    ("one entry too few stated", zipFile([a, b], Frame(entryCount: 1)), .endRecordDisagrees),
    ("a directory that starts late", zipFile([a], Frame(directoryOffset: 1 << 30)), .endRecordDisagrees),
    ("a directory longer than the file", zipFile([a], Frame(directoryBytes: 1 << 30)), .endRecordDisagrees),
    ("zip64 that disagrees", zipFile([a], Frame(isZip64: true, zip64Count: 2)), .endRecordDisagrees),
    (
      "zip64 with a giant count",
      zipFile([a], Frame(entryCount: 0xFFFF, isZip64: true, zip64Count: Int.max)),
      .tooManyEntries(limit: 100_000)
    ),
  ]

  @Test(arguments: frames)
  func refusesFrames(row: String, file: [UInt8], reason: ZipRefusal.Reason) {
    #expect(refusal(of: file)?.reason == reason)
  }

  static let members: [(String, [Member], ZipRefusal.Reason)] = [
    ("another local name", [a.with(\.localName, Array("b.txt".utf8))], .localHeaderDisagrees(.name)),
    ("a longer local name", [a.with(\.localName, Array("a.txt2".utf8))], .localHeaderDisagrees(.name)),
    ("another local method", [a.with(\.localMethod, 8)], .localHeaderDisagrees(.method)),
    ("another local checksum", [a.with(\.localChecksum, 1)], .localHeaderDisagrees(.checksum)),
    (
      "another local checksum before a descriptor", [b.with(\.descriptor, .signed).with(\.localChecksum, 1)],
      .localHeaderDisagrees(.checksum)
    ),
    ("another local size", [a.with(\.localSize, 4)], .localHeaderDisagrees(.size)),
    ("encrypted by the local header", [a.with(\.localFlags, 1)], .localHeaderDisagrees(.encryption)),
    ("a descriptor that lies", [b.with(\.descriptor, .lying)], .localHeaderDisagrees(.size)),
    ("stored in fewer bytes than its size", [a.with(\.sizeBytes, 6)], .localHeaderDisagrees(.size)),
    ("encrypted", [a.with(\.flags, 1)], .encrypted),
    ("strongly encrypted", [a.with(\.flags, 0x40)], .encrypted),
    ("masked headers", [a.with(\.flags, 0x2000)], .encrypted),
    ("bzip2", [a.with(\.method, 12)], .unknownMethod(12)),
    ("a symbolic link", [a.with(\.attributes, 0o120777 << 16)], .notRegularFile),
    ("a device", [a.with(\.attributes, 0o020644 << 16)], .notRegularFile),
    ("a pipe", [a.with(\.attributes, 0o010644 << 16)], .notRegularFile),
    ("a folder with bytes", [Member("f/", "x")], .folderWithContent),
    ("a folder by its mode, with bytes", [a.with(\.attributes, 0o040755 << 16)], .folderWithContent),
    ("the same entry twice", [a, a.with(\.offset, 0)], .overlap),
    ("one entry inside another", [a, b.with(\.offset, 10)], .overlap),
    ("an entry in the directory", [a.with(\.compressedBytes, 60).with(\.sizeBytes, 60)], .overlap),
    ("no local header there", [a.with(\.offset, 0), b.with(\.offset, 41)], .recordMissing(.localHeader)),
    ("an entry beyond the directory", [a.with(\.offset, 1 << 30)], .overlap),
    ("an entry that is not listed", [a.with(\.gap, Array(zipFile([b]).prefix(45)))], .unlistedEntry),
    ("a name twice", [a, a], .duplicateName),
    ("names apart by case", [a, Member("A.TXT")], .nameCollision(with: "a.txt")),
    (
      "names apart by case beyond ASCII", [Member("\u{e9}"), Member("\u{c9}")], .nameCollision(with: "\u{e9}")
    ),
    ("names apart by a long s", [Member("s"), Member("\u{17f}")], .nameCollision(with: "s")),
    ("names apart by the Kelvin sign", [Member("k"), Member("\u{212a}")], .nameCollision(with: "k")),
    ("names apart by composition", [Member("\u{e9}"), Member("e\u{301}")], .nameCollision(with: "\u{e9}")),
    ("a file where a folder is", [Member("x/y"), Member("x")], .nameCollision(with: "x/y")),
    ("a folder where a file is", [Member("X"), Member("x/y/z")], .nameCollision(with: "X")),
    ("a name twice by its separators", [Member("x/y"), Member("x\\y")], .duplicateName),
    ("zip64 sizes without their field", [a.with(\.sizeBytes, 0xFFFF_FFFF)], .recordMissing(.zip64ExtraField)),
  ]

  @Test(arguments: members)
  func refusesMembers(row: String, members: [Member], reason: ZipRefusal.Reason) {
    let found = refusal(of: zipFile(members))
    #expect(found?.reason == reason)
    #expect(found?.entry != nil || reason == .unlistedEntry)
  }

  @Test(arguments: [
    ("a wrong checksum", [a.with(\.checksum, 1)]),
    ("a wrong checksum of deflated bytes", [b.with(\.checksum, 1)]),
    ("more bytes than stated", [b.with(\.sizeBytes, 4)]),
    ("fewer bytes than stated", [b.with(\.sizeBytes, 6)]),
    ("a deflate stream that ends early", [b.with(\.compressedBytes, 8)]),
  ])
  func refusesDamagedData(row: String, members: [Member]) {
    let found = refusal(of: zipFile(members.map { $0.with(\.gap, [0, 0]) }))
    guard case .corruptData = found?.reason else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(found?.entry == members[0].name.asText)
  }

  @Test(arguments: [
    ("../x", ZipRefusal.NameFault.dotPart), ("a/../x", .dotPart), ("..", .dotPart), (".", .dotPart),
    ("x/./y", .dotPart), ("..\\x", .dotPart), ("a\\..\\x", .dotPart), ("../\u{301}x", .dotPart),
    ("a/../\u{301}", .dotPart), ("..\u{301}/x", .dotPart), ("a/.\u{200d}./x", .dotPart),
    ("a/\u{feff}/x", .dotPart), ("/x", .absolute), ("\\x", .absolute), ("//host/x", .absolute),
    ("C:\\x", .driveLetter), ("c:x", .driveLetter), ("a//x", .emptyPart), ("", .empty), ("/", .empty),
    ("a\0.txt", .controlCharacter), ("a\nb", .controlCharacter), ("a\u{7f}", .controlCharacter),
    ("a\u{85}", .controlCharacter), ("a\u{2028}b", .controlCharacter), ("a/\u{301}x", .leadingMark),
    ("\u{338}x", .leadingMark), ("a./x", .trailingDotOrSpace), ("a ", .trailingDotOrSpace),
    ("a\u{a0}/x", .trailingDotOrSpace), ("...", .trailingDotOrSpace), ("CON", .reservedDevice),
    ("a/con.txt", .reservedDevice), ("nul .txt", .reservedDevice), ("x/LPT1/y", .reservedDevice),
    ("com\u{b9}", .reservedDevice), ("aux.tar.gz", .reservedDevice),
  ])
  func refusesUnsafeNames(name: String, fault: ZipRefusal.NameFault) {
    #expect(refusal(of: zipFile([Member(name)]))?.reason == .unsafeName(fault))
  }

  @Test func refusesNamesThatLieAboutUTF8() {
    let member = Member("").with(\.name, [0x6D, 0x82]).with(\.flags, 0x0800)
    #expect(refusal(of: zipFile([member]))?.reason == .unsafeName(.notUTF8))
  }

  @Test func namesTheEntryWithoutControlCharacters() {
    let found = refusal(of: zipFile([Member("a\u{1b}[31m\u{202e}/x")]))
    #expect(
      found?.description
        == "entry \"a\\u{1b}[31m\\u{202e}/x\" (byte 41): its name is unsafe: it holds a control character")
    #expect(found?.reason.kind.rawValue == "unsafe-name")
  }
}

extension [UInt8] {
  /// A zip file whose central directory and end record count all offsets from another place.
  fileprivate func moved(by distance: Int) -> [UInt8] {
    var file = self
    let start = Int(file[count - 6]) + distance
    file[count - 6] = UInt8(start)
    let header = start - distance
    file[header + 42] = UInt8(Int(file[header + 42]) + distance)
    return file
  }

  fileprivate func dropped(_ count: Int) -> [UInt8] { Array(dropLast(count)) }

  fileprivate var asText: String { String(decoding: self, as: UTF8.self) }
}
