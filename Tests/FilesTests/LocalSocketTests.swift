import Files
import Foundation
import Testing

@Suite struct LocalSocketTests {
  /// Listens in a new folder, answers each message with the same, and hands a connection to the test.
  private func withEcho(
    below name: String = "s", _ body: (LocalConnection, _ path: String) throws -> Void
  ) throws {
    try inTemporaryFolder { folder in
      let path = folder + "/" + name
      try Folder.create(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
      let lock = try FileLock(folder + "/lock")
      let listener = try LocalSocketListener(path, holding: lock)
      let hasEnded = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        defer { hasEnded.signal() }
        while let connection = try? listener.accept() {
          while let message = try? connection.receive(limit: 5_000_000) {
            guard (try? connection.send(message)) != nil else { break }
          }
        }
      }
      do {
        let connection = try LocalConnection(to: path)
        try connection.setTimeout(seconds: 60)
        try body(connection, path)
      }
      listener.stop()
      #expect(hasEnded.wait(timeout: .now() + 60) == .success)
      #expect(try FileStatus.ifPresent(at: path) == nil)
      #expect(fileError { _ = try LocalConnection(to: path) }?.isNobodyListening == true)
    }
  }

  @Test func carriesMessagesOfEverySize() throws {
    try withEcho { connection, path in
      for count in [0, 1, 4, 65_536, 3_000_000] {
        let message = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        try connection.send(message)
        #expect(try connection.receive(limit: count) == message)
      }
      #expect(try connection.peerUserID() == ProcessContext.userID)
      #expect(try FileStatus(at: path).permissions == 0o600)
    }
  }

  @Test func refusesALongerMessageBeforeReadingIt() throws {
    try withEcho { connection, _ in
      try connection.send([1, 2, 3])
      #expect(fileError { _ = try connection.receive(limit: 2) }?.reason == .largerThan(bytes: 2))
    }
  }

  // sockaddr_un.sun_path holds 108 octets.
  @Test func reachesPathsLongerThanTheKernelTakes() throws {
    try withEcho(below: String(repeating: "folder/", count: 30) + "s") { connection, path in
      #expect(path.utf8.count > 200)
      try connection.send([9])
      #expect(try connection.receive(limit: 1) == [9])
    }
  }

  @Test func takesThePlaceOfASocketLeftBehind() throws {
    try inTemporaryFolder { folder in
      let lock = try FileLock(folder + "/lock")
      do { _ = try LocalSocketListener(folder + "/s", holding: lock) }
      #expect(fileError { _ = try LocalConnection(to: folder + "/s") }?.isNobodyListening == true)
      _ = try LocalSocketListener(folder + "/s", holding: lock)
    }
  }

  @Test func doesNotRemoveAFileThatIsNoSocket() throws {
    try inTemporaryFolder { folder in
      let lock = try FileLock(folder + "/lock")
      try File.replace(folder + "/s", with: [1])
      #expect(throws: FileError.self) { _ = try LocalSocketListener(folder + "/s", holding: lock) }
      #expect(try File.read(folder + "/s", limit: 1) == [1])
    }
  }

  @Test func endsWhereTheOtherSideCloses() throws {
    try inTemporaryFolder { folder in
      let lock = try FileLock(folder + "/lock")
      let listener = try LocalSocketListener(folder + "/s", holding: lock)
      let client = try LocalConnection(to: folder + "/s")
      do {
        let server = try listener.accept()
        try server?.send([5])
      }
      #expect(try client.receive(limit: 1) == [5])
      #expect(try client.receive(limit: 1) == nil)
      #expect(throws: FileError.self) { try client.send([1]) }
    }
  }

  @Test func givesUpAfterTheTimeout() throws {
    try inTemporaryFolder { folder in
      let lock = try FileLock(folder + "/lock")
      let listener = try LocalSocketListener(folder + "/s", holding: lock)
      let client = try LocalConnection(to: folder + "/s")
      try client.setTimeout(seconds: 1)
      #expect(fileError { _ = try client.receive(limit: 1) }?.isTimeout == true)
      listener.stop()
    }
  }
}
