import Files
import Foundation
import Testing

@Suite struct FileLockTests {
  @Test func isHeldByOneAtATime() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/lock"
      do {
        let lock = try FileLock(path)
        let held = #expect(throws: FileLock.Held.self) { _ = try FileLock(path) }
        #expect(held?.holder == ProcessContext.processID)
        #expect(held?.description == "\(path) is locked by process \(ProcessContext.processID)")
        #expect(throws: FileLock.Held.self) { _ = try FileLock(path, waitMilliseconds: 30) }
        #expect(lock.path == path)
      }
      _ = try FileLock(path)
    }
  }

  @Test func waitsForAHolderThatGoes() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/lock"
      var holder: FileLock? = try FileLock(path)
      let isTaken = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        if (try? FileLock(path, waitMilliseconds: 60_000)) != nil { isTaken.signal() }
      }
      #expect(holder != nil)
      holder = nil
      #expect(isTaken.wait(timeout: .now() + 60) == .success)
    }
  }

  @Test func saysWhereTheFolderIsMissing() throws {
    #expect(fileError { _ = try FileLock("/missing/lock") }?.isMissing == true)
  }
}
