import Files
import Foundation
import Testing

@Suite struct FileTests {
  @Test(arguments: [0, 1, 4095, 4096, 4097, 300_000])
  func givesBackWhatWasReplaced(count: Int) throws {
    try inTemporaryFolder { folder in
      let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
      try File.replace(folder + "/a", with: [1, 2, 3])
      try File.replace(folder + "/a", with: octets)
      #expect(try File.read(folder + "/a", limit: count) == octets)
      #expect(try Folder.entries(of: folder).map(\.name) == ["a"])
      #expect(try FileStatus(at: folder + "/a").permissions == 0o600)
    }
  }

  @Test func refusesOneByteMoreThanTheLimit() throws {
    try inTemporaryFolder { folder in
      try File.replace(folder + "/a", with: [UInt8](repeating: 7, count: 11))
      #expect(try File.read(folder + "/a", limit: 11).count == 11)
      let error = fileError { _ = try File.read(folder + "/a", limit: 10) }
      #expect(error == FileError(.read, folder + "/a", .largerThan(bytes: 10)))
    }
  }

  @Test func readsFilesThatStateNoSize() throws {
    #expect(try !File.read("/proc/self/status", limit: 100_000).isEmpty)
    let error = fileError { _ = try File.read("/proc/self/status", limit: 10) }
    #expect(error?.reason == .largerThan(bytes: 10))
  }

  @Test func readsPartsOfAFile() throws {
    try inTemporaryFolder { folder in
      try File.replace(folder + "/a", with: Array("0123456789".utf8))
      let file = try OpenFile(reading: folder + "/a")
      #expect(file.sizeBytes == 10)
      #expect(try file.read(at: 3, count: 4) == Array("3456".utf8))
      #expect(try file.read(at: 8, count: 4) == Array("89".utf8))
      #expect(try file.read(at: 10, count: 4).isEmpty)
      #expect(try file.read(at: 11, count: 4).isEmpty)
      #expect(try file.readAll(limit: 10).count == 10)
    }
  }

  @Test func handsALongFileOnInPieces() throws {
    try inTemporaryFolder { folder in
      let octets = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
      try File.replace(folder + "/a", with: octets)
      var seen: [UInt8] = []
      var pieces = 0
      try OpenFile(reading: folder + "/a").forEachChunk { chunk in
        for place in chunk.indices { seen.append(chunk[place]) }
        pieces += 1
      }
      #expect(seen == octets)
      #expect(pieces == 3)
    }
  }

  @Test(arguments: ["missing", "missing/below", "file/below"])
  func saysWhatIsMissing(name: String) throws {
    try inTemporaryFolder { folder in
      try File.replace(folder + "/file", with: [])
      let error = fileError { _ = try File.read(folder + "/" + name, limit: 1) }
      #expect(error?.isMissing == true)
      #expect(error?.description.hasPrefix("cannot open \(folder)/\(name): ") == true)
      #expect(try FileStatus.ifPresent(at: folder + "/" + name) == nil)
    }
  }

  @Test func refusesWhatIsNoRegularFile() throws {
    try inTemporaryFolder { folder in
      #expect(fileError { _ = try OpenFile(reading: folder) }?.reason == .notRegularFile)
      #expect(fileError { _ = try OpenFile(reading: "/dev/null") }?.reason == .notRegularFile)
      makePipe(at: folder + "/pipe")
      #expect(fileError { _ = try OpenFile(reading: folder + "/pipe") }?.reason == .notRegularFile)
    }
  }

  @Test func refusesANameThatCWouldCut() throws {
    #expect(fileError { _ = try OpenFile(reading: "/etc/hostname\0.txt") }?.reason == .unusableName)
    #expect(fileError { try File.remove("a\0b") }?.reason == .unusableName)
  }

  @Test func removesATemporaryFileThatWasNotPlaced() throws {
    try inTemporaryFolder { folder in
      do {
        let file = try TemporaryFile(in: folder)
        try file.write([1, 2, 3])
        #expect(try Folder.entries(of: folder).count == 1)
        #expect(file.path.hasPrefix(folder + "/" + TemporaryFile.namePrefix))
      }
      #expect(try Folder.entries(of: folder).isEmpty)
    }
  }

  @Test func leavesTheOldFileWhereTheNewOneCannotBePlaced() throws {
    try inTemporaryFolder { folder in
      try Folder.create(folder + "/occupied/inside")
      let error = fileError { try File.replace(folder + "/occupied", with: [1]) }
      #expect(error?.action == .rename)
      #expect(try Folder.entries(of: folder).map(\.name) == ["occupied"])
    }
  }

  @Test(arguments: [0, 1, 3, 200])
  func placesManyFilesTogether(count: Int) throws {
    try inTemporaryFolder { folder in
      try Folder.ensure(folder + "/incoming")
      let files = (0..<count).map { NewFile(path: folder + "/\($0)", octets: Array("\($0)".utf8)) }
      try File.place(files, writingIn: folder + "/incoming")
      try Folder.sync([folder, folder + "/incoming"])
      for file in files { #expect(try File.read(file.path, limit: 3) == file.octets) }
      #expect(try Folder.entries(of: folder + "/incoming").isEmpty)
    }
  }

  @Test func saysWhichOfManyFilesCouldNotBePlaced() throws {
    try inTemporaryFolder { folder in
      var files = (0..<50).map { NewFile(path: folder + "/\($0)", octets: [1]) }
      files.insert(NewFile(path: folder + "/missing/x", octets: [1]), at: 25)
      let error = fileError { try File.place(files, writingIn: folder) }
      #expect(error?.path == folder + "/missing/x")
      #expect(error?.isMissing == true)
      let names = try Folder.entries(of: folder).map(\.name)
      #expect(names.allSatisfy { !$0.hasPrefix(TemporaryFile.namePrefix) })
      #expect(fileError { try Folder.sync([folder, folder + "/missing"]) }?.isMissing == true)
    }
  }

  @Test(arguments: [
    (ENOSPC, true, false), (EDQUOT, true, false), (EFBIG, true, false), (EIO, false, true),
    (EACCES, false, false),
  ])
  func recognisesAFullDevice(number: Int32, isOutOfSpace: Bool, isDeviceFailure: Bool) {
    let error = FileError(.write, "a", .system(number: number))
    #expect(error.isOutOfSpace == isOutOfSpace)
    #expect(error.isDeviceFailure == isDeviceFailure)
  }
}
