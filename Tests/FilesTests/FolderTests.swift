import Files
import Foundation
import Testing

@Suite struct FolderTests {
  @Test(arguments: ["a", "a/b/c", "a/", "a//b"])
  func createsWhatIsMissingOnce(path: String) throws {
    try inTemporaryFolder { folder in
      try Folder.create(folder + "/" + path)
      try Folder.create(folder + "/" + path)
      #expect(try FileStatus(at: folder + "/" + path).kind == .folder)
      #expect(try FileStatus(at: folder + "/a").permissions == 0o700)
    }
  }

  @Test func doesNotCreateAFolderOverAFile() throws {
    try inTemporaryFolder { folder in
      try File.replace(folder + "/a", with: [])
      #expect(throws: FileError.self) { try Folder.create(folder + "/a") }
      #expect(throws: FileError.self) { try Folder.create(folder + "/a/b") }
      #expect(try Folder.entries(of: folder).map(\.kind) == [.file])
    }
  }

  @Test func namesLinksAndSpecialFilesWithoutFollowingThem() throws {
    try inTemporaryFolder { folder in
      try Folder.create(folder + "/folder")
      try File.replace(folder + "/file", with: [1, 2, 3])
      makeLink(at: folder + "/link", to: "/etc")
      makePipe(at: folder + "/pipe")
      let entries = try Folder.entries(of: folder)
      #expect(entries.map(\.name) == ["file", "folder", "link", "pipe"])
      #expect(entries.map(\.kind) == [.file, .folder, .link, .special])
      #expect(entries[0].sizeBytes == 3)
      #expect(
        fileError { _ = try Folder.entries(of: folder, limit: 3) }?.reason == .moreEntriesThan(count: 3))
      #expect(try Folder.entries(of: folder, limit: 4).count == 4)
    }
  }

  @Test func refusesNamesThatAreNotUTF8() throws {
    try inTemporaryFolder { folder in
      let name: [CChar] = Array((folder + "/").utf8CString.dropLast()) + [-1, 0]
      let descriptor = unsafe creat(name, 0o600)
      #expect(descriptor >= 0)
      _ = close(descriptor)
      #expect(fileError { _ = try Folder.entries(of: folder) }?.reason == .unusableName)
      _ = unsafe unlink(name)
    }
  }

  @Test func tellsTheFreeSpace() throws {
    #expect(try Folder.freeBytes(at: "/") > 0)
    #expect(fileError { _ = try Folder.freeBytes(at: "/missing") }?.isMissing == true)
  }

  @Test func removesOnlyEmptyFolders() throws {
    try inTemporaryFolder { folder in
      try Folder.create(folder + "/a/b")
      #expect(fileError { try Folder.removeEmpty(folder + "/a") }?.isOccupied == true)
      try Folder.removeEmpty(folder + "/a/b")
      try Folder.removeEmpty(folder + "/a")
      #expect(try Folder.entries(of: folder).isEmpty)
    }
  }
}

@Suite struct FolderTreeTests {
  private func makeTree(_ folder: String) throws {
    try Folder.create(folder + "/b/d")
    try File.replace(folder + "/b/c.txt", with: Array("c".utf8))
    try File.replace(folder + "/b/d/e.txt", with: Array("e".utf8))
    try File.replace(folder + "/a", with: [])
    makeLink(at: folder + "/x", to: "b")
    makeLink(at: folder + "/b/y", to: "c.txt")
  }

  @Test func listsEverythingBelowInOrder() throws {
    try inTemporaryFolder { folder in
      try makeTree(folder)
      let tree = try FolderTree(folder)
      let paths = try tree.entries(limit: 7).map(\.name)
      #expect(paths == ["a", "b", "x", "b/c.txt", "b/d", "b/y", "b/d/e.txt"])
      #expect(fileError { _ = try tree.entries(limit: 6) }?.reason == .moreEntriesThan(count: 6))
      #expect(try tree.entries(limit: 7, depth: 2).count == 7)
      #expect(fileError { _ = try tree.entries(limit: 7, depth: 1) }?.reason == .moreEntriesThan(count: 1))
    }
  }

  @Test func opensFilesBelow() throws {
    try inTemporaryFolder { folder in
      try makeTree(folder)
      let tree = try FolderTree(folder)
      #expect(try tree.open("b/d/e.txt").readAll(limit: 1) == Array("e".utf8))
      #expect(try tree.open("a").readAll(limit: 0).isEmpty)
    }
  }

  @Test(arguments: [
    "../a", "b/../a", "/etc/hostname", "", "b//c.txt", "./a", "b/", "a\0", "x/c.txt", "b/y", "b", "missing",
    "..\u{301}/a",
  ])
  func neverLeavesTheFolder(path: String) throws {
    try inTemporaryFolder { folder in
      try makeTree(folder)
      let tree = try FolderTree(folder)
      #expect(throws: FileError.self) { _ = try tree.open(path) }
    }
  }
}
