import Files
import Foundation
import Testing

@Suite struct OutOfSpaceTests {
  /// Far above what any other test writes: the limit is the whole process's.
  private static let limitBytes = 64 << 20

  @Test func aRefusedWriteLeavesTheOldFileAlone() throws {
    TerminationSignal.ignoreFailedWrites()
    var before = rlimit()
    #expect(unsafe getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &before) == 0)
    var limit = before
    limit.rlim_cur = rlim_t(Self.limitBytes)
    #expect(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
    defer { _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &before) }
    try inTemporaryFolder { folder in
      try File.replace(folder + "/a", with: [1])
      let tooMuch = [UInt8](repeating: 2, count: Self.limitBytes + 1)
      let error = fileError { try File.replace(folder + "/a", with: tooMuch) }
      #expect(error?.isOutOfSpace == true)
      #expect(error?.action == .write)
      #expect(try File.read(folder + "/a", limit: 1) == [1])
      #expect(try Folder.entries(of: folder).map(\.name) == ["a"])
    }
  }
}
