import Archives
import ContentPackaging
import Files
import Foundation
import Operations
import PackageFiles
import Testing

private let files = ["imsmanifest.xml": "<manifest/>", "a/index.html": "<p>a</p>", "a/b/c.js": ""]

/// The codes of the errors that opening a path throws, or nothing.
private func refusals(of path: String, limits: ZipLimits = ZipLimits()) throws -> [String] {
  do {
    _ = try PackageOpener(limits: limits).open(path, name: nil)
    return []
  } catch let unusable as PackageUnusable {
    return unusable.findings.map(\.code.identifier)
  }
}

private func zip(_ files: [String: String]) throws -> [UInt8] {
  var octets: [UInt8] = []
  var writer = ZipWriter { octets += $0 }
  for (name, content) in files.sorted(by: { $0.key < $1.key }) { try writer.add(name, Array(content.utf8)) }
  try writer.finish()
  return octets
}

/// A tar (POSIX ustar) of empty files.
private func tar(_ names: [String]) -> [UInt8] {
  var octets: [UInt8] = []
  for name in names {
    var header = [UInt8](repeating: 0, count: 512)
    header.replaceSubrange(0..<name.utf8.count, with: name.utf8)
    header.replaceSubrange(100..<108, with: "0000644\0".utf8)
    header.replaceSubrange(124..<136, with: "00000000000\0".utf8)
    header.replaceSubrange(136..<148, with: "00000000000\0".utf8)
    header.replaceSubrange(148..<156, with: "        ".utf8)
    header[156] = UInt8(ascii: "0")
    header.replaceSubrange(257..<265, with: "ustar\u{0}00".utf8)
    let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
    let padded = String(repeating: "0", count: 6 - sum.utf8.count) + sum + "\0 "
    header.replaceSubrange(148..<156, with: padded.utf8)
    octets += header
  }
  return octets + [UInt8](repeating: 0, count: 1024)
}

/// The octets in one block that is only stored (RFC 1951 §3.2.4), as gzip.
private func gzip(_ octets: [UInt8]) -> [UInt8] {
  var checksum: UInt32 = 0xFFFF_FFFF
  for octet in octets {
    checksum ^= UInt32(octet)
    for _ in 0..<8 { checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1 }
  }
  let count = UInt16(octets.count)
  let lengths = [count, ~count].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  let trailer = [~checksum, UInt32(octets.count)].flatMap { number in
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
  return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + lengths + octets + trailer
}

@Suite struct PackageOpenerTests {
  @Test func aFolderAndAZipOfItHaveTheSameContents() throws {
    try inTemporaryFolder { folder in
      try put(files, into: folder + "/course")
      try File.replace(folder + "/course.zip", with: zip(files))
      let opener = PackageOpener()
      for (path, kind) in [("course", PackageContents.Kind.folder), ("course.zip", .zip)] {
        let opened = try opener.open(folder + "/" + path, name: nil)
        #expect(opened.name == path)
        #expect(opened.findings.isEmpty)
        #expect(opened.contents.kind == kind)
        #expect(Set(opened.contents.names) == Set(files.keys))
        for (name, content) in files {
          #expect(try opened.contents.bytes(of: name) == Array(content.utf8))
          #expect(opened.contents.sizeBytes(of: name) == content.utf8.count)
        }
        #expect(throws: (any Error).self) { try opened.contents.bytes(of: "missing") }
      }
    }
  }

  @Test(arguments: [
    ("UTF-8", Array("<manifest/>".utf8)), ("white space in front", Array(" \r\n\t<manifest/>".utf8)),
    ("UTF-8 with its mark", [0xEF, 0xBB, 0xBF] + Array("<manifest/>".utf8)),
    ("UTF-16, little end first", [0xFF, 0xFE, 0x3C, 0x00]),
    ("UTF-16, big end first", [0xFE, 0xFF, 0x00, 0x3C]),
  ])
  func aSingleFileOfXMLIsABareManifest(row: String, octets: [UInt8]) throws {
    try inTemporaryFolder { folder in
      try File.replace(folder + "/cmi5.xml", with: octets)
      let opened = try PackageOpener().open(folder + "/cmi5.xml", name: nil)
      #expect(opened.contents.kind == .bareManifest(name: "cmi5.xml"))
      #expect(try opened.contents.bytes(of: "cmi5.xml") == octets)
      #expect(throws: (any Error).self) { try opened.contents.bytes(of: "other.xml") }
      let named = try PackageOpener().open(folder + "/cmi5.xml", name: "uploaded.xml")
      #expect(named.contents.kind == .bareManifest(name: "uploaded.xml"))
    }
  }

  @Test(arguments: [
    ("nothing in it", [], "package.empty"), ("a byte order mark alone", [0xEF, 0xBB, 0xBF], "package.empty"),
    ("white space alone", Array(" \n\t".utf8), "package.empty"),
    ("text", Array("course".utf8), "package.unknown"),
    ("gzip", [0x1F, 0x8B, 0x08], "package.gzip"),
    ("a tar", Array("cmi5.xml".utf8) + [UInt8](repeating: 0, count: 1016), "package.unknown"),
    ("the start of a zip", Array("PK\u{3}\u{4}".utf8), "package.zip.cut-short"),
    ("a zip behind a program", Array("#!/bin/sh\n".utf8) + [0x50, 0x4B, 3, 4], "package.unknown"),
  ])
  func refusesSingleFilesThatAreNoPackage(row: String, octets: [UInt8], code: String) throws {
    try inTemporaryFolder { folder in
      try File.replace(folder + "/x", with: octets)
      #expect(try refusals(of: folder + "/x") == [code])
    }
  }

  /// Moodle and Open edX write their exports so. They are recognised by their names, and nothing of them is read.
  @Test(arguments: [
    ("a Moodle backup", ["moodle_backup.xml", "files.xml"], "moodle", ["package.format.unread"]),
    (
      "an Open edX course", ["course/course.xml", "course/html/a.xml"], "openedx",
      ["package.format.unread", "package.manifest.in-folder"]
    ),
    (
      "an Open edX library with a Mac's leavings", ["._library.xml", "library.xml"], "openedx",
      ["package.format.unread"]
    ),
    ("no course", ["a.txt"], nil, ["package.manifest.missing"]),
  ])
  func recognisesACompressedTar(row: String, names: [String], family: String?, codes: [String]) throws {
    try inTemporaryFolder { folder in
      try File.replace(folder + "/x.mbz", with: gzip(tar(names)))
      let report = try examinePackage(
        ImportRequest(.path(folder + "/x.mbz"), isDryRun: true), packages: PackageOpener(), store: nil)
      #expect(report.format == family)
      #expect(report.findings.map(\.code.identifier).sorted() == codes)
      #expect(!report.isAccepted)
    }
  }

  @Test func aManifestInACompressedTarIsNotRead() throws {
    try inTemporaryFolder { folder in
      try File.replace(folder + "/x.tgz", with: gzip(tar(["imsmanifest.xml"])))
      let report = try examinePackage(
        ImportRequest(.path(folder + "/x.tgz"), isDryRun: true), packages: PackageOpener(), store: nil)
      #expect(report.findings.map(\.code.identifier) == ["package.gzip"])
    }
  }

  @Test func refusesWhatIsNotThere() throws {
    #expect(try refusals(of: "/missing/course.zip") == ["package.unreadable"])
    #expect(try refusals(of: "/dev/null") == ["package.unreadable"])
    #expect(try refusals(of: "a\0b") == ["package.folder.name"])
  }

  @Test func followsALinkToThePackageButNoneInIt() throws {
    try inTemporaryFolder { folder in
      try put(files, into: folder + "/course")
      try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "course")
      #expect(try refusals(of: folder + "/link").isEmpty)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/course/a/secret", withDestinationPath: "/etc/hostname")
      #expect(try refusals(of: folder + "/course") == ["package.folder.link"])
    }
  }

  /// hostile.md row 18: "device, FIFO members".
  @Test func readsNoPipeAndNoSocketInAFolder() throws {
    try inTemporaryFolder { folder in
      try put(files, into: folder + "/course")
      let made = unsafe mkfifo(folder + "/course/a/pipe", 0o600)
      #expect(made == 0)
      #expect(try refusals(of: folder + "/course") == ["package.folder.link"])
      #expect(try refusals(of: folder + "/course/a/pipe") == ["package.unreadable"])
      try FileManager.default.removeItem(atPath: folder + "/course/a/pipe")
      let lock = try FileLock(folder + "/lock", waitMilliseconds: 0)
      let listener = try LocalSocketListener(folder + "/course/socket", holding: lock)
      #expect(try refusals(of: folder + "/course") == ["package.folder.link"])
      withExtendedLifetime(listener) {}
    }
  }

  @Test(arguments: ["con.txt", "a ", "line\nfeed", ".../x", "\u{301}x"])
  func refusesNamesInAFolderThatCannotBeKeptEverywhere(name: String) throws {
    try inTemporaryFolder { folder in
      try put([name: ""], into: folder)
      #expect(try refusals(of: folder) == ["package.folder.name"])
    }
  }

  @Test func limitsFolders() throws {
    try inTemporaryFolder { folder in
      try put(["a": "12345", "b": "678"], into: folder)
      var limits = ZipLimits()
      limits.inflatedBytes = 8
      limits.entries = 2
      #expect(try refusals(of: folder, limits: limits).isEmpty)
      limits.inflatedBytes = 7
      #expect(try refusals(of: folder, limits: limits) == ["package.folder.too-large"])
      limits.inflatedBytes = 8
      limits.entries = 1
      #expect(try refusals(of: folder, limits: limits) == ["package.folder.too-large"])
    }
  }

  @Test func tellsWhatAZipLacksWhenItIsReadToo() throws {
    try inTemporaryFolder { folder in
      var octets = try zip(["a": "hello"])
      octets[31] ^= 1
      try File.replace(folder + "/x.zip", with: octets)
      let opened = try PackageOpener().open(folder + "/x.zip", name: "x.zip")
      let unusable = #expect(throws: PackageUnusable.self) { try opened.contents.bytes(of: "a") }
      #expect(unusable?.findings.map(\.code.identifier) == ["package.zip.corrupt-data"])
    }
  }

  @Test func everyFindingExplainsItself() {
    let codes = FindingCode.openingCodes
    #expect(Set(codes.map(\.identifier)).count == codes.count)
    #expect(codes.count == 10 + ZipRefusal.Kind.allCases.count)
    for code in codes {
      #expect(code.explanation.hasSuffix("."))
      #expect(code.fix?.hasSuffix(".") == true)
    }
  }
}
